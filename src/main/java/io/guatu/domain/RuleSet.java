package io.guatu.domain;

import java.math.BigDecimal;
import java.util.stream.Stream;

/**
 * A named, versioned set of lamp rules: data from {@code seeds/rules/}, or an edited copy. A rule that is null is not
 * applied. A threshold is reached when the value is equal or greater, unless it is said to begin above.
 *
 * @param late days an unfinished milestone is past its baseline finish
 * @param behind verified progress behind time progress, in points or as a share of the time progress
 * @param dueSoon an unfinished milestone near its baseline finish with much left to verify
 * @param forecastLate days the forecast of an unfinished milestone is past its baseline finish
 * @param blockerOpen days a blocker has been open
 * @param blockerPromise days a blocker is past the day by which it was promised to be cleared
 * @param source where the rules come from, and which gap was filled how
 */
public record RuleSet(
        String id,
        Name name,
        Days late,
        Behind behind,
        DueSoon dueSoon,
        Days forecastLate,
        Days blockerOpen,
        Days blockerPromise,
        Name source) {

    /** Red never begins before yellow. */
    public boolean ordered() {
        boolean days = Stream.of(late, forecastLate, blockerOpen, blockerPromise)
                .allMatch(rule -> rule == null || rule.yellow() <= rule.red());
        return days && (behind == null || behind.yellow().compareTo(behind.red()) <= 0);
    }

    public record Days(int yellow, int red) {}

    /** {@code yellowAbove}, {@code redAbove}: true when the threshold itself is not yet that colour; null is false. */
    public record Behind(Measure measure, BigDecimal yellow, Boolean yellowAbove, BigDecimal red, Boolean redAbove) {}

    public record DueSoon(int days, BigDecimal remaining) {}

    public enum Measure {
        POINTS,
        SHARE
    }
}
