package io.guatu.board;

import static io.guatu.board.Entries.CONTRACTOR;
import static io.guatu.board.Entries.MANAGER;
import static io.guatu.board.Entries.OFFICE;
import static io.guatu.board.Entries.ROAD;
import static io.guatu.board.Entries.TODAY;
import static io.guatu.board.Entries.ZONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.board.lamp.Lamp;
import io.guatu.domain.Author;
import io.guatu.domain.BlockerUpdate.BlockerPromised;
import io.guatu.domain.BlockerUpdate.BlockerRaised;
import io.guatu.domain.DirectiveUpdate.DirectiveAccepted;
import io.guatu.domain.DirectiveUpdate.DirectiveAnswered;
import io.guatu.domain.DirectiveUpdate.DirectiveIssued;
import io.guatu.domain.Factor;
import io.guatu.domain.HazardUpdate.HazardFixedOnSpot;
import io.guatu.domain.HazardUpdate.HazardFound;
import io.guatu.domain.HazardUpdate.HazardRechecked;
import io.guatu.domain.HazardUpdate.HazardRectified;
import io.guatu.domain.HazardUpdate.NoticeIssued;
import io.guatu.domain.InvestmentUpdate.InvestmentCompleted;
import io.guatu.domain.InvestmentUpdate.InvestmentPlanned;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.Money;
import io.guatu.domain.Name;
import io.guatu.domain.PlanUpdate.MilestonePlanned;
import io.guatu.domain.ProjectUpdate.ProjectArchived;
import io.guatu.domain.ProjectUpdate.ProjectResumed;
import io.guatu.domain.ProjectUpdate.ProjectSuspended;
import io.guatu.domain.ProjectUpdate.StageChanged;
import io.guatu.domain.Role;
import io.guatu.domain.Severity;
import io.guatu.domain.Stage;
import io.guatu.domain.Weight;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Blockers, hazards, directives, suspensions and money, as the card and its lamp show them. 2026-11-24 is a Tuesday. */
class LoopTest {
    @ParameterizedTest(name = "a blocker open for {0} days, promised for day {1}, is {2} {3}")
    @CsvSource({
        "13, 10, GREEN,",
        "14, 10, YELLOW, BLOCKER_OPEN",
        "59, 10, YELLOW, BLOCKER_OPEN",
        "60, 10, RED, BLOCKER_OPEN",
        "5,   0, GREEN,",
        "5,  -1, YELLOW, BLOCKER_PROMISE_BROKEN",
        "5, -32, RED, BLOCKER_PROMISE_BROKEN",
    })
    void blockers_light_the_lamp(int open, int promised, Lamp.Colour colour, Lamp.Code reason) {
        Entries entries = onTime().add(-open, MANAGER, ROAD, raised(Factor.LAND, promised));
        Card card = card(entries);
        assertEquals(colour, card.lamp().colour());
        assertEquals(
                reason,
                card.lamp().reasons().isEmpty()
                        ? null
                        : card.lamp().reasons().get(0).code());
        assertEquals(open, card.blockers().get(0).days());
    }

    @Test
    void a_promise_that_is_renewed_is_counted() {
        Entries entries = onTime().add(-20, MANAGER, ROAD, raised(Factor.LAND, -10));
        long seq = entries.all().size();
        entries.add(-10, MANAGER, ROAD, new BlockerPromised(seq, TODAY.plusDays(5), "再等等"));
        BlockerView blocker = card(entries).blockers().get(0);
        assertEquals(2, blocker.promises());
        assertNull(blocker.past());
    }

    @ParameterizedTest(name = "a notice with its deadline on day {0} is {1}, {2} days over")
    @CsvSource({"3, GREEN,,", "0, GREEN,,", "-1, RED, 1,", "-2, RED, 1, -1", "-3, RED, 1, -1", "-4, RED, 4,"})
    void an_overdue_rectification_outranks_a_green_schedule(
            int deadline, Lamp.Colour colour, Long past, Integer until) {
        Entries entries = onTime().add(-15, OFFICE, ROAD, hazard());
        long hazard = entries.all().size();
        entries.add(-15, MANAGER, ROAD, notice(hazard, deadline));
        Card card = card(entries);
        assertEquals(colour, card.lamp().colour(), "a deadline on a day off ends with the next working day");
        assertEquals(past, card.safety().open().get(0).past());
        assertEquals(
                until == null ? null : TODAY.plusDays(until),
                card.safety().open().get(0).until(),
                "the day that counts is told where it is another");
    }

    @Test
    void once_rectified_it_waits_for_the_re_check_and_sent_back_it_is_overdue_again() {
        Entries entries = onTime().add(-15, OFFICE, ROAD, hazard());
        long hazard = entries.all().size();
        entries.add(-15, MANAGER, ROAD, notice(hazard, -8))
                .add(-2, CONTRACTOR, ROAD, new HazardRectified(hazard, "已整改", null, null));
        assertEquals(Lamp.Colour.YELLOW, card(entries).lamp().colour(), "the contractor's word turns nothing green");
        assertEquals(Lamp.Way.RECHECK, card(entries).lamp().toGreen().get(0).code());
        assertEquals(0, card(entries).safety().overdue());
        entries.add(-1, MANAGER, ROAD, new HazardRechecked(hazard, false, "不彻底", null));
        assertEquals(Lamp.Colour.RED, card(entries).lamp().colour());
        assertEquals(1, card(entries).safety().open().get(0).sentBack());
        entries.add(-1, CONTRACTOR, ROAD, new HazardRectified(hazard, "重做", null, null))
                .add(0, MANAGER, ROAD, new HazardRechecked(hazard, true, null, null));
        assertEquals(Lamp.Colour.GREEN, card(entries).lamp().colour());
        assertEquals(1, card(entries).safety().closed());
        assertNull(card(entries).safety().open());
    }

    @Test
    void the_work_report_counts_found_notices_and_rectified() {
        Entries entries = onTime().add(-60, OFFICE, ROAD, hazard()).add(-60, OFFICE, ROAD, hazard());
        long second = entries.all().size();
        entries.add(-60, MANAGER, ROAD, new NoticeIssued("1号", List.of(second - 1, second), TODAY.plusDays(-50), null))
                .add(-58, CONTRACTOR, ROAD, new HazardRectified(second, "好了", null, null))
                .add(-20, MANAGER, ROAD, new HazardRechecked(second, true, null, null))
                .add(-20, OFFICE, ROAD, hazard());
        entries.add(-20, CONTRACTOR, ROAD, new HazardFixedOnSpot(entries.all().size(), "当场补好", null, null));
        SafetyReport report = SafetyReport.of(board(entries).projects().byId().values(), 2026, ZONE);
        assertEquals(new SafetyReport.Line(3, 1, 2), report.total());
        assertEquals(new SafetyReport.Line(2, 1, 0), report.months().get(YearMonth.of(2026, 9)));
        assertEquals(new SafetyReport.Line(1, 0, 2), report.months().get(YearMonth.of(2026, 11)));
        assertEquals(1, report.open());
    }

    @Test
    void an_overdue_directive_reddens_until_it_is_answered() {
        Entries entries = onTime().add(-9, LEADER, ROAD, new DirectiveIssued("办", TODAY.plusDays(-4), null, null));
        long directive = entries.all().size();
        assertEquals(
                Lamp.Code.DIRECTIVE_OVERDUE,
                card(entries).lamp().reasons().get(0).code());
        assertEquals(4, card(entries).directives().get(0).past());
        entries.add(0, MANAGER, ROAD, new DirectiveAnswered(directive, "已办", null, null));
        assertEquals(Lamp.Colour.GREEN, card(entries).lamp().colour());
        entries.add(0, LEADER, ROAD, new DirectiveAccepted(directive, null));
        assertNull(card(entries).directives());
    }

    @Test
    void bad_news_keeps_no_silent_project_from_going_grey_and_safety_outranks_silence() {
        Entries entries = Entries.road(Stage.IMPLEMENTATION)
                .plan("all", 100, -50, 50)
                .report(-20, MANAGER, "all", 30, null)
                .add(-1, MANAGER, ROAD, raised(Factor.LAND, 5));
        assertEquals(Lamp.Colour.GREY, card(entries).lamp().colour());
        entries.add(-5, LEADER, ROAD, new DirectiveIssued("说明情况", TODAY.plusDays(-1), null, null));
        Lamp lamp = card(entries).lamp();
        assertEquals(Lamp.Colour.RED, lamp.colour());
        assertTrue(lamp.has(Lamp.Code.SILENT));
    }

    @Test
    void no_stage_hides_an_order_or_a_danger_that_is_overdue() {
        Entries overdue = onTime().add(-20, OFFICE, ROAD, new DirectiveIssued("本周协调", TODAY.minusDays(6), null, null));
        Entries unsafe =
                onTime().add(-20, OFFICE, ROAD, new HazardFound(Severity.MAJOR, "塔吊", "无限位", null, null, null));
        unsafe.add(
                -19,
                MANAGER,
                ROAD,
                new NoticeIssued("1号", List.of((long) unsafe.all().size()), TODAY.minusDays(6), null));
        for (Entries entries : List.of(overdue, unsafe)) {
            entries.add(-1, MANAGER, ROAD, new ProjectSuspended("汛期", "镇长办公会", null));
            Board suspended = board(entries);
            Lamp lamp = suspended.cards().get(ROAD).lamp();
            assertEquals(Lamp.Colour.RED, lamp.colour());
            assertTrue(lamp.reasons().get(0).ref() != null, "what is overdue comes first");
            assertTrue(lamp.has(Lamp.Code.SUSPENDED));
            assertTrue(lamp.outside(), "and it is counted in no average");
            assertEquals(1L, suspended.totals().lamps().get(Lamp.Colour.RED));
            entries.add(0, OFFICE, ROAD, new StageChanged(Stage.CANCELLED, "不建了"));
            Lamp cancelled = card(entries).lamp();
            assertEquals(Lamp.Colour.RED, cancelled.colour());
            assertTrue(cancelled.has(Lamp.Code.CANCELLED));
            assertTrue(cancelled.outside());
        }
    }

    @Test
    void while_suspended_the_clock_stands_still_and_averages_leave_it_out() {
        Entries entries = onTime().add(0, MANAGER, ROAD, new ProjectSuspended("汛期", "镇长办公会", null));
        Board later = board(entries).on(TODAY.plusDays(40));
        Card card = later.cards().get(ROAD);
        assertEquals(Lamp.Code.SUSPENDED, card.lamp().reasons().get(0).code());
        assertEquals(new BigDecimal("50.0"), card.progress().time());
        assertEquals(49, card.next().days(), "its due date waits with it");
        assertNull(later.totals().progress());
        assertEquals(1, later.totals().suspended());
        assertTrue(later.totals().lamps().values().stream().allMatch(count -> count == 0));
    }

    @Test
    void after_it_is_resumed_the_days_of_the_suspension_do_not_count() {
        Entries entries = Entries.road(Stage.IMPLEMENTATION)
                .plan("all", 100, -50, 49)
                .add(-40, MANAGER, ROAD, new ProjectSuspended("汛期", "镇长办公会", null))
                .add(-20, MANAGER, ROAD, new ProjectResumed("可以复工", "镇长办公会", null))
                .report(-1, MANAGER, "all", 30, null);
        Card card = card(entries);
        assertEquals(new BigDecimal("30.0"), card.progress().time());
        assertEquals(Lamp.Colour.GREEN, card.lamp().colour());
    }

    @Test
    void an_archived_project_leaves_the_board_and_the_viewers() {
        Board before = board(onTime());
        Board after = before.after(onTime().add(0, OFFICE, ROAD, new ProjectArchived("已移交"))
                .all()
                .subList((int) before.seq(), (int) before.seq() + 1));
        assertTrue(after.cards().isEmpty());
        assertEquals(List.of(ROAD), after.goneSince(before.seq()));
        assertEquals(0, after.totals().projects());
        assertTrue(after.projects().byId().containsKey(ROAD), "it stays in the ledger");
    }

    @Test
    void a_slip_shows_which_later_milestones_it_pushes() {
        Entries entries = Entries.road(Stage.IMPLEMENTATION)
                .plan("pit", 40, -50, 10)
                .add(-99, MANAGER, ROAD, planned("box", 40, 10, 40, "pit"))
                .add(-99, MANAGER, ROAD, planned("road", 20, 45, 60, "box"))
                .report(-1, MANAGER, "pit", 50, 22);
        List<MilestoneView> steps = card(entries).milestones();
        assertEquals(12, steps.get(1).pushed().days());
        assertEquals(TODAY.plusDays(52), steps.get(1).pushed().to());
        assertEquals(7, steps.get(2).pushed().days(), "five days of slack take the rest");
        assertEquals(new MilestoneId("box"), steps.get(2).pushed().by());
        assertNull(steps.get(0).pushed());
    }

    @Test
    void money_is_shown_only_where_it_was_entered_and_a_month_can_be_corrected() {
        assertNull(card(onTime()).investment());
        Entries entries = onTime().add(-9, MANAGER, ROAD, completed(10, "300"));
        assertNull(card(entries).investment().rate(), "no plan, no rate");
        assertNull(card(entries).investment().total());
        entries.add(-8, MANAGER, ROAD, new InvestmentPlanned(wan("5000"), 2026, wan("2000"), null, null, null, null))
                .add(-7, MANAGER, ROAD, completed(9, "200.5"))
                .add(-6, MANAGER, ROAD, completed(10, "320"));
        InvestmentView money = card(entries).investment();
        assertEquals(wan("520.5"), money.completed());
        assertEquals(new BigDecimal("26.0"), money.rate());
        assertEquals(YearMonth.of(2026, 10), money.month());
    }

    @Test
    void what_is_not_entered_is_absent() {
        Card card = card(Entries.road(Stage.PREPARATION));
        assertNull(card.progress());
        assertNull(card.forecast());
        assertNull(card.next());
        assertNull(card.slippage());
        assertNull(card.blockers());
        assertNull(card.safety());
        assertNull(card.investment());
        assertNull(card.baseline());
        assertFalse(card.lamp().reasons().isEmpty());
    }

    private static final Author LEADER = new Author("li", Role.LEADER, "李书记", null);

    private static Entries onTime() {
        return Entries.road(Stage.IMPLEMENTATION).plan("all", 100, -50, 49).report(-1, MANAGER, "all", 50, null);
    }

    private static BlockerRaised raised(Factor factor, int promised) {
        return new BlockerRaised(factor, "未签约", "交地", "村委会", TODAY.plusDays(promised), null, null);
    }

    private static HazardFound hazard() {
        return new HazardFound(Severity.GENERAL, "基坑", "临边无防护", null, null, null);
    }

    private static NoticeIssued notice(long hazard, int deadline) {
        return new NoticeIssued("整改1号", List.of(hazard), TODAY.plusDays(deadline), null);
    }

    private static MilestonePlanned planned(String id, int weight, int start, int finish, String after) {
        return new MilestonePlanned(
                new MilestoneId(id),
                new Name(id, id),
                Weight.of(weight),
                TODAY.plusDays(start),
                TODAY.plusDays(finish),
                List.of(new MilestoneId(after)));
    }

    private static InvestmentCompleted completed(int month, String wan) {
        return new InvestmentCompleted(YearMonth.of(2026, month), wan(wan), null, null, "更正");
    }

    private static Money wan(String amount) {
        return Money.of(new BigDecimal(amount));
    }

    private static Board board(Entries entries) {
        return Board.empty(new UUID(1, 1), TODAY, ZONE, Sets.named("daguan-1")).after(entries.all());
    }

    private static Card card(Entries entries) {
        return board(entries).cards().get(ROAD);
    }
}
