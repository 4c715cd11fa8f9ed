package io.guatu.board;

import static io.guatu.board.Entries.MANAGER;
import static io.guatu.board.Entries.ROAD;
import static io.guatu.board.Entries.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.guatu.board.figures.Curve;
import io.guatu.board.fold.Milestone;
import io.guatu.board.fold.Plan;
import io.guatu.board.fold.Project;
import io.guatu.board.fold.Projects;
import io.guatu.board.fold.Slip;
import io.guatu.board.fold.Slippage;
import io.guatu.domain.BlockerUpdate.BlockerCleared;
import io.guatu.domain.BlockerUpdate.BlockerRaised;
import io.guatu.domain.Cause;
import io.guatu.domain.Factor;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.Name;
import io.guatu.domain.Percent;
import io.guatu.domain.PlanLine;
import io.guatu.domain.PlanUpdate.BaselineSet;
import io.guatu.domain.PlanUpdate.ForecastMoved;
import io.guatu.domain.PlanUpdate.MilestonePlanned;
import io.guatu.domain.ProgressUpdate.ProgressReported;
import io.guatu.domain.ProgressUpdate.ProgressVerified;
import io.guatu.domain.Stage;
import io.guatu.domain.Weight;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The slip ledger, as a person would keep it. */
class SlipTest {
    private static final MilestoneId ALL = new MilestoneId("all");

    @Test
    void every_move_says_from_to_days_and_why() {
        Project project = project(plan().move(-10, 60, Cause.DESIGN_CHANGE));
        Slip slip = project.plan().slips().get(0);
        assertEquals(TODAY.plusDays(50), slip.from());
        assertEquals(TODAY.plusDays(60), slip.to());
        assertEquals(10, slip.days());
        assertEquals(Cause.DESIGN_CHANGE, slip.cause());
        assertEquals(MANAGER, slip.by());
    }

    @Test
    void a_move_back_counts_negative_and_re_promises_are_counted() {
        Slippage slippage = slippage(plan().move(-20, 70, Cause.LAND).move(-10, 64, Cause.OPTIMISM_CORRECTED));
        assertEquals(14, slippage.days());
        assertEquals(2, slippage.rePromises());
        assertEquals(Map.of(Cause.LAND, 20L, Cause.OPTIMISM_CORRECTED, -6L), slippage.byReason());
    }

    @Test
    void imported_history_without_a_reason_is_counted_as_such() {
        Slippage slippage = slippage(plan().move(-20, 57, null));
        assertEquals(1, slippage.unexplained());
        assertEquals(7, slippage.unexplainedDays());
    }

    @Test
    void the_reason_that_was_given_and_what_the_days_are_charged_to_are_two_things() {
        Slippage slippage = slippage(plan().blocked(-30, Factor.WEATHER, null).move(-10, 70, Cause.DESIGN_CHANGE));
        assertEquals(Map.of(Cause.DESIGN_CHANGE, 20L), slippage.byReason());
        assertEquals(Map.of(Cause.WEATHER, 20L), slippage.byFactor());
    }

    @ParameterizedTest(name = "finished on day {0} instead of −20: {1} days of finishing, none unexplained")
    @CsvSource({"-10, 10", "-25, -5"})
    void days_of_finishing_are_kept_apart_from_the_unexplained(int finished, long days) {
        Slippage slippage = slippage(new Told(Entries.road(Stage.IMPLEMENTATION)
                .plan("all", 100, -60, -20)
                .report(finished, MANAGER, "all", 100, null)));
        assertEquals(days, slippage.finishingDays());
        assertEquals(0, slippage.unexplainedDays());
        assertEquals(days, slippage.unchargedDays());
        assertEquals(days, slippage.days());
    }

    @Test
    void finishing_late_is_a_slip_but_no_promise_that_was_moved() {
        Slippage slippage = slippage(new Told(
                Entries.road(Stage.IMPLEMENTATION).plan("all", 100, -60, -20).report(-10, MANAGER, "all", 100, null)));
        assertEquals(10, slippage.days());
        assertEquals(0, slippage.rePromises());
        assertEquals(0, slippage.unexplained());
    }

    @Test
    void a_report_moves_no_date_without_a_reason_nor_one_that_was_promised_after_it() {
        Told told = plan();
        told.entries.report(-10, Entries.CONTRACTOR, "all", 50, 50);
        long report = told.entries.all().size();
        told.move(-5, 70, Cause.LAND).entries.add(-1, MANAGER, ROAD, new ProgressVerified(report, null));
        Milestone milestone = project(told).plan().milestones().get(ALL);
        assertEquals(TODAY.plusDays(70), milestone.forecast());
        assertEquals(Percent.of(50), milestone.verified(), "its progress counts");
        assertEquals(20, slippage(told).days());
        ProgressReported silently =
                new ProgressReported(ALL, Percent.of(60), TODAY, null, TODAY.plusDays(90), null, null, null);
        told.entries.add(0, MANAGER, ROAD, silently);
        assertEquals(20, slippage(told).days(), "history that was told without a reason moves nothing");
    }

    @Test
    void a_report_of_everything_done_leaves_no_forecast_behind() {
        Told told = plan();
        told.entries.report(-2, MANAGER, "all", 100, 80);
        assertNull(project(told).plan().milestones().get(ALL).forecast());
    }

    @Test
    void a_finish_that_is_taken_back_takes_its_days_back() {
        Slippage slippage = slippage(new Told(Entries.road(Stage.IMPLEMENTATION)
                .plan("all", 100, -60, -20)
                .report(-10, MANAGER, "all", 100, null)
                .report(-5, MANAGER, "all", 90, null)));
        assertEquals(0, slippage.days());
        assertEquals(2, slippage.moves());
    }

    @Test
    void days_that_slip_while_a_blocker_is_open_are_charged_to_its_factor() {
        Told told = plan().blocked(-30, Factor.RELOCATION, null).move(-10, 60, Cause.WEATHER);
        assertEquals(Map.of(Cause.RELOCATION, 10L), slippage(told).byFactor());
    }

    @Test
    void several_open_blockers_share_the_days_equally_and_the_oldest_takes_the_rest() {
        Told told = plan().blocked(-30, Factor.LAND, null)
                .blocked(-29, Factor.FUNDING, null)
                .blocked(-28, Factor.PERMITS, null)
                .move(-10, 61, Cause.WEATHER);
        assertEquals(
                Map.of(Cause.LAND, 4L, Cause.FUNDING, 4L, Cause.PERMITS, 3L),
                slippage(told).byFactor());
    }

    @Test
    void a_blocker_that_was_cleared_or_holds_another_milestone_is_charged_nothing() {
        Told told = new Told(
                Entries.road(Stage.IMPLEMENTATION).plan("all", 60, -50, 50).plan("other", 40, -50, 50));
        told.blocked(-30, Factor.LAND, null);
        long land = told.entries.all().size();
        told.entries.add(-20, MANAGER, ROAD, new BlockerCleared(land, "已交地"));
        told.blocked(-19, Factor.FUNDING, new MilestoneId("other")).move(-10, 55, Cause.WEATHER);
        assertEquals(Map.of(Cause.WEATHER, 5L), slippage(told).byFactor());
    }

    @Test
    void a_new_baseline_is_a_move_with_its_reason_and_the_forecast_falls() {
        Told told = plan().move(-20, 60, Cause.LAND);
        told.entries.add(
                -5,
                Entries.OFFICE,
                ROAD,
                new BaselineSet(
                        new Name("2号计划", "Plan 2"),
                        Cause.SCOPE_CHANGE,
                        "追加管网",
                        "党委会",
                        null,
                        List.of(new PlanLine(
                                ALL,
                                new Name("全部", "All"),
                                Weight.of(100),
                                TODAY.plusDays(-50),
                                TODAY.plusDays(80),
                                null))));
        Project project = project(told);
        assertEquals(30, project.plan().slippage().days());
        assertEquals(Slip.What.BASELINE, project.plan().slips().get(1).what());
        assertNull(project.plan().milestones().get(ALL).forecast());
        assertEquals(2, project.plan().baseline().number());
        assertEquals(2, project.plan().baselines().size(), "the old one stays");
    }

    @Test
    void a_milestone_that_a_baseline_dropped_comes_back_with_what_was_done() {
        Told told = new Told(Entries.road(Stage.IMPLEMENTATION)
                .plan("all", 60, -50, 50)
                .plan("other", 40, -50, 50)
                .report(-20, MANAGER, "all", 70, null));
        told.baseline(-10, "other", 60).baseline(-5, "all", 70);
        Plan plan = project(told).plan();
        assertEquals(Percent.of(70), plan.milestones().get(ALL).verified());
        assertEquals(20, plan.slips().get(plan.slips().size() - 1).days(), "from where it was promised last");
    }

    @Test
    void a_plan_completed_after_the_first_report_begins_its_curve_then() {
        Told told = new Told(
                Entries.road(Stage.IMPLEMENTATION).plan("all", 60, -50, 50).report(-20, MANAGER, "all", 50, null));
        told.entries.add(
                -10,
                MANAGER,
                ROAD,
                new MilestonePlanned(
                        new MilestoneId("other"),
                        new Name("其余", "Other"),
                        Weight.of(40),
                        TODAY.plusDays(-10),
                        TODAY.plusDays(50),
                        null));
        Curve curve = Curve.of(project(told), TODAY, Entries.ZONE);
        assertEquals(List.of(new Curve.Point(TODAY.minusDays(10), new BigDecimal("30.0"))), curve.verified());
    }

    private static Told plan() {
        return new Told(Entries.road(Stage.IMPLEMENTATION).plan("all", 100, -50, 50));
    }

    private record Told(Entries entries) {
        Told move(int day, int to, Cause cause) {
            entries.add(day, MANAGER, ROAD, new ForecastMoved(ALL, TODAY.plusDays(to), cause, "原因", null));
            return this;
        }

        Told baseline(int day, String milestone, int finish) {
            PlanLine line = new PlanLine(
                    new MilestoneId(milestone),
                    new Name(milestone, milestone),
                    Weight.of(100),
                    TODAY.plusDays(-50),
                    TODAY.plusDays(finish),
                    null);
            entries.add(
                    day,
                    Entries.OFFICE,
                    ROAD,
                    new BaselineSet(new Name("新计划", "New plan"), Cause.SCOPE_CHANGE, "调整", "党委会", null, List.of(line)));
            return this;
        }

        Told blocked(int day, Factor factor, MilestoneId milestone) {
            entries.add(
                    day,
                    MANAGER,
                    ROAD,
                    new BlockerRaised(
                            factor, "堵", null, null, null, milestone == null ? null : List.of(milestone), null));
            return this;
        }
    }

    private static Project project(Told told) {
        return Projects.NONE.after(told.entries.all()).byId().get(ROAD);
    }

    private static Slippage slippage(Told told) {
        return project(told).plan().slippage();
    }
}
