package io.guatu.sheet;

import io.guatu.domain.Percent;
import io.guatu.domain.PlanUpdate.ForecastMoved;
import io.guatu.domain.ProgressUpdate.ProgressReported;
import io.guatu.domain.Update;
import io.guatu.sheet.Proposal.Change;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is told of one project's past: forecasts in the order in which they were known, then what was finished. It is told today,
 * and says of which day it is. What is known of a milestone since is not put right by it.
 */
final class StepHistory {
    private final KnownProject project;
    private final int row;
    private final LocalDate today;
    private final List<Forecast> forecasts = new ArrayList<>();
    private final Map<KnownStep, Finish> finishes = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Update> updates = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    private record Forecast(KnownStep step, Cell cell, LocalDate known, LocalDate day) {}

    private record Finish(Cell cell, LocalDate day) {}

    /** @param row in which it is named first */
    StepHistory(KnownProject project, int row, LocalDate today) {
        this.project = project;
        this.row = row;
        this.today = today;
    }

    /** Days are null where nothing is said, or nothing that is understood. */
    void add(Cell step, LocalDate known, Cell forecast, LocalDate expected, Cell actual, LocalDate finished) {
        Optional<KnownStep> found = find(step.text());
        if (found.isEmpty()) {
            fault(step, "step-new");
            return;
        }
        if (expected != null && known == null) {
            fault(forecast, "known");
        } else if (expected != null && known.isAfter(today)) {
            faults.add(new Fault(forecast.place(), "future", known.toString()));
        } else if (expected != null) {
            forecasts.add(new Forecast(found.get(), forecast, known, expected));
        }
        if (finished != null && finished.isAfter(today)) {
            fault(actual, "future");
        } else if (finished != null) {
            Finish before = finishes.putIfAbsent(found.get(), new Finish(actual, finished));
            if (before != null && !before.day().equals(finished)) {
                fault(actual, "twice");
            }
        }
    }

    void fault(Cell cell, String code) {
        faults.add(Fault.at(cell, code));
    }

    Proposal proposal() {
        Map<KnownStep, LocalDate> dues = new LinkedHashMap<>();
        forecasts.stream().sorted(Comparator.comparing(Forecast::known)).forEach(forecast -> forecast(forecast, dues));
        finishes.forEach(this::finish);
        return Proposal.telling(
                row,
                project.name(),
                String.valueOf(row),
                project.id(),
                updates.isEmpty() ? Proposal.State.SAME : Proposal.State.CHANGED,
                changes,
                faults,
                updates,
                project.expected());
    }

    private void forecast(Forecast told, Map<KnownStep, LocalDate> dues) {
        KnownStep step = told.step();
        if (step.moves().contains(new KnownStep.Move(told.known(), told.day()))) {
            return;
        }
        Optional<LocalDate> since = step.moves().stream()
                .map(KnownStep.Move::on)
                .filter(day -> day.isAfter(told.known()))
                .findFirst();
        // Before the first move it was expected when it was planned: to say so tells nothing.
        boolean planned = told.day().equals(step.planned())
                && step.moves().stream().noneMatch(move -> !move.on().isAfter(told.known()));
        if (planned && !dues.containsKey(step)) {
            return;
        }
        if (step.actual() != null) {
            faults.add(new Fault(told.cell().place(), "step-finished", step.name()));
        } else if (since.isPresent()) {
            faults.add(new Fault(
                    told.cell().place(), "history-overtaken", since.get().toString()));
        } else if (!told.day().equals(dues.getOrDefault(step, step.due()))) {
            changes.add(new Change(
                    Field.DUE,
                    dues.getOrDefault(step, step.due()),
                    told.day(),
                    told.cell().place(),
                    step.name() + " · " + told.known()));
            updates.add(new ForecastMoved(step.id(), told.day(), null, null, true, told.known()));
            dues.put(step, told.day());
        }
    }

    private void finish(KnownStep step, Finish finish) {
        if (finish.day().equals(step.actual())) {
            return;
        }
        if (step.actual() != null || step.asOf() != null && step.asOf().isAfter(finish.day())) {
            faults.add(new Fault(finish.cell().place(), "step-finished", step.name()));
            return;
        }
        changes.add(new Change(Field.MET, null, finish.day(), finish.cell().place(), step.name()));
        updates.add(new ProgressReported(
                step.id(),
                step.total() == null ? Percent.FULL : null,
                step.total(),
                finish.day(),
                null,
                null,
                null,
                null,
                null));
    }

    private Optional<KnownStep> find(String name) {
        return project.steps().stream()
                .filter(step -> step.id().value().equals(name)
                        || Known.plain(step.name()).equals(Known.plain(name)))
                .findFirst();
    }
}
