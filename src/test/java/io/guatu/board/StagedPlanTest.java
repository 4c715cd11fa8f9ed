package io.guatu.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.board.figures.StagedPlan;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.Name;
import io.guatu.domain.Percent;
import io.guatu.domain.PlanLine;
import io.guatu.domain.PlanTemplate;
import io.guatu.domain.TemplateId;
import io.guatu.domain.TemplateStep;
import io.guatu.domain.Weight;
import io.guatu.ledger.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What a template makes of two days: whole days, inside them, in the order of its shares. */
class StagedPlanTest {
    private static final LocalDate START = LocalDate.parse("2026-03-01");

    private static PlanTemplate template(int... shares) {
        List<TemplateStep> steps = new ArrayList<>();
        for (int i = 0; i < shares.length; i += 2) {
            steps.add(new TemplateStep(
                    new MilestoneId("m-" + i),
                    new Name("步" + i, null),
                    Weight.of(1),
                    new Percent(shares[i]),
                    new Percent(shares[i + 1]),
                    null));
        }
        return new PlanTemplate(new TemplateId("t"), new Name("模板", null), null, null, steps);
    }

    @Test
    void a_step_begins_on_the_day_after_the_one_before_it() {
        List<PlanLine> plan = StagedPlan.of(template(0, 3_000, 3_000, 10_000), START, START.plusDays(9));
        assertEquals(START.plusDays(2), plan.get(0).finish());
        assertEquals(START.plusDays(3), plan.get(1).start());
        assertEquals(START.plusDays(9), plan.get(1).finish());
    }

    @Property
    void steps_have_a_day_lie_inside_and_keep_their_order(
            @ForAll @Size(min = 2, max = 12) List<@IntRange(max = 10_000) Integer> cuts,
            @ForAll @IntRange(min = 1, max = 4_000) int days) {
        int[] shares = cuts.stream().mapToInt(cut -> cut).toArray();
        int[] pairs = Stream.iterate(0, i -> i + 2)
                .limit(shares.length / 2)
                .filter(i -> shares[i] != shares[i + 1])
                .flatMapToInt(i -> java.util.stream.IntStream.of(
                        Math.min(shares[i], shares[i + 1]), Math.max(shares[i], shares[i + 1])))
                .toArray();
        LocalDate finish = START.plusDays(days - 1);
        List<PlanLine> plan = StagedPlan.of(template(pairs), START, finish);
        for (int i = 0; i < plan.size(); i++) {
            PlanLine line = plan.get(i);
            assertFalse(line.finish().isBefore(line.start()), line::toString);
            assertFalse(line.start().isBefore(START), line::toString);
            assertFalse(line.finish().isAfter(finish), line::toString);
            for (int j = 0; j < plan.size(); j++) {
                PlanLine other = plan.get(j);
                assertTrue(pairs[2 * i] > pairs[2 * j] || !line.start().isAfter(other.start()), plan::toString);
                assertTrue(
                        shorter(pairs, i, days)
                                || pairs[2 * i + 1] > pairs[2 * j + 1]
                                || !line.finish().isAfter(other.finish()),
                        plan::toString);
            }
        }
    }

    @Test
    void what_ships_fills_a_year_to_the_day_and_its_weights_are_whole() throws IOException {
        List<PlanTemplate> shipped = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("seeds/templates"))) {
            for (Path file : files.toList()) {
                shipped.add(Json.read(Files.readString(file), PlanTemplate.class));
            }
        }
        assertEquals(6, shipped.size());
        for (PlanTemplate template : shipped) {
            List<PlanLine> plan = StagedPlan.of(template, START, START.plusDays(364));
            assertEquals(
                    10_000,
                    plan.stream().mapToInt(line -> line.weight().hundredths()).sum(),
                    template.id()::toString);
            assertEquals(START, plan.get(0).start(), template.id()::toString);
            assertEquals(START.plusDays(364), plan.get(plan.size() - 1).finish(), template.id()::toString);
            for (PlanLine line : plan) {
                for (MilestoneId before : line.predecessors()) {
                    assertTrue(
                            plan.stream()
                                    .anyMatch(other -> other.milestone().equals(before)
                                            && other.finish().isBefore(line.start())),
                            () -> template.id() + " " + line.milestone());
                }
            }
        }
    }

    /** Than a day: it takes the day on which it begins. */
    private static boolean shorter(int[] pairs, int step, int days) {
        return (long) (pairs[2 * step + 1] - pairs[2 * step]) * days < 10_000;
    }
}
