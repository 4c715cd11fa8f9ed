package io.guatu.board;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The programme as a whole. Progress is the plain mean over the projects that have begun and have a plan
 * ({@code weighting} says so); not-started and cancelled projects are counted in no lamp and no mean.
 *
 * @param lamps how many projects per colour, every colour present
 * @param dueIn30 unfinished milestones due (forecast, else baseline) within 30 days from today, late ones not included
 * @param pendingReports reports that wait for a verdict
 */
public record Totals(
        int projects,
        Map<Lamp.Colour, Integer> lamps,
        int notStarted,
        Card.Progress progress,
        Weighting weighting,
        int dueIn30,
        int pendingReports) {
    private static final int SOON = 30;

    /** How the programme weighs its projects. */
    public enum Weighting {
        EQUAL
    }

    static Totals of(Collection<Card> cards, LocalDate day) {
        List<Card> counted = cards.stream().filter(card -> !outside(card)).toList();
        Map<Lamp.Colour, Integer> lamps = new EnumMap<>(Lamp.Colour.class);
        for (Lamp.Colour colour : Lamp.Colour.values()) {
            lamps.put(colour, 0);
        }
        counted.forEach(card -> lamps.merge(card.lamp().colour(), 1, Integer::sum));
        return new Totals(
                cards.size(),
                lamps,
                (int) cards.stream()
                        .filter(card -> has(card, Lamp.Code.NOT_STARTED))
                        .count(),
                mean(counted.stream()
                        .map(Card::progress)
                        .filter(progress -> progress != null)
                        .toList()),
                Weighting.EQUAL,
                (int) counted.stream()
                        .flatMap(card -> card.milestones().stream())
                        .filter(step -> step.actual() == null && soon(step, day))
                        .count(),
                cards.stream().mapToInt(card -> card.pending().size()).sum());
    }

    private static boolean outside(Card card) {
        return has(card, Lamp.Code.NOT_STARTED) || has(card, Lamp.Code.CANCELLED);
    }

    private static boolean has(Card card, Lamp.Code code) {
        return card.lamp().reasons().stream().anyMatch(reason -> reason.code() == code);
    }

    private static boolean soon(Card.Step step, LocalDate day) {
        LocalDate due = step.forecast() == null ? step.baseline().finish() : step.forecast();
        return !due.isBefore(day) && !due.isAfter(day.plusDays(SOON));
    }

    private static Card.Progress mean(List<Card.Progress> all) {
        if (all.isEmpty()) {
            return null;
        }
        boolean waiting = all.stream().anyMatch(progress -> progress.pending() != null);
        Function<Card.Progress, BigDecimal> said =
                progress -> progress.pending() == null ? progress.verified() : progress.pending();
        return new Card.Progress(
                mean(all, Card.Progress::verified), waiting ? mean(all, said) : null, mean(all, Card.Progress::time));
    }

    private static BigDecimal mean(List<Card.Progress> all, Function<Card.Progress, BigDecimal> figure) {
        return all.stream()
                .map(figure)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(all.size()), 1, RoundingMode.HALF_UP);
    }
}
