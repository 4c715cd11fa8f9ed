package io.guatu.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.guatu.domain.Author;
import io.guatu.domain.Role;
import io.guatu.domain.SealHash;
import io.guatu.ledger.ChainCheck.Broken;
import io.guatu.ledger.ChainCheck.Why;
import io.guatu.ledger.ChainLinks.Sealed;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An entry that is sealed as the chain goes on, and that no node could read: who seals it need not be a program of ours. */
class ChainLinksTest {
    private static final Instant AT = Instant.parse("2026-11-28T00:00:00Z");
    private static final Author WANG = new Author("wang", Role.MANAGER, "王", null);
    private static final String STILL_TRUE = "{\"kind\":\"still-true\",\"asOf\":\"2026-11-27\"}";

    @Test
    void what_a_node_can_read_is_followed() {
        assertEquals(Optional.empty(), follow("underpass", "still-true", STILL_TRUE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "BAD ID!", "-", "a--b", "../etc", "桥", "a\nb"})
    void a_project_has_an_id(String project) {
        assertEquals(Optional.of(new Broken(1, Why.PROJECT)), follow(project, "still-true", STILL_TRUE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "of-tomorrow | {\"kind\":\"of-tomorrow\"}",
                "still-true | {\"kind\":\"still-true\",\"asOf\":\"2026-11-27\",\"ofTomorrow\":1}",
                "progress-reported | {\"kind\":\"progress-reported\",\"milestone\":\"BAD ID\",\"percent\":1}",
                "still-true | nonsense",
            })
    void its_body_is_an_update(String kind, String body) {
        assertEquals(Optional.of(new Broken(1, Why.BODY)), follow("underpass", kind, body));
    }

    @Test
    void what_is_told_of_the_board_names_no_project_and_all_else_names_one() {
        assertEquals(
                Optional.of(new Broken(1, Why.OF_BOARD)),
                follow("underpass", "weighting-chosen", "{\"kind\":\"weighting-chosen\",\"weighting\":\"equal\"}"));
        assertEquals(
                Optional.of(new Broken(1, Why.OF_BOARD)),
                follow("underpass", "person-enabled", "{\"kind\":\"person-enabled\",\"person\":\"li\"}"));
        assertEquals(Optional.of(new Broken(1, Why.OF_PROJECT)), follow(null, "still-true", STILL_TRUE));
        assertEquals(
                Optional.of(new Broken(1, Why.OF_PROJECT)),
                follow(null, "grant-revoked", "{\"kind\":\"grant-revoked\",\"grant\":\"g-1\"}"));
    }

    private static Optional<Broken> follow(String project, String kind, String body) {
        Seal seal = Seal.NONE.then(SealHash.SHA_256, 1, project, 1, AT, WANG, body);
        return new ChainLinks()
                .follow(new Sealed(
                        1,
                        project,
                        1,
                        AT,
                        WANG.id(),
                        WANG.role().name(),
                        WANG.name(),
                        WANG.company(),
                        kind,
                        null,
                        body,
                        seal.text()));
    }
}
