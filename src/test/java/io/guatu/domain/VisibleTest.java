package io.guatu.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.guatu.domain.AccessUpdate.GrantIssued;
import io.guatu.domain.AccessUpdate.PersonAdded;
import io.guatu.domain.AccessUpdate.ScreenIssued;
import io.guatu.domain.AccessUpdate.ScreenNamed;
import io.guatu.domain.BoardUpdate.MeetingHeld;
import io.guatu.domain.HazardUpdate.NoticeIssued;
import io.guatu.domain.ProjectUpdate.ProjectAmended;
import io.guatu.domain.ProjectUpdate.ProjectOpened;
import io.guatu.ledger.Json;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name has nothing in it that nobody sees, whoever typed it and wherever it is of. */
class VisibleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "大关 建设",
                " 大关 建设　",
                "大关\u200b 建设\u200b",
                "\ufeff大关 建设",
                "大关 \u202e建设",
                "\u2067大关 建设\u2069",
                "大\u00ad关 建设\u200d\u2060",
                "\u00a0大关 建设\u2028",
                "大关 建\udb40\udc41设\u3164\u2800"
            })
    void of_a_name_only_what_is_seen_is_kept(String written) {
        String name = "大关 建设";
        Stream.of(
                        new Name(written, "x").zh(),
                        new Name("x", written).en(),
                        new PersonAdded(new PersonId("a"), written, Role.OFFICE, null).name(),
                        new ScreenIssued(new ScreenId("a"), written, null).name(),
                        new ScreenNamed(new ScreenId("a"), written).name(),
                        grant(written, "x").contractor(),
                        grant("x", written).company(),
                        new ProjectOpened(null, null, null, null, written, null, null).owner(),
                        new ProjectAmended(null, null, written, null, null, null, null, null).owner(),
                        new Approval(null, written, "x").office(),
                        new Approval(null, "x", written).document(),
                        new NoticeIssued(written, List.of(), null, null).number(),
                        new MeetingHeld(written, null, null, null, null, null).title())
                .forEach(kept -> assertEquals(name, kept));
        assertEquals(
                name, Json.read(Json.write(new Name(written, "x")), Name.class).zh());
    }

    private static GrantIssued grant(String contractor, String company) {
        return new GrantIssued(new GrantId("g"), contractor, company, null, List.of(), null, null, null);
    }

    @Test
    void nothing_that_is_seen_is_lost() {
        for (String name : List.of("A·B（皖）", "𠮷田 建筑", "葛\udb40\udd00城", "O’Neill & Söhne", "①标段—2")) {
            assertEquals(name, Visible.name(name));
        }
        assertEquals(null, Visible.name(null));
    }
}
