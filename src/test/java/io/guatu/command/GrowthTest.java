package io.guatu.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.access.Principal;
import io.guatu.bench.Growth;
import io.guatu.domain.Entry;
import io.guatu.domain.GrantAction;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Role;
import io.guatu.ledger.Batch;
import io.guatu.ledger.Json;
import io.guatu.ledger.NewEntry;
import io.guatu.state.State;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What benches measure on is a ledger that the rules would have let in. */
class GrowthTest {
    private static final int MILESTONES = 6;

    private final Set<String> kinds = new TreeSet<>();
    private State state = State.begin(Town.EPOCH);

    @Test
    void what_is_grown_is_what_the_rules_accept() {
        LocalDate last = Town.TODAY;
        new Growth(6_000, 2, MILESTONES, last.minusYears(3), last, Town.ZONE)
                .tell(() -> state.seq() + 1, this::accepted);
        assertTrue(state.seq() >= 6_000);
        assertTrue(kinds.size() >= 22, () -> "a mix: " + kinds);
    }

    private void accepted(NewEntry told) {
        kinds.add(Json.kind(told.update().getClass()));
        Command command = Command.of(who(told), "key", "request", told.at(), told.project(), told.update());
        Optional<Refusal> refusal = Rulebook.judge(state, command, told.update(), Town.ZONE);
        assertEquals(Optional.empty(), refusal, told::toString);
        assertEquals(told.update(), Rulebook.complete(state, command, told.update(), Town.ZONE));
        Batch batch = new Batch(state.head());
        Entry entry = batch.add(told);
        state = state.after(List.of(entry), batch.head());
    }

    private static Principal who(NewEntry told) {
        boolean site = told.by().role() == Role.CONTRACTOR;
        List<ProjectId> own = told.project() == null ? List.of() : List.of(told.project());
        List<MilestoneId> granted = IntStream.range(0, site ? MILESTONES : 0)
                .mapToObj(number -> new MilestoneId("s-" + number))
                .toList();
        return new Principal(null, told.by(), own, granted, List.of(GrantAction.values()));
    }
}
