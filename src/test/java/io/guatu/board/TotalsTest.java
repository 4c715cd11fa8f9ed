package io.guatu.board;

import static io.guatu.board.Entries.MANAGER;
import static io.guatu.board.Entries.OFFICE;
import static io.guatu.board.Entries.TODAY;
import static io.guatu.board.Entries.ZONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.domain.BlockerUpdate.BlockerCleared;
import io.guatu.domain.BlockerUpdate.BlockerRaised;
import io.guatu.domain.BoardUpdate.MeetingHeld;
import io.guatu.domain.BoardUpdate.WeightingChosen;
import io.guatu.domain.Cause;
import io.guatu.domain.Entry;
import io.guatu.domain.Factor;
import io.guatu.domain.InvestmentUpdate.InvestmentCompleted;
import io.guatu.domain.InvestmentUpdate.InvestmentPlanned;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.Money;
import io.guatu.domain.Name;
import io.guatu.domain.Percent;
import io.guatu.domain.PlanUpdate.ForecastMoved;
import io.guatu.domain.PlanUpdate.MilestonePlanned;
import io.guatu.domain.ProgressUpdate.ProgressReported;
import io.guatu.domain.ProjectId;
import io.guatu.domain.ProjectUpdate.ProjectAmended;
import io.guatu.domain.ProjectUpdate.ProjectArchived;
import io.guatu.domain.ProjectUpdate.ProjectRestored;
import io.guatu.domain.ProjectUpdate.ProjectResumed;
import io.guatu.domain.ProjectUpdate.ProjectSuspended;
import io.guatu.domain.ProjectUpdate.StageChanged;
import io.guatu.domain.Stage;
import io.guatu.domain.Weight;
import io.guatu.domain.Weighting;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What several projects add up to. */
class TotalsTest {
    private static final int PROJECTS = 4;

    @Property(tries = 150)
    void kept_by_differences_they_equal_those_counted_anew(@ForAll long seed) {
        Board board = empty();
        for (Entry entry : history(new Random(seed)).all()) {
            board = board.after(List.of(entry));
        }
        assertEquals(board.on(TODAY).totals(), board.totals());
    }

    @Property(tries = 150)
    void the_parts_add_up_to_the_projects(@ForAll long seed) {
        Totals totals = board(history(new Random(seed))).totals();
        long lamps = totals.lamps().values().stream().mapToLong(Long::longValue).sum();
        assertEquals(totals.projects(), lamps + totals.notStarted() + totals.suspended() + totals.cancelled());
    }

    @Property(tries = 150)
    void money_is_there_when_somebody_entered_it(@ForAll long seed) {
        Board board = board(history(new Random(seed)));
        List<InvestmentView> entered = board.cards().values().stream()
                .filter(card -> card.stage() != Stage.CANCELLED)
                .map(Card::investment)
                .filter(money -> money != null && money.planned() != null && money.completed() != null)
                .toList();
        Totals.Money money = board.totals().investment();
        assertEquals(entered.isEmpty(), money == null);
        assertEquals(entered.size(), money == null ? 0 : money.projects());
    }

    @ParameterizedTest(name = "{0} projects that completed nothing yet: {0} entered, rate 0")
    @CsvSource({"1", "2", "3", "4"})
    void nothing_completed_is_a_figure_too(int projects) {
        Entries entries = new Entries();
        for (int i = 0; i < projects; i++) {
            invested(open(entries, i, Stage.IMPLEMENTATION), i, 2_000, 0);
        }
        Totals.Money money = board(entries).totals().investment();
        assertEquals(projects, money.projects());
        assertEquals(0, money.completed().signum());
        assertEquals(new BigDecimal("0.0"), money.rate());
    }

    @Test
    void a_cancelled_project_does_not_count_in_the_rate() {
        Entries entries = new Entries();
        invested(open(entries, 0, Stage.IMPLEMENTATION), 0, 1_000, 500);
        invested(open(entries, 1, Stage.IMPLEMENTATION), 1, 9_000, 0);
        entries.add(-1, OFFICE, id(1), new StageChanged(Stage.CANCELLED, "重复建设"));
        Totals totals = board(entries).totals();
        assertEquals(new BigDecimal("50.0"), totals.investment().rate());
        assertEquals(1, totals.cancelled());
    }

    @Test
    void what_nobody_ever_told_of_is_no_figure_and_what_was_cleared_is_none_open() {
        Entries entries = new Entries();
        open(entries, 0, Stage.IMPLEMENTATION);
        assertNull(board(entries).totals().blockers());
        assertNull(board(entries).totals().blockerDays());
        assertNull(board(entries).totals().hazards());
        assertNull(board(entries).totals().directivesOverdue());
        entries.add(-3, MANAGER, id(0), new BlockerRaised(Factor.LAND, "未签约", null, null, null, null, null));
        assertEquals(1L, board(entries).totals().blockers());
        long raised = entries.all().get(entries.all().size() - 1).seq();
        entries.add(-2, MANAGER, id(0), new BlockerCleared(raised, "已签"));
        assertEquals(0L, board(entries).totals().blockers());
        assertNull(board(entries).totals().hazardsOverdue());
    }

    @Test
    void a_late_milestone_that_was_promised_anew_says_both_how_late_it_is_and_how_long_it_will_take() {
        Entries entries = new Entries();
        open(entries, 0, Stage.IMPLEMENTATION);
        MilestoneId pit = new MilestoneId("pit");
        entries.add(
                -50,
                MANAGER,
                id(0),
                new MilestonePlanned(
                        pit, new Name("坑", "Pit"), Weight.of(100), TODAY.minusDays(40), TODAY.minusDays(24), null));
        entries.add(-30, MANAGER, id(0), new ForecastMoved(pit, TODAY.plusDays(18), Cause.PERMITS, null, null));
        Card.Next next = board(entries).cards().get(id(0)).next();
        assertEquals(18, next.days());
        assertEquals(24L, next.late());
    }

    /** One of 1,000 万元 with 80 % verified, one of 3,000 with 40 %, one nobody entered an amount for, with 0. */
    @ParameterizedTest(name = "{0}: {1} % of {2} projects, {3} left out")
    @CsvSource({"EQUAL, 40.0, 3, 0", "INVESTMENT, 50.0, 2, 1", "SET, 72.0, 2, 1"})
    void projects_weigh_as_was_chosen(Weighting weighting, BigDecimal verified, long counted, long leftOut) {
        Entries entries = new Entries();
        invested(reported(open(entries, 0, Stage.IMPLEMENTATION), 0, 80), 0, 1_000, 0);
        invested(reported(open(entries, 1, Stage.IMPLEMENTATION), 1, 40), 1, 3_000, 0);
        reported(open(entries, 2, Stage.IMPLEMENTATION), 2, 0);
        weighs(weighs(entries, 0, 8), 1, 2);
        Board before = board(entries);
        Totals totals = before.after(chosen(before, weighting)).totals();
        assertEquals(verified, totals.progress().verified());
        assertEquals(counted, totals.counted());
        assertEquals(leftOut, totals.leftOut());
        assertEquals(weighting, totals.weighting());
    }

    @Test
    void the_programme_is_not_done_before_its_last_project_is() {
        Entries entries = new Entries();
        for (int i = 0; i < 20; i++) {
            reported(open(entries, i, Stage.IMPLEMENTATION), i, i == 0 ? 99 : 100);
        }
        assertEquals(new BigDecimal("99.9"), board(entries).totals().progress().verified());
        assertEquals(
                new BigDecimal("100.0"),
                board(reported(entries, 0, 100)).totals().progress().verified());
    }

    @Test
    void a_year_is_not_spent_before_its_last_yuan_is() {
        Entries entries = new Entries();
        invested(open(entries, 0, Stage.IMPLEMENTATION), 0, 10_000, 9_999);
        assertEquals(
                new BigDecimal("99.9"), board(entries).totals().investment().rate());
        assertEquals(
                new BigDecimal("99.9"),
                board(entries).cards().get(id(0)).investment().rate());
    }

    /** Whatever the shares of its projects, the whole lies between the least and the most of them, exactly. */
    @Property(tries = 200)
    void the_whole_is_the_exact_mean_rounded_down(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 0, max = 10_000) Integer> percents) {
        Entries entries = new Entries();
        for (int i = 0; i < percents.size(); i++) {
            report(open(entries, i, Stage.IMPLEMENTATION), i, new Percent(percents.get(i)));
        }
        long sum = percents.stream().mapToLong(Integer::longValue).sum();
        assertEquals(
                BigDecimal.valueOf(sum, 2).divide(BigDecimal.valueOf(percents.size()), 1, RoundingMode.DOWN),
                board(entries).totals().progress().verified());
    }

    @Test
    void a_meeting_and_a_weighting_leave_every_card_as_it_is() {
        Board before = board(reported(open(new Entries(), 0, Stage.IMPLEMENTATION), 0, 50));
        Entry held = new Entry(
                before.seq() + 1, null, 0, Entries.at(0), OFFICE, new MeetingHeld(null, null, null, null, null, null));
        Board after = before.after(List.of(held));
        after = after.after(chosen(after, Weighting.SET));
        assertSame(before.cards().get(id(0)), after.cards().get(id(0)));
        assertTrue(after.continues(before.seq()));
        assertEquals(List.of(), after.since(before.seq()));
        assertNull(after.totals().progress());
    }

    private static Entries history(Random random) {
        Entries entries = new Entries();
        for (int i = 0; i < PROJECTS; i++) {
            open(entries, i, random.nextInt(3) == 0 ? Stage.PREPARATION : Stage.IMPLEMENTATION);
        }
        for (int n = 0; n < 40; n++) {
            int i = random.nextInt(PROJECTS);
            switch (random.nextInt(10)) {
                case 0 -> invested(entries, i, random.nextInt(3) * 100, random.nextInt(3) * 50);
                case 1, 2 -> reported(entries, i, random.nextInt(101));
                case 3 -> entries.add(-5, OFFICE, id(i), new StageChanged(Stage.CANCELLED, "不建了"));
                case 4 -> entries.add(-5, OFFICE, id(i), new StageChanged(Stage.IMPLEMENTATION, null));
                case 5 -> pausedOrResumed(entries, i);
                case 6 -> entries.add(-5, OFFICE, id(i), new ProjectArchived("移交"));
                case 7 -> entries.add(-5, OFFICE, id(i), new ProjectRestored("误归档"));
                case 8 ->
                    entries.add(
                            -5, MANAGER, id(i), new BlockerRaised(Factor.LAND, "未签约", null, null, null, null, null));
                default -> entries.add(-5, OFFICE, null, new WeightingChosen(Weighting.values()[random.nextInt(3)]));
            }
        }
        return entries;
    }

    private static void pausedOrResumed(Entries entries, int project) {
        boolean paused = board(entries)
                        .projects()
                        .byId()
                        .get(id(project))
                        .profile()
                        .pauses()
                        .now()
                != null;
        entries.add(
                -5,
                OFFICE,
                id(project),
                paused ? new ProjectResumed("水退", "镇长", null) : new ProjectSuspended("汛期", "镇长", null));
    }

    private static Entries open(Entries entries, int project, Stage stage) {
        return entries.add(-100, MANAGER, id(project), Entries.opened(stage))
                .add(
                        -99,
                        MANAGER,
                        id(project),
                        new MilestonePlanned(
                                new MilestoneId("all"),
                                new Name("全部", "All"),
                                Weight.of(100),
                                TODAY.plusDays(stage == Stage.PREPARATION ? 10 : -50),
                                TODAY.plusDays(50),
                                null));
    }

    private static Entries reported(Entries entries, int project, int percent) {
        return report(entries, project, Percent.of(percent));
    }

    private static Entries report(Entries entries, int project, Percent percent) {
        MilestoneId all = new MilestoneId("all");
        return entries.add(
                -1,
                MANAGER,
                id(project),
                new ProgressReported(all, percent, TODAY.minusDays(1), "报", null, null, null, null));
    }

    private static Entries invested(Entries entries, int project, int planned, int completed) {
        return entries.add(
                        -9,
                        MANAGER,
                        id(project),
                        new InvestmentPlanned(wan(planned), 2026, wan(planned), null, null, null, null))
                .add(
                        -8,
                        MANAGER,
                        id(project),
                        new InvestmentCompleted(YearMonth.of(2026, 10), wan(completed), null, null, "更正"));
    }

    private static Entries weighs(Entries entries, int project, int weight) {
        BigDecimal set = BigDecimal.valueOf(weight);
        return entries.add(-7, OFFICE, id(project), new ProjectAmended(null, null, null, null, null, null, set, null));
    }

    private static List<Entry> chosen(Board board, Weighting weighting) {
        return List.of(new Entry(board.seq() + 1, null, 0, Entries.at(0), OFFICE, new WeightingChosen(weighting)));
    }

    private static ProjectId id(int project) {
        return new ProjectId("p-" + project);
    }

    private static Money wan(int amount) {
        return Money.of(BigDecimal.valueOf(amount));
    }

    private static Board board(Entries entries) {
        return empty().after(entries.all());
    }

    private static Board empty() {
        return Board.empty(new UUID(1, 1), TODAY, ZONE, Sets.named("daguan-1"));
    }
}
