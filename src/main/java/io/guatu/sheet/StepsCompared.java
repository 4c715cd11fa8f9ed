package io.guatu.sheet;

import io.guatu.domain.Cause;
import io.guatu.domain.Percent;
import io.guatu.domain.PlanUpdate.ForecastMoved;
import io.guatu.domain.PlanUpdate.MilestonePlanned;
import io.guatu.domain.ProgressUpdate.ProgressReported;
import io.guatu.domain.Update;
import io.guatu.sheet.Proposal.Change;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The milestones of which a file speaks, beside those of the plan: days that move, and what was finished. A file has no weights
 * and no first days: a plan it can only begin, where there is none and a person agrees ({@link StepsPlanned}). What the board
 * knows as finished stays so.
 */
final class StepsCompared {
    private final Answers answers;
    private final LocalDate today;
    private final List<Change> changes = new ArrayList<>();
    private final List<Update> updates = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private boolean moves;
    private boolean corrects;
    private boolean plannable;

    private StepsCompared(Answers answers, LocalDate today) {
        this.answers = answers;
        this.today = today;
    }

    /**
     * @param known of the project; none of a new one
     * @param begins when the project does; null: nobody says
     */
    static StepsCompared of(
            List<Step> steps, List<KnownStep> known, LocalDate begins, Answers answers, LocalDate today) {
        StepsCompared compared = new StepsCompared(answers, today);
        List<Step> plan = known.isEmpty() ? StepsPlanned.of(steps) : List.of();
        compared.plannable = !plan.isEmpty() && plan.size() <= StepsPlanned.MOST;
        List<Step> others = new ArrayList<>(steps);
        if (compared.plannable && answers.plan() == Answers.Plan.EVEN) {
            others.removeAll(plan);
            compared.plan(StepsPlanned.plan(plan, begins));
        }
        for (Step step : others) {
            compared.find(known, step)
                    .ifPresentOrElse(
                            is -> compared.beside(step, is), () -> compared.fault(step, "step-new", step.name()));
        }
        return compared;
    }

    /** All of a new plan first: what was finished is told of a plan that is whole. */
    private void plan(List<StepsPlanned.Planned> plan) {
        for (StepsPlanned.Planned each : plan) {
            MilestonePlanned planned = each.plan();
            changes.add(new Change(
                    Field.DUE,
                    null,
                    planned.finish(),
                    each.step().place(),
                    planned.name().zh() + " · " + planned.weight().value().toPlainString() + "%"));
            updates.add(planned);
        }
        plan.stream().filter(each -> each.step().met() != null).forEach(each -> met(each.step(), is(each.plan())));
    }

    private static KnownStep is(MilestonePlanned planned) {
        LocalDate due = planned.finish();
        return new KnownStep(
                planned.milestone(), planned.name().zh(), due, due, Set.of(due), null, null, List.of(), null);
    }

    List<Change> changes() {
        return changes;
    }

    List<Update> updates() {
        return updates;
    }

    List<Fault> faults() {
        return faults;
    }

    /** The file could begin the plan that the project lacks, and nobody said whether it is to. */
    boolean asksPlan() {
        return plannable && answers.plan() == null;
    }

    /** A promise moves, and nobody said why. */
    boolean lacksCause() {
        return moves && answers.cause() == null;
    }

    /** What needs words has none: another day than was known, or a cause that is none of those there are. */
    boolean needsReason() {
        return corrects || moves && answers.cause() == Cause.OTHER;
    }

    private Optional<KnownStep> find(List<KnownStep> known, Step step) {
        return known.stream()
                .filter(each -> each.id().value().equals(step.id()))
                .findFirst()
                .or(() -> known.stream()
                        .filter(each -> Known.plain(each.name()).equals(Known.plain(step.name())))
                        .findFirst());
    }

    private void beside(Step step, KnownStep is) {
        if (!Known.plain(is.name()).equals(Known.plain(step.name()))) {
            fault(step, "step-name", step.name());
        }
        if (step.met() != null) {
            met(step, is);
        } else if (is.actual() != null) {
            if (step.open()) {
                fault(step, "step-open", is.name());
            }
        } else if (step.due() != null && !is.dues().contains(step.due())) {
            moved(step, is);
        }
    }

    private void met(Step step, KnownStep is) {
        if (step.met().equals(is.actual())) {
            return;
        }
        if (step.met().isAfter(today)) {
            fault(step, "future", step.met().toString());
            return;
        }
        boolean words = is.actual() != null || is.asOf() != null && is.asOf().isAfter(step.met());
        corrects |= words;
        changes.add(new Change(Field.MET, is.actual(), step.met(), step.place(), is.name()));
        updates.add(new ProgressReported(
                is.id(),
                is.total() == null ? Percent.FULL : null,
                is.total(),
                step.met(),
                words ? answers.reason() : null,
                null,
                null,
                null,
                null));
    }

    private void moved(Step step, KnownStep is) {
        if (step.due().isBefore(today)) {
            fault(step, "past-due", step.due().toString());
            return;
        }
        moves = true;
        changes.add(new Change(Field.DUE, is.due(), step.due(), step.place(), is.name()));
        updates.add(new ForecastMoved(is.id(), step.due(), answers.cause(), answers.reason(), null));
    }

    private void fault(Step step, String code, String text) {
        faults.add(new Fault(step.place(), code, text));
    }
}
