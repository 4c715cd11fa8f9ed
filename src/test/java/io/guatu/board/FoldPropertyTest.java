package io.guatu.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.domain.Author;
import io.guatu.domain.Entry;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.ProgressUpdate.ProgressReturned;
import io.guatu.domain.ProgressUpdate.ProgressVerified;
import io.guatu.domain.ProgressUpdate.StillTrue;
import io.guatu.domain.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FoldPropertyTest {
    @Property(tries = 300)
    void folding_all_entries_equals_folding_any_first_part_and_then_the_rest(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 60) int cut) {
        List<Entry> entries = history(seed);
        int at = Math.min(cut, entries.size());
        Board whole = empty().after(entries);
        Board parts = empty().after(entries.subList(0, at)).after(entries.subList(at, entries.size()));
        assertEquals(whole, parts);
    }

    @Property(tries = 300)
    void what_changed_since_any_point_brings_a_viewer_to_now(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 60) int cut) {
        List<Entry> entries = history(seed);
        int at = Math.min(cut, entries.size());
        Board before = empty().after(entries.subList(0, at));
        Board now = before.after(entries.subList(at, entries.size()));
        var viewer = new LinkedHashMap<>(before.cards());
        now.since(before.seq()).forEach(card -> viewer.put(card.id(), card));
        assertEquals(now.cards(), viewer);
    }

    @Property(tries = 300)
    void progress_stays_between_0_and_100_and_pending_never_counts(@ForAll long seed) {
        Card card = empty().after(history(seed)).cards().get(Entries.ROAD);
        assertTrue(card.progress().verified().doubleValue() >= 0
                && card.progress().verified().doubleValue() <= 100);
        assertTrue(card.milestones().stream()
                .allMatch(step ->
                        step.actual() == null || step.percent().verified().hundredths() == 10_000));
    }

    private static Board empty() {
        return Board.empty(new UUID(1, 1), Entries.TODAY, Entries.ZONE, Sets.named("daguan-1"));
    }

    private static List<Entry> history(long seed) {
        Random random = new Random(seed);
        Entries entries =
                Entries.road(Stage.IMPLEMENTATION).plan("a", 30, -90, -20).plan("b", 70, -40, 60);
        for (int day = -90; day < 0; day += 2 + random.nextInt(5)) {
            String milestone = random.nextBoolean() ? "a" : "b";
            Author by = random.nextInt(3) == 0 ? Entries.MANAGER : Entries.CONTRACTOR;
            int before = entries.all().size();
            switch (random.nextInt(4)) {
                case 0 -> entries.add(day, by, Entries.ROAD, new StillTrue(null));
                case 1 -> entries.add(day, Entries.MANAGER, Entries.ROAD, new ProgressVerified(before));
                case 2 -> entries.add(day, Entries.MANAGER, Entries.ROAD, new ProgressReturned(before, "再报"));
                default -> entries.report(day, by, new MilestoneId(milestone).value(), random.nextInt(101), null);
            }
        }
        return entries.all();
    }
}
