package io.guatu.board.fold;

import io.guatu.domain.Author;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.Name;
import io.guatu.domain.Percent;
import io.guatu.domain.PlanLine;
import io.guatu.domain.Quantity;
import io.guatu.domain.Weight;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * A milestone as the entries left it. {@code baselined} is when its baseline dates were promised,
 * {@code promised} when the day it is due was, the forecast's or the baseline's; {@code verified},
 * {@code asOf} and {@code reported} are null until something was verified; {@code actual} is the as-of date of a verified
 * 100 %; {@code pending} are the unanswered reports, the newest of each author, oldest first; {@code measure} is null where
 * nothing is counted.
 */
public record Milestone(
        PlanLine baseline,
        Instant baselined,
        LocalDate forecast,
        Instant promised,
        LocalDate actual,
        Percent verified,
        LocalDate asOf,
        Instant reported,
        List<Report> pending,
        Measure measure) {
    public Milestone {
        pending = List.copyOf(pending);
    }

    static Milestone of(PlanLine planned, Instant at) {
        return new Milestone(planned, at, null, at, null, null, null, null, List.of(), null);
    }

    public MilestoneId id() {
        return baseline.milestone();
    }

    public Name name() {
        return baseline.name();
    }

    public Weight weight() {
        return baseline.weight();
    }

    public LocalDate start() {
        return baseline.start();
    }

    public LocalDate finish() {
        return baseline.finish();
    }

    public List<MilestoneId> after() {
        return baseline.predecessors();
    }

    public boolean finished() {
        return actual != null;
    }

    /** What is verified; nothing verified is 0. */
    public Percent done() {
        return verified == null ? Percent.ZERO : verified;
    }

    /** What the newest report says, verified or not. */
    public Percent said() {
        return pending.isEmpty() ? done() : pending.get(pending.size() - 1).percent();
    }

    /** What this author said last, or what is verified: what its next report moves from. Others' reports are not its. */
    public Percent said(Author author) {
        return pending.stream()
                .filter(report -> report.isBy(author))
                .map(Report::percent)
                .findFirst()
                .orElse(done());
    }

    /** The day it is now expected to finish: the forecast, or the baseline where nobody forecast. */
    public LocalDate due() {
        return forecast == null ? finish() : forecast;
    }

    /** The day it finished, or is due: what a slip is measured by. */
    public LocalDate end() {
        return actual == null ? due() : actual;
    }

    /**
     * The report waits; what it shows of an earlier one of the same author comes along. What tells of an earlier day than
     * the one that waits, or than what is verified, came late: it replaces nothing, but what it shows is shown.
     */
    Milestone reported(Report report) {
        Report known = pending.stream()
                .filter(one -> one.isBy(report.by()))
                .findFirst()
                .orElse(null);
        List<Report> waiting = new ArrayList<>(pending);
        waiting.remove(known);
        if (known != null && known.asOf().isAfter(report.asOf())) {
            waiting.add(pending.indexOf(known), known.showing(report.photos()));
        } else if (!outdates(report)) {
            waiting.add(known == null ? report : report.showing(known.photos()));
        } else if (known != null) {
            waiting.add(pending.indexOf(known), known);
        }
        return with(waiting);
    }

    /** Whether what this author has waiting, or what is verified, is of a later day: what it says of this one replaces nothing. */
    public boolean knowsSince(LocalDate day, Author author) {
        return asOf != null && asOf.isAfter(day)
                || pending.stream()
                        .anyMatch(report -> report.isBy(author) && report.asOf().isAfter(day));
    }

    /** Whether what is verified is of a later day than the report. */
    public boolean outdates(Report report) {
        return asOf != null && asOf.isAfter(report.asOf());
    }

    /** The report is answered; the others wait on. */
    Milestone answered(Report report) {
        return with(
                pending.stream().filter(other -> other.seq() != report.seq()).toList());
    }

    private Milestone with(List<Report> waiting) {
        return new Milestone(
                baseline, baselined, forecast, promised, actual, verified, asOf, reported, waiting, measure);
    }

    Milestone forecast(LocalDate expected, Instant at) {
        return new Milestone(baseline, baselined, expected, at, actual, verified, asOf, reported, pending, measure);
    }

    /** How much there is to do; what is done of it was counted in the unit there was. */
    Milestone counted(Quantity total, String unit) {
        Measure now = measure != null && measure.unit().equals(unit)
                ? measure.of(total)
                : Measure.of(total, unit, done().equals(Percent.ZERO) ? Quantity.NONE : null);
        return new Milestone(baseline, baselined, forecast, promised, actual, verified, asOf, reported, pending, now);
    }

    /** A report that told a percent was made before it was counted. */
    private Measure counted(Report report) {
        return measure == null || report.done() == null
                ? measure
                : measure.done(report.done(), YearMonth.from(report.asOf()));
    }

    /** A new promise: the old forecast falls with the old baseline, what was done stays done. */
    Milestone rebaselined(PlanLine planned, Instant at) {
        return new Milestone(planned, at, null, at, actual, verified, asOf, reported, pending, measure);
    }

    /** What was mistyped while the plan was being made; all that was said of it stays. */
    Milestone corrected(PlanLine planned, Instant at) {
        return new Milestone(
                planned,
                at,
                forecast,
                forecast == null ? at : promised,
                actual,
                verified,
                asOf,
                reported,
                pending,
                measure);
    }

    /** Whether less would be done than is verified, or finished on another day, if the report counted. */
    public boolean undoneBy(Report report) {
        return report.percent().compareTo(done()) < 0
                || finished() && !report.asOf().equals(actual);
    }

    /**
     * The report counts: its percent, its as-of date, and the day it promises, where it says why and nobody has promised
     * another since. Other reports wait on.
     */
    Milestone verified(Report report) {
        boolean promises = report.promises() && !report.at().isBefore(promised);
        return new Milestone(
                baseline,
                baselined,
                promises ? report.forecast() : forecast,
                promises ? report.at() : promised,
                report.percent().equals(Percent.FULL) ? report.asOf() : null,
                report.percent(),
                outdates(report) ? asOf : report.asOf(),
                report.at(),
                answered(report).pending,
                counted(report));
    }
}
