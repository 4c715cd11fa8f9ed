package io.guatu.sheet;

import io.guatu.domain.MilestoneId;
import io.guatu.domain.Name;
import io.guatu.domain.Percent;
import io.guatu.domain.PlanUpdate.MilestonePlanned;
import io.guatu.domain.Weight;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The milestones of which a file speaks, as the plan of a project that has none. A file has days and neither weights nor first
 * days: where a person agrees to it, the weights are equal, and each begins on the day after the one before it is due.
 */
final class StepsPlanned {
    /** As many as fit into one batch with what else is told of a project. A plan cut short would be no plan. */
    static final int MOST = 60;

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_ID = 48;

    private StepsPlanned() {}

    record Planned(Step step, MilestonePlanned plan) {}

    /** Those that can be planned: with a name that a milestone can have, and a day. */
    static List<Step> of(List<Step> steps) {
        return steps.stream()
                .filter(step -> !step.name().isBlank()
                        && step.name().codePointCount(0, step.name().length()) <= LONGEST_NAME
                        && step.name().chars().noneMatch(sign -> sign < ' ' || sign == 0x7f)
                        && due(step) != null)
                .sorted(Comparator.comparing(StepsPlanned::due))
                .toList();
    }

    /**
     * @param steps that can be planned, in the order of their days
     * @param begins when the project does; null: nobody says
     */
    static List<Planned> plan(List<Step> steps, LocalDate begins) {
        List<Planned> plan = new ArrayList<>();
        Set<MilestoneId> taken = new HashSet<>();
        int left = Percent.FULL.hundredths();
        LocalDate next = begins;
        for (Step step : steps) {
            int weight = left / (steps.size() - plan.size());
            left -= weight;
            LocalDate due = due(step);
            LocalDate start = next == null || next.isAfter(due) ? due : next;
            // What was finished early has begun by then.
            LocalDate first = step.met() != null && step.met().isBefore(start) ? step.met() : start;
            plan.add(new Planned(
                    step,
                    new MilestonePlanned(
                            id(step, taken), new Name(step.name(), null), new Weight(weight), first, due, null)));
            next = due.plusDays(1);
        }
        return plan;
    }

    private static LocalDate due(Step step) {
        return step.due() == null ? step.met() : step.due();
    }

    /** As the file has it, so that it is known again; else made of its name. */
    private static MilestoneId id(Step step, Set<MilestoneId> taken) {
        String pinyin = Pinyin.of(step.name(), LONGEST_ID);
        String base = slug(step.id().toLowerCase(Locale.ROOT)).orElse(pinyin.isEmpty() ? "m" : pinyin);
        MilestoneId id = new MilestoneId(base);
        for (int number = 2; !taken.add(id); number++) {
            id = new MilestoneId(base + "-" + number);
        }
        return id;
    }

    private static Optional<String> slug(String id) {
        try {
            return id.length() > LONGEST_ID ? Optional.empty() : Optional.of(new MilestoneId(id).value());
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // another standard's
        }
    }
}
