package io.guatu.bench;

import io.guatu.domain.MilestoneId;
import io.guatu.domain.Name;
import io.guatu.domain.PlanLine;
import io.guatu.domain.Weight;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How far a milestone really is on a day, and how much of it was told. */
final class GrownMilestone {
    private static final int WHOLE = 10_000;

    private final int number;
    private final PlanLine promised;
    private final double days;
    private int done;
    private boolean waits;
    private LocalDate forecast;

    /** @param slow how much longer it takes than was planned */
    GrownMilestone(int number, int of, LocalDate start, LocalDate finish, double slow) {
        this.number = number;
        int weight = number == of - 1 ? WHOLE - WHOLE / of * (of - 1) : WHOLE / of;
        this.promised = new PlanLine(
                new MilestoneId("s-" + number),
                new Name("第" + number + "节", "Section " + number),
                new Weight(weight),
                start,
                finish,
                null);
        this.days = ChronoUnit.DAYS.between(start, finish) * slow;
        this.forecast = finish;
    }

    int number() {
        return number;
    }

    MilestoneId id() {
        return promised.milestone();
    }

    PlanLine promised() {
        return promised;
    }

    /** In hundredths of a percent. */
    int percentOn(LocalDate day) {
        double part = ChronoUnit.DAYS.between(promised.start(), day) / days;
        return (int) Math.max(0, Math.min(WHOLE, part * WHOLE));
    }

    int done() {
        return done;
    }

    boolean waits() {
        return waits;
    }

    void reported() {
        waits = true;
    }

    void answered(int verified) {
        waits = false;
        done = verified;
    }

    /** Whether it is late enough for another promise. */
    boolean moves(LocalDate day) {
        return day.isAfter(forecast.minusDays(5));
    }

    LocalDate move(LocalDate day) {
        forecast = day.plusDays(20);
        return forecast;
    }
}
