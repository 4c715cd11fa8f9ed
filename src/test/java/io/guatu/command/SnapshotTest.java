package io.guatu.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.access.Roster;
import io.guatu.board.fold.Projects;
import io.guatu.domain.Entry;
import io.guatu.ledger.Head;
import io.guatu.ledger.Json;
import io.guatu.ledger.Seal;
import io.guatu.state.FoldMark;
import io.guatu.state.Snapshot;
import io.guatu.state.State;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A state as bytes: whatever the ledger says, beginning with a snapshot is beginning with the first entry. */
class SnapshotTest {
    private static final UUID NOW = new UUID(2, 2);

    private static State fold(State from, List<Entry> entries) {
        State state = from;
        for (Entry entry : entries) {
            Head head = new Head(state.head().epoch(), entry.seq(), Seal.NONE, entry.at());
            state = state.after(List.of(entry), head);
        }
        return state;
    }

    @Property(tries = 120)
    void folding_from_any_snapshot_equals_folding_from_the_first_entry(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 90) int cut) {
        List<Entry> entries = HistoryTest.history(seed).entries();
        int at = Math.min(cut, entries.size());
        State kept = Snapshot.read(Snapshot.write(fold(State.begin(NOW), entries.subList(0, at))), NOW);
        State whole = fold(State.begin(NOW), entries);
        State rest = fold(kept, entries.subList(at, entries.size()));
        // Written before anybody looked at what lies aside, and once more after.
        State again = Snapshot.read(Snapshot.write(rest), NOW);
        assertEquals(whole, again);
        assertEquals(whole, rest);
        assertEquals(whole, Snapshot.read(Snapshot.write(rest), NOW));
        assertEquals(
                new ArrayList<>(whole.projects().byId().keySet()),
                new ArrayList<>(rest.projects().byId().keySet()));
        assertEquals(Json.write(Snapshot.read(Snapshot.write(whole), NOW).roster()), Json.write(whole.roster()));
    }

    @Test
    void a_state_is_the_same_under_the_ledgers_name_of_today() {
        State state = fold(State.begin(new UUID(1, 1)), Town.withRoad().entries());
        State read = Snapshot.read(Snapshot.write(state), NOW);
        assertEquals(NOW, read.head().epoch());
        assertEquals(state.projects(), read.projects());
        assertEquals(State.begin(NOW), Snapshot.read(Snapshot.write(State.begin(NOW)), NOW));
    }

    /** The grant of a link may end in a year that no number of nanoseconds reaches. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-24T01:02:03.123456Z",
                "1969-12-31T23:59:58.500000001Z",
                "1500-01-01T00:00:00Z",
                "9999-12-31T16:00:00Z"
            })
    void a_time_is_read_as_it_was(String text) {
        Head head = new Head(NOW, 0, Seal.NONE, Instant.parse(text));
        State state = new State(head, Projects.NONE, Roster.NONE);
        assertEquals(state, Snapshot.read(Snapshot.write(state), NOW));
    }

    @Test
    void what_is_no_snapshot_is_not_read() {
        List<byte[]> parts =
                Snapshot.write(fold(State.begin(NOW), Town.withRoad().entries()));
        byte[] changed = parts.get(1).clone();
        changed[60] ^= 8;
        byte[] other = parts.get(1).clone();
        other[3] ^= 1;
        byte[] cut = Arrays.copyOf(parts.get(1), parts.get(1).length - 1);
        for (byte[] part : List.of(changed, other, cut, Arrays.copyOf(cut, 3))) {
            assertThrows(UncheckedIOException.class, () -> Snapshot.read(List.of(parts.get(0), part), NOW));
        }
    }

    @Test
    void the_mark_is_the_codes_and_nobody_raises_it() {
        assertEquals(FoldMark.now(), FoldMark.now());
        assertTrue(FoldMark.covers()
                .containsAll(List.of(
                        "io/guatu/board/fold/Plan",
                        "io/guatu/board/fold/Trail",
                        "io/guatu/board/fold/Attribution",
                        "io/guatu/access/Person",
                        "io/guatu/domain/HazardUpdate$NoticeIssued",
                        "io/guatu/ledger/Json")));
    }
}
