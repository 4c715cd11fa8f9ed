package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.domain.Author;
import io.guatu.domain.Entry;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Role;
import io.guatu.domain.Update;
import io.guatu.ledger.ChainLinks.Sealed;
import io.guatu.ledger.Json;
import io.guatu.ledger.Seal;
import io.guatu.ledger.archive.Refused;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What another board wrote is not taken in because it is sealed: each update has what its kind is made of. */
class BroughtEntriesTest {
    private static final Instant AT = Instant.parse("2026-11-28T00:00:00Z");
    private static final Author OFFICE = new Author("office", Role.OFFICE, "办", null);
    private static final String OPENED = "{\"kind\":\"project-opened\",\"name\":{\"zh\":\"桥\",\"en\":\"Bridge\"},"
            + "\"sector\":\"transport.road\",\"projectKind\":\"works\",\"stage\":\"implementation\"}";

    private final BroughtEntries brought = new BroughtEntries();
    private long seq;

    private void take(String project, String body) throws Refused {
        seq++;
        ProjectId id = project == null ? null : new ProjectId(project);
        Entry entry = new Entry(seq, id, seq, AT, OFFICE, Json.read(body, Update.class));
        String kind = Json.kind(entry.update().getClass());
        brought.take(
                new Sealed(seq, project, seq, AT, "office", "OFFICE", "办", null, kind, null, body, Seal.NONE.text()),
                entry);
    }

    @Test
    void what_has_all_that_its_kind_requires_is_taken_in() throws Refused {
        take("bridge", OPENED);
        take("bridge", "{\"kind\":\"still-true\"}");
        brought.end();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bridge | {\"kind\":\"progress-verified\"} | progress-verified and has no \"report\"",
                "bridge | {\"kind\":\"progress-reported\",\"percent\":5} | progress-reported and has no \"milestone\"",
                "bridge | {\"kind\":\"blocker-raised\",\"factor\":\"land\"} | blocker-raised and has no \"text\"",
                "bridge | {\"kind\":\"project-opened\",\"name\":{\"zh\":\"桥\"},\"projectKind\":\"works\",\"stage\":\"implementation\"}"
                        + " | project-opened and has no \"sector\"",
                "  | {\"kind\":\"rules-adopted\",\"reason\":\"新规\"} | rules-adopted and has no \"rules\"",
            })
    void what_lacks_a_part_is_refused_by_its_name(String project, String body, String why) throws Refused {
        take("bridge", OPENED);
        String refused = assertThrows(Refused.class, () -> take(project, body)).getMessage();
        assertEquals("The ledger in it is broken: entry 2 is of the kind " + why + ".", refused);
    }

    @Test
    void what_no_board_can_fold_is_refused_by_its_number() throws Refused {
        take("bridge", OPENED);
        take("bridge", "{\"kind\":\"photo-received\"}");
        String refused = assertThrows(Refused.class, brought::end).getMessage();
        assertTrue(refused.contains("entry 2"), refused);
    }
}
