package io.guatu.sheet;

import io.guatu.domain.Cause;
import io.guatu.domain.Percent;
import io.guatu.domain.PlanUpdate.ForecastMoved;
import io.guatu.domain.ProgressUpdate.ProgressReported;
import io.guatu.domain.Update;
import io.guatu.sheet.Proposal.Change;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The milestones of which a file speaks, beside those of the plan: days that move, and what was finished. A file has no weights
 * and no first days: what the plan does not have, it cannot plan. What the board knows as finished stays so.
 */
final class StepsCompared {
    private final Answers answers;
    private final LocalDate today;
    private final List<Change> changes = new ArrayList<>();
    private final List<Update> updates = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private boolean moves;
    private boolean corrects;

    private StepsCompared(Answers answers, LocalDate today) {
        this.answers = answers;
        this.today = today;
    }

    /** @param known of the project; none of a new one */
    static StepsCompared of(List<Step> steps, List<KnownStep> known, Answers answers, LocalDate today) {
        StepsCompared compared = new StepsCompared(answers, today);
        for (Step step : steps) {
            compared.find(known, step)
                    .ifPresentOrElse(
                            is -> compared.beside(step, is), () -> compared.fault(step, "step-new", step.name()));
        }
        return compared;
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
