package io.guatu.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.guatu.domain.Author;
import io.guatu.domain.GrantAction;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Role;
import io.guatu.domain.Update;
import io.guatu.ledger.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Who may tell what, written down a second time: whoever changes the one table must mean it. Letters are roles: O office,
 * M manager, L leader, C contractor, S screen, P the program; large: of every project, small: of its own only.
 */
class ScopeTest {
    private static final ProjectId OWN = new ProjectId("road");
    private static final ProjectId OTHER = new ProjectId("park");

    private static final String TABLE = """
            board-opened            O P
            rules-adopted           O P
            calendar-adopted        O P
            weighting-chosen        O
            meeting-held            O
            person-added            O P
            person-disabled         O
            person-enabled          O
            password-reset          O
            password-changed        O M L
            screen-issued           O P
            screen-named            O
            screen-revoked          O
            grant-issued            O m
            grant-revoked           O m
            grant-shown             O m
            project-opened          O
            project-amended         O
            stage-changed           O m
            landmark-reached        O m
            project-suspended       O m
            project-resumed         O m
            project-archived        O
            project-restored        O
            photo-received          O m L c
            milestone-planned       O m
            baseline-set            O
            forecast-moved          O m
            progress-reported       O m c
            progress-verified       O m
            progress-returned       O m
            progress-withdrawn      c
            still-true              O m c
            blocker-raised          O m c
            blocker-promised        O m
            blocker-escalated       O m L
            blocker-cleared         O m
            relocation-counted      O m
            petitions-counted       O m
            hazard-found            O m L c
            hazard-fixed-on-spot    O m c
            notice-issued           O m
            hazard-rectified        O m c
            hazard-rechecked        O m L
            directive-issued        O L
            directive-acknowledged  O m
            directive-answered      O m
            directive-accepted      O L
            directive-sent-back     O L
            directive-withdrawn     O L
            investment-planned      O m
            investment-completed    O m
            """;

    @Test
    void every_kind_is_told_by_whom_the_table_names_and_by_nobody_else() {
        Map<String, String> told = new TreeMap<>();
        for (Class<? extends Update> kind : Json.kinds()) {
            told.put(
                    Json.kind(kind),
                    Arrays.stream(Role.values())
                            .map(role -> letter(kind, role))
                            .filter(letter -> !letter.isEmpty())
                            .collect(Collectors.joining(" ")));
        }
        Map<String, String> expected = new TreeMap<>();
        TABLE.lines().map(line -> line.split("\\s+", 2)).forEach(line -> expected.put(line[0], line[1]));
        assertEquals(expected, told);
    }

    /** Nobody tells more of what is not its own than of what is. */
    private static String letter(Class<? extends Update> kind, Role role) {
        Principal who = new Principal(
                null, new Author("somebody", role, "某人", null), List.of(OWN), List.of(), List.of(GrantAction.values()));
        boolean own = Scope.mayTell(who, kind, OWN);
        boolean other = Scope.mayTell(who, kind, OTHER);
        assertEquals(own && other, other);
        String letter = role == Role.SYSTEM ? "P" : role.name().substring(0, 1);
        return other ? letter : own ? letter.toLowerCase(Locale.ROOT) : "";
    }
}
