package io.guatu.board.fold;

import io.guatu.domain.Cause;
import io.guatu.domain.Entry;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.Percent;
import io.guatu.domain.PlanLine;
import io.guatu.domain.PlanUpdate.BaselineSet;
import io.guatu.domain.PlanUpdate.ForecastMoved;
import io.guatu.domain.PlanUpdate.MilestonePlanned;
import io.guatu.domain.PlanUpdate.QuantityPlanned;
import io.guatu.domain.ProgressUpdate.ProgressReported;
import io.guatu.domain.ProgressUpdate.ProgressReturned;
import io.guatu.domain.ProgressUpdate.ProgressVerified;
import io.guatu.domain.ProgressUpdate.ProgressWithdrawn;
import io.guatu.domain.Role;
import io.guatu.domain.Update;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A project's milestones with what was promised and what was done, the slip ledger, and the baselines so far, newest last.
 * Milestones keep the order in which they were planned; those that a baseline {@code dropped} are kept as they were, for
 * the one that takes them up again: what was done stays done. {@code slippage} is the slip ledger in short, null while it is
 * empty.
 */
public record Plan(
        Map<MilestoneId, Milestone> milestones,
        Map<MilestoneId, Milestone> dropped,
        List<Baseline> baselines,
        List<Slip> slips,
        Slippage slippage,
        Advance advance) {
    static final Plan NONE = new Plan(Map.of(), Map.of(), List.of(), List.of(), null, Advance.NONE);

    public Plan {
        milestones = Ordered.copyOf(milestones);
        dropped = Collections.unmodifiableMap(dropped);
        baselines = List.copyOf(baselines);
        slips = Appended.copyOf(slips);
    }

    /** The baseline that every comparison uses now; null while nothing is planned. */
    public Baseline baseline() {
        return baselines.isEmpty() ? null : baselines.get(baselines.size() - 1);
    }

    /** Whether the first baseline is still being made: its weights are not whole. */
    public boolean open() {
        return baselines.size() < 2
                && milestones.values().stream()
                                .mapToInt(milestone -> milestone.weight().hundredths())
                                .sum()
                        < Percent.FULL.hundredths();
    }

    /** The unanswered report that this entry brought. */
    public Optional<Report> pending(long report) {
        for (Milestone milestone : milestones.values()) {
            for (Report pending : milestone.pending()) {
                if (pending.seq() == report) {
                    return Optional.of(pending);
                }
            }
        }
        return Optional.empty();
    }

    Plan after(Entry entry, Blockers blockers) {
        Update update = entry.update();
        if (update instanceof MilestonePlanned planned) {
            return planned(entry, planned);
        }
        if (update instanceof QuantityPlanned counted) {
            return change(counted.milestone(), milestone -> milestone.counted(counted.total(), counted.unit()));
        }
        if (update instanceof BaselineSet set) {
            return baselined(entry, set, blockers);
        }
        if (update instanceof ForecastMoved moved) {
            return change(moved.milestone(), milestone -> milestone.forecast(moved.forecast(), entry.at()))
                    .slipping(
                            this, moved.milestone(), entry, Slip.What.FORECAST, moved.cause(), moved.note(), blockers);
        }
        if (update instanceof ProgressReported reported) {
            Report report = Report.of(entry, reported);
            return entry.by().role() == Role.CONTRACTOR
                    ? change(report.milestone(), milestone -> milestone.reported(report))
                    : verified(entry, report, blockers);
        }
        if (update instanceof ProgressVerified verified) {
            return pending(verified.report())
                    .map(report -> verified(entry, report, blockers))
                    .orElse(this);
        }
        if (update instanceof ProgressReturned returned) {
            return answered(returned.report());
        }
        return update instanceof ProgressWithdrawn withdrawn ? answered(withdrawn.report()) : this;
    }

    private Plan answered(long seq) {
        return pending(seq)
                .map(report -> change(report.milestone(), milestone -> milestone.answered(report)))
                .orElse(this);
    }

    private Plan planned(Entry entry, MilestonePlanned planned) {
        Map<MilestoneId, Milestone> changed = new LinkedHashMap<>(milestones);
        changed.merge(
                planned.milestone(),
                Milestone.of(planned.line(), entry.at()),
                (known, corrected) -> known.corrected(planned.line(), entry.at()));
        List<PlanLine> lines =
                changed.values().stream().map(Milestone::baseline).toList();
        Baseline first = new Baseline(1, null, entry.at(), null, null, null, lines);
        return new Plan(changed, dropped, List.of(first), slips, slippage, advance).trailing(entry);
    }

    private Plan baselined(Entry entry, BaselineSet set, Blockers blockers) {
        Map<MilestoneId, Milestone> changed = new LinkedHashMap<>();
        Map<MilestoneId, Milestone> left = new LinkedHashMap<>(dropped);
        left.putAll(milestones);
        for (PlanLine planned : set.milestones()) {
            Milestone known = left.remove(planned.milestone());
            changed.put(
                    planned.milestone(),
                    known == null ? Milestone.of(planned, entry.at()) : known.rebaselined(planned, entry.at()));
        }
        List<Baseline> all = new ArrayList<>(baselines);
        all.add(new Baseline(
                baselines.size() + 1,
                set.name(),
                entry.at(),
                set.cause(),
                set.reason(),
                set.approver(),
                set.milestones()));
        Plan next = new Plan(changed, left, all, slips, slippage, advance);
        for (MilestoneId milestone : changed.keySet()) {
            if (milestones.containsKey(milestone) || dropped.containsKey(milestone)) {
                next = next.slipping(this, milestone, entry, Slip.What.BASELINE, set.cause(), set.reason(), blockers);
            }
        }
        return next.trailing(entry);
    }

    private Plan verified(Entry entry, Report report, Blockers blockers) {
        Milestone before = milestones.get(report.milestone());
        Plan next = change(report.milestone(), milestone -> milestone.verified(report));
        boolean ended =
                before.finished() || next.milestones.get(report.milestone()).finished();
        return next.slipping(
                        this,
                        report.milestone(),
                        entry,
                        ended ? Slip.What.ACTUAL : Slip.What.FORECAST,
                        report.cause(),
                        report.note(),
                        blockers)
                .trailing(entry);
    }

    private Plan change(MilestoneId id, UnaryOperator<Milestone> change) {
        Map<MilestoneId, Milestone> changed = Ordered.copyOf(milestones).with(id, change.apply(milestones.get(id)));
        return new Plan(changed, dropped, baselines, slips, slippage, advance);
    }

    /** Notes in the slip ledger how the milestone's end moved since {@code before}, if it did. */
    private Plan slipping(
            Plan before, MilestoneId id, Entry entry, Slip.What what, Cause cause, String note, Blockers blockers) {
        Milestone then = before.milestones.getOrDefault(id, before.dropped.get(id));
        Milestone now = milestones.get(id);
        if (then.end().equals(now.end())) {
            return this;
        }
        long days = ChronoUnit.DAYS.between(then.end(), now.end());
        Slip slip = new Slip(
                entry.seq(),
                entry.at(),
                entry.by(),
                id,
                what,
                then.end(),
                now.end(),
                cause,
                note,
                entry.update() instanceof ForecastMoved moved ? moved.asOf() : null,
                Attribution.of(days, cause, blockers.holding(id)));
        return new Plan(
                milestones,
                dropped,
                baselines,
                Appended.copyOf(slips).with(slip),
                Slippage.after(slippage, slip),
                advance);
    }

    private Plan trailing(Entry entry) {
        return new Plan(
                milestones, dropped, baselines, slips, slippage, advance.after(entry.at(), milestones.values()));
    }
}
