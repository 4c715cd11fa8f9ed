package io.guatu.board;

import static io.guatu.board.Entries.CONTRACTOR;
import static io.guatu.board.Entries.MANAGER;
import static io.guatu.board.Entries.OFFICE;
import static io.guatu.board.Entries.ROAD;
import static io.guatu.board.Entries.TODAY;
import static io.guatu.board.Entries.ZONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.board.lamp.Lamp;
import io.guatu.domain.BlockerUpdate.BlockerCleared;
import io.guatu.domain.BlockerUpdate.BlockerRaised;
import io.guatu.domain.Cause;
import io.guatu.domain.DirectiveUpdate.DirectiveAnswered;
import io.guatu.domain.DirectiveUpdate.DirectiveIssued;
import io.guatu.domain.Factor;
import io.guatu.domain.HazardUpdate.HazardFound;
import io.guatu.domain.HazardUpdate.HazardRechecked;
import io.guatu.domain.HazardUpdate.HazardRectified;
import io.guatu.domain.HazardUpdate.NoticeIssued;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.Percent;
import io.guatu.domain.PlanUpdate.ForecastMoved;
import io.guatu.domain.ProgressUpdate.ProgressReported;
import io.guatu.domain.ProgressUpdate.StillTrue;
import io.guatu.domain.ProjectUpdate.ProjectResumed;
import io.guatu.domain.ProjectUpdate.ProjectSuspended;
import io.guatu.domain.Severity;
import io.guatu.domain.Stage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way back to green, as the lamp tells it. */
class WayTest {
    private static final List<String> MILESTONES = List.of("pit", "box", "road", "opening");

    @Property(tries = 400)
    void whoever_does_all_of_it_is_green_or_done(@ForAll long seed) {
        Random random = new Random(seed);
        String rules = List.of("daguan-1", "yinchuan-1", "sanya-1").get(random.nextInt(3));
        Entries entries = trouble(random);
        Lamp before = lamp(entries, rules);
        List<Lamp.Step> way = before.toGreen();
        assertEquals(new HashSet<>(way).size(), way.size(), () -> "nothing is asked for twice: " + way);
        for (Lamp.Step step : way) {
            take(entries, step);
        }
        Lamp after = lamp(entries, rules);
        assertTrue(
                EnumSet.of(Lamp.Colour.GREEN, Lamp.Colour.DONE).contains(after.colour()),
                () -> before + " by " + way + " became " + after);
    }

    @ParameterizedTest(name = "due in 7 days with {0} % verified: {1} % more")
    @CsvSource({"60, 10.1", "69.95, 0.1", "70, 0.1"})
    void what_is_due_soon_needs_more_than_the_threshold(BigDecimal done, BigDecimal points) {
        Entries entries = Entries.road(Stage.IMPLEMENTATION).plan("all", 100, -13, 7);
        report(entries, new MilestoneId("all"), done);
        Lamp.Step step = lamp(entries, "daguan-1").toGreen().get(0);
        assertEquals(Lamp.Way.FINISH_SOON, step.code());
        assertEquals(points, step.points());
    }

    @ParameterizedTest(name = "planned for {0}, forecast for {1}: {2} because of {3}")
    @CsvSource({
        "-1, 40, BRING_FORWARD, MILESTONE_LATE FORECAST_LATE",
        "-60, 40, FINISH_OR_REPLAN, MILESTONE_LATE FORECAST_LATE",
        "-60, 0, FINISH_OR_REPLAN, MILESTONE_LATE FORECAST_LATE",
        "-60, -1, FINISH_OR_REPLAN, MILESTONE_LATE",
    })
    void what_was_forecast_is_brought_forward_while_that_is_possible_and_foretold_while_it_is_to_come(
            int planned, int forecast, Lamp.Way way, String reasons) {
        Entries entries = Entries.road(Stage.IMPLEMENTATION)
                .plan("all", 100, -90, planned)
                .report(-2, MANAGER, "all", 99, null)
                .add(
                        -3,
                        MANAGER,
                        ROAD,
                        new ForecastMoved(new MilestoneId("all"), TODAY.plusDays(forecast), Cause.OTHER, "抢工", null));
        Lamp lamp = lamp(entries, "daguan-1");
        assertEquals(
                List.of(reasons.split(" ")),
                lamp.reasons().stream()
                        .map(reason -> reason.code().name())
                        .filter(code -> code.endsWith("_LATE"))
                        .toList());
        assertTrue(lamp.toGreen().stream().anyMatch(step -> step.code() == way), () -> way + " in " + lamp);
        assertEquals(
                way == Lamp.Way.BRING_FORWARD,
                lamp.toGreen().stream().anyMatch(step -> step.code() == Lamp.Way.BRING_FORWARD));
    }

    @Test
    void a_silent_project_is_told_what_its_report_will_not_mend() {
        Entries entries =
                Entries.road(Stage.IMPLEMENTATION).plan("all", 100, -50, 49).report(-20, MANAGER, "all", 10, null);
        assertEquals(
                List.of(Lamp.Way.REPORT, Lamp.Way.VERIFY_POINTS),
                lamp(entries, "daguan-1").toGreen().stream()
                        .map(Lamp.Step::code)
                        .toList());
    }

    @Test
    void a_suspended_project_is_to_be_resumed_and_then_has_its_troubles_back() {
        Entries entries = Entries.road(Stage.IMPLEMENTATION)
                .plan("all", 100, -50, 49)
                .report(-40, MANAGER, "all", 0, null)
                .add(-10, MANAGER, ROAD, new ProjectSuspended("汛期", "镇长办公会", null));
        assertEquals(
                List.of(Lamp.Way.RESUME, Lamp.Way.VERIFY_POINTS),
                lamp(entries, "daguan-1").toGreen().stream()
                        .map(Lamp.Step::code)
                        .toList());
    }

    /** A project with three milestones in any state, and whatever may have happened to it. */
    private static Entries trouble(Random random) {
        Entries entries = Entries.road(Stage.IMPLEMENTATION)
                .plan("pit", 33, -90, -10 - random.nextInt(40))
                .plan("box", 33, -60, random.nextInt(20) - 10)
                .plan("road", 24, -20, 5 + random.nextInt(60));
        int moment = random.nextInt(40) - 20;
        entries.plan("opening", 10, moment, moment);
        for (String milestone : MILESTONES) {
            Integer forecast = random.nextInt(3) == 0 ? 1 + random.nextInt(120) : null;
            entries.report(-1 - random.nextInt(12), MANAGER, milestone, random.nextInt(100), forecast);
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            LocalDate promised = TODAY.plusDays(random.nextInt(60) - 40);
            entries.add(
                    -50 + random.nextInt(40),
                    MANAGER,
                    ROAD,
                    new BlockerRaised(Factor.LAND, "堵", null, null, promised, null, null));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            entries.add(-40, OFFICE, ROAD, new HazardFound(Severity.GENERAL, "基坑", "临边无防护", null, null, null));
            long hazard = entries.all().size();
            LocalDate deadline = TODAY.plusDays(random.nextInt(30) - 20);
            entries.add(-39, MANAGER, ROAD, new NoticeIssued("整改" + i, List.of(hazard), deadline, null));
            if (random.nextBoolean()) {
                entries.add(-30, CONTRACTOR, ROAD, new HazardRectified(hazard, "已整改", null, null));
            }
        }
        if (random.nextInt(3) == 0) {
            entries.add(
                    -30, MANAGER, ROAD, new DirectiveIssued("办", TODAY.plusDays(random.nextInt(20) - 15), null, null));
        }
        if (random.nextInt(4) == 0) {
            entries.add(-5, MANAGER, ROAD, new ProjectSuspended("汛期", "镇长办公会", null));
        }
        return entries;
    }

    private static void take(Entries entries, Lamp.Step step) {
        switch (step.code()) {
            case REPORT -> entries.add(0, MANAGER, ROAD, new StillTrue(null, null));
            case RESUME -> entries.add(0, MANAGER, ROAD, new ProjectResumed("水退", "镇长办公会", null));
            case FINISH_OR_REPLAN -> report(entries, step.milestone(), BigDecimal.valueOf(100));
            case FINISH_SOON ->
                report(
                        entries,
                        step.milestone(),
                        verified(entries, step.milestone()).add(step.points()));
            case VERIFY_POINTS -> verify(entries, step.points());
            case BRING_FORWARD -> bringForward(entries, step);
            case CLEAR_BLOCKER -> entries.add(0, MANAGER, ROAD, new BlockerCleared(step.ref(), "已交地"));
            case RECTIFY ->
                entries.add(0, CONTRACTOR, ROAD, new HazardRectified(step.ref(), "已整改", null, null))
                        .add(0, MANAGER, ROAD, new HazardRechecked(step.ref(), true, null, null));
            case RECHECK -> entries.add(0, MANAGER, ROAD, new HazardRechecked(step.ref(), true, null, null));
            case ANSWER_DIRECTIVE -> entries.add(0, MANAGER, ROAD, new DirectiveAnswered(step.ref(), "已办", null, null));
            case PLAN, COMPLETE_PLAN -> throw new AssertionError("its plan is complete");
        }
    }

    /** That many points of the project, on whichever milestones have some left. */
    private static void verify(Entries entries, BigDecimal points) {
        BigDecimal left = points;
        for (MilestoneView step : card(entries, "daguan-1").milestones()) {
            BigDecimal done = verified(entries, step.id());
            BigDecimal weight = step.weight().value().movePointLeft(2);
            BigDecimal more = left.divide(weight, 2, RoundingMode.UP)
                    .min(BigDecimal.valueOf(100).subtract(done));
            if (more.signum() > 0) {
                report(entries, step.id(), done.add(more));
                left = left.subtract(more.multiply(weight));
            }
        }
    }

    private static void bringForward(Entries entries, Lamp.Step step) {
        MilestoneView milestone = step(entries, step.milestone());
        if (milestone.actual() == null) {
            LocalDate earlier = milestone.forecast().minusDays(step.days());
            assertFalse(earlier.isBefore(TODAY), () -> "a day that is past is no forecast: " + earlier);
            entries.add(0, MANAGER, ROAD, new ForecastMoved(step.milestone(), earlier, Cause.OTHER, "抢工", null));
        }
    }

    private static void report(Entries entries, MilestoneId milestone, BigDecimal percent) {
        Percent told = Percent.of(percent.min(BigDecimal.valueOf(100)));
        entries.add(0, MANAGER, ROAD, new ProgressReported(milestone, told, TODAY, null, null, null, null, null));
    }

    private static BigDecimal verified(Entries entries, MilestoneId milestone) {
        return step(entries, milestone).percent().verified().value();
    }

    private static MilestoneView step(Entries entries, MilestoneId milestone) {
        return card(entries, "daguan-1").milestones().stream()
                .filter(step -> step.id().equals(milestone))
                .findFirst()
                .orElseThrow();
    }

    private static Lamp lamp(Entries entries, String rules) {
        return card(entries, rules).lamp();
    }

    private static Card card(Entries entries, String rules) {
        return Board.empty(new UUID(1, 1), TODAY, ZONE, Sets.named(rules))
                .after(entries.all())
                .cards()
                .get(ROAD);
    }
}
