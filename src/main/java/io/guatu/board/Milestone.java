package io.guatu.board;

import io.guatu.domain.MilestoneId;
import io.guatu.domain.MilestonePlanned;
import io.guatu.domain.Name;
import io.guatu.domain.Percent;
import io.guatu.domain.Weight;
import java.time.LocalDate;

/**
 * A milestone as the entries left it. {@code verified} and {@code asOf} are null until something was verified,
 * {@code actual} is the as-of date of a verified 100 %, {@code pending} the newest unanswered report.
 */
public record Milestone(
        MilestoneId id,
        Name name,
        Weight weight,
        LocalDate start,
        LocalDate finish,
        LocalDate forecast,
        LocalDate actual,
        Percent verified,
        LocalDate asOf,
        Report pending) {

    static Milestone of(MilestonePlanned planned) {
        return new Milestone(
                planned.milestone(),
                planned.name(),
                planned.weight(),
                planned.start(),
                planned.finish(),
                null,
                null,
                null,
                null,
                null);
    }

    Milestone pending(Report report) {
        return new Milestone(id, name, weight, start, finish, forecast, actual, verified, asOf, report);
    }

    /** The report counts: its percent, its as-of date, and its forecast if it gives one. Any pending report is answered. */
    Milestone verified(Percent percent, LocalDate trueOn, LocalDate expected) {
        boolean full = percent.equals(Percent.FULL);
        return new Milestone(
                id,
                name,
                weight,
                start,
                finish,
                expected != null ? expected : forecast,
                full ? trueOn : null,
                percent,
                trueOn,
                null);
    }

    public boolean finished() {
        return actual != null;
    }

    /** What is verified; nothing verified is 0. */
    public Percent done() {
        return verified == null ? Percent.ZERO : verified;
    }

    /** What the newest report says, verified or not: what the next report moves from. */
    public Percent said() {
        return pending == null ? done() : pending.percent();
    }

    /** The day it is now expected to finish: the forecast, or the baseline where nobody forecast. */
    public LocalDate due() {
        return forecast == null ? finish : forecast;
    }
}
