package io.guatu.command;

import static io.guatu.command.Refusal.Code.AS_OF_IN_FUTURE;
import static io.guatu.command.Refusal.Code.AS_OF_OVERTAKEN;
import static io.guatu.command.Refusal.Code.AS_OF_TOO_EARLY;
import static io.guatu.command.Refusal.Code.CORRECTION_WITHOUT_NOTE;
import static io.guatu.command.Refusal.Code.DOUBTFUL_PHOTO_WITHOUT_NOTE;
import static io.guatu.command.Refusal.Code.DOWN_WITHOUT_NOTE;
import static io.guatu.command.Refusal.Code.DUTIES_APART;
import static io.guatu.command.Refusal.Code.FORECAST_BEFORE_AS_OF;
import static io.guatu.command.Refusal.Code.FORECAST_IN_PAST;
import static io.guatu.command.Refusal.Code.FORECAST_OF_DONE;
import static io.guatu.command.Refusal.Code.MILESTONE_NOT_GRANTED;
import static io.guatu.command.Refusal.Code.NOTHING_NEW;
import static io.guatu.command.Refusal.Code.PERCENT_OR_QUANTITY;
import static io.guatu.command.Refusal.Code.QUANTITY_UNPLANNED;
import static io.guatu.command.Refusal.Code.REPORT_NOT_PENDING;
import static io.guatu.command.Refusal.Code.REPORT_OVERTAKEN;
import static io.guatu.command.Refusal.Code.UNKNOWN_MILESTONE;

import io.guatu.board.PhotoView;
import io.guatu.board.fold.Milestone;
import io.guatu.board.fold.Project;
import io.guatu.board.fold.Report;
import io.guatu.domain.Author;
import io.guatu.domain.Percent;
import io.guatu.domain.ProgressUpdate;
import io.guatu.domain.ProgressUpdate.ProgressReported;
import io.guatu.domain.ProgressUpdate.ProgressReturned;
import io.guatu.domain.ProgressUpdate.ProgressVerified;
import io.guatu.domain.ProgressUpdate.ProgressWithdrawn;
import io.guatu.domain.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What may be said about progress. Work may begin before it was planned, but a day more than a year before the planned start
 * is a slip of the finger.
 */
final class ProgressRules {
    private ProgressRules() {}

    static Optional<Refusal> judge(RuleContext now, ProgressUpdate update) {
        if (update instanceof ProgressReported reported) {
            return reported(now, reported);
        }
        if (update instanceof ProgressVerified verified) {
            if (Verifying.isLeftToOthers(
                    now.state(), now.who().role(), now.project().id())) {
                return Refusal.because(DUTIES_APART);
            }
            return pending(now, verified.report())
                    .or(() -> overtaken(now, verified.report()))
                    .or(() -> Refusal.when(
                            RuleContext.blank(verified.note()) && needsWords(now.project(), verified.report()),
                            DOUBTFUL_PHOTO_WITHOUT_NOTE));
        }
        if (update instanceof ProgressReturned returned) {
            return pending(now, returned.report());
        }
        if (update instanceof ProgressWithdrawn withdrawn) {
            return withdrawn(now, withdrawn.report());
        }
        return now.asOf(update.asOf()); // what else is said of a day is true whenever its author may say it
    }

    /** Another company's report is as good as none: whether there is one is not this one's to know. */
    private static Optional<Refusal> withdrawn(RuleContext now, long seq) {
        Optional<Report> own = now.project()
                .plan()
                .pending(seq)
                .filter(report -> report.isBy(now.who().author()));
        return Refusal.when(own.isEmpty(), REPORT_NOT_PENDING);
    }

    private static Optional<Refusal> pending(RuleContext now, long report) {
        return Refusal.when(now.project().plan().pending(report).isEmpty(), REPORT_NOT_PENDING);
    }

    /** Whether the report that waits is verified with words only: how somebody looked although a photo of it is doubtful. */
    static boolean needsWords(Project project, long report) {
        return project.plan().pending(report).map(Report::photos).stream()
                .flatMap(List::stream)
                .map(project.photos().all()::get)
                .anyMatch(photo -> photo != null && PhotoView.doubtful(photo));
    }

    /**
     * What was verified since is not undone in passing: a report that says why may, another is returned. One that tells of an
     * earlier day than what is verified may not at all: the newest day counts.
     */
    private static Optional<Refusal> overtaken(RuleContext now, long seq) {
        Report report = now.project().plan().pending(seq).orElseThrow();
        Milestone milestone = now.project().plan().milestones().get(report.milestone());
        return milestone.outdates(report) || milestone.undoneBy(report) && RuleContext.blank(report.note())
                ? Refusal.because(
                        REPORT_OVERTAKEN, "now", milestone.done().value().toPlainString())
                : Refusal.none();
    }

    /** Of a milestone that is counted how much is done, of another how far it is: one of the two, and the percent follows. */
    private static Optional<Refusal> reported(RuleContext now, ProgressReported told) {
        Milestone milestone = now.project().plan().milestones().get(told.milestone());
        boolean granted = !now.contractor() || now.who().milestones().contains(told.milestone());
        if (milestone != null && granted) {
            boolean counted = milestone.measure() != null;
            if (told.done() != null && !counted) {
                return Refusal.because(QUANTITY_UNPLANNED);
            }
            if ((told.done() != null) != counted || (told.percent() == null) != counted) {
                return Refusal.because(
                        PERCENT_OR_QUANTITY,
                        "unit",
                        counted ? milestone.measure().unit() : "%");
            }
        }
        return figured(now, counted(now.project(), told));
    }

    /** With the percent that follows from how much is done. */
    static ProgressReported counted(Project project, ProgressReported told) {
        Milestone milestone = project.plan().milestones().get(told.milestone());
        return told.done() == null || milestone == null || milestone.measure() == null
                ? told
                : told.counting(milestone.measure().percent(told.done()));
    }

    private static Optional<Refusal> figured(RuleContext now, ProgressReported reported) {
        Milestone milestone = now.project().plan().milestones().get(reported.milestone());
        if (milestone == null) {
            return Refusal.because(UNKNOWN_MILESTONE, "milestone", reported.milestone());
        }
        if (now.contractor() && !now.who().milestones().contains(reported.milestone())) {
            return Refusal.because(MILESTONE_NOT_GRANTED);
        }
        if (reported.asOf().isAfter(now.today())) {
            return Refusal.because(AS_OF_IN_FUTURE);
        }
        if (reported.forecast() != null && reported.percent().equals(Percent.FULL)) {
            return Refusal.because(FORECAST_OF_DONE);
        }
        if (reported.asOf().isBefore(milestone.start().minusYears(1))) {
            return Refusal.because(AS_OF_TOO_EARLY);
        }
        boolean redated = milestone.finished()
                && reported.percent().equals(Percent.FULL)
                && !reported.asOf().equals(milestone.actual());
        if (redated && RuleContext.blank(reported.note())) {
            return Refusal.because(CORRECTION_WITHOUT_NOTE);
        }
        if (reported.forecast() != null && reported.forecast().isBefore(reported.asOf())) {
            return Refusal.because(FORECAST_BEFORE_AS_OF);
        }
        // Of an earlier day less was done: nobody is asked why.
        boolean late = now.contractor()
                && milestone.knowsSince(reported.asOf(), now.who().author());
        if (!late
                && reported.percent().compareTo(milestone.said(now.who().author())) < 0
                && RuleContext.blank(reported.note())) {
            return Refusal.because(
                    DOWN_WITHOUT_NOTE,
                    "from",
                    milestone.said(now.who().author()).value().toPlainString());
        }
        // A contractor's waits, or is kept on record; what counts at once takes nothing back in passing.
        if (!now.contractor()
                && milestone.asOf() != null
                && milestone.asOf().isAfter(reported.asOf())
                && RuleContext.blank(reported.note())) {
            return Refusal.because(AS_OF_OVERTAKEN, "now", milestone.asOf());
        }
        boolean moves = reported.forecast() != null && !reported.forecast().equals(now.due(milestone));
        if (now.contractor()
                && saysNothingNew(milestone, reported, moves, now.who().author())) {
            return Refusal.because(NOTHING_NEW);
        }
        if (moves && reported.forecast().isBefore(now.today())) {
            return Refusal.because(FORECAST_IN_PAST);
        }
        return (moves ? PlanRules.cause(reported.cause(), reported.note()) : Refusal.none())
                .or(() -> now.photos(reported.photos()));
    }

    /** What waits from this side, or else what is verified, says all of it already: it would only have to be judged once more. */
    private static boolean saysNothingNew(Milestone milestone, ProgressReported told, boolean moves, Author author) {
        Optional<Report> waits = milestone.pending().stream()
                .filter(report -> report.isBy(author))
                .findFirst();
        Percent percent = waits.map(Report::percent).orElse(milestone.verified());
        Quantity done = waits.map(Report::done)
                .orElse(milestone.measure() == null ? null : milestone.measure().done());
        LocalDate day = waits.map(Report::asOf).orElse(milestone.asOf());
        boolean adds = waits.map(report -> adds(report, told))
                .orElseGet(() -> moves || told.photos() != null || !RuleContext.blank(told.note()));
        return told.percent().equals(percent)
                && Objects.equals(told.done(), done)
                && told.asOf().equals(day)
                && !adds;
    }

    private static boolean adds(Report waits, ProgressReported told) {
        boolean notes = !RuleContext.blank(told.note()) && !told.note().equals(waits.note());
        boolean promises = told.forecast() != null
                && !(told.forecast().equals(waits.forecast()) && Objects.equals(told.cause(), waits.cause()));
        boolean shows = told.photos() != null
                && (waits.photos() == null || !waits.photos().containsAll(told.photos()));
        return notes || promises || shows;
    }
}
