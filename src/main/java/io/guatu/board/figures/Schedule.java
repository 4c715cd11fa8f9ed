package io.guatu.board.figures;

import io.guatu.board.fold.Milestone;
import io.guatu.board.fold.Project;
import io.guatu.domain.Percent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A project's schedule on one day, measured against its newest baseline. Time progress (序时进度) of a milestone is linear
 * between its planned start (0 %) and finish (100 %); that of a project is the sum of weight × time progress. All
 * days are days of the calendar: what was promised before a suspension is moved by it ({@link ProjectClock}). Percentages
 * that are shown carry one decimal, rounded down, so that nothing reads as 100 before it is; what is judged is exact.
 */
public final class Schedule {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int WHOLE = 10_000;
    /** Decimals of weight × percent, both in hundredths: what is planned is compared in the same. */
    private static final int EXACT = 6;

    private final Collection<Milestone> milestones;
    private final LocalDate day;
    private final ProjectClock clock;

    public Schedule(Project project, LocalDate day, ZoneId zone) {
        this.milestones = project.plan().milestones().values();
        this.day = day;
        this.clock = new ProjectClock(project.profile().pauses(), day, zone);
    }

    /** Whether the weights sum to exactly 100: only then does a project have a progress. */
    public boolean complete() {
        return weight() == WHOLE;
    }

    /** The percent of weight that is still missing. */
    public BigDecimal missing() {
        return BigDecimal.valueOf(WHOLE - weight(), 2).stripTrailingZeros();
    }

    public boolean finished() {
        return complete() && milestones.stream().allMatch(Milestone::finished);
    }

    /** The first planned day. @throws java.util.NoSuchElementException when nothing is planned */
    public LocalDate start() {
        return milestones.stream()
                .map(this::start)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The last planned day. @throws java.util.NoSuchElementException when nothing is planned */
    public LocalDate finish() {
        return milestones.stream()
                .map(this::finish)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Sum of weight × percent, 0–100, one decimal, rounded down. */
    public BigDecimal progress(Function<Milestone, Percent> percent) {
        return exactProgress(percent).setScale(1, RoundingMode.DOWN);
    }

    /** The same, exactly: six decimals. */
    public BigDecimal exactProgress(Function<Milestone, Percent> percent) {
        long sum = 0;
        for (Milestone milestone : milestones) {
            sum += (long) milestone.weight().hundredths()
                    * percent.apply(milestone).hundredths();
        }
        return BigDecimal.valueOf(sum, 6);
    }

    /** The percentage that the baseline says should be done today, 0–100, one decimal, rounded down. */
    public BigDecimal time() {
        return exactTime().setScale(1, RoundingMode.DOWN);
    }

    /** The same, exactly: six decimals. */
    public BigDecimal exactTime() {
        return planned(day);
    }

    public BigDecimal time(Milestone milestone) {
        return exact(milestone, day).setScale(EXACT, RoundingMode.HALF_UP).setScale(1, RoundingMode.DOWN);
    }

    /** The planned start. */
    public LocalDate start(Milestone milestone) {
        return clock.moved(milestone.start(), milestone.baselined());
    }

    /** The planned finish. */
    public LocalDate finish(Milestone milestone) {
        return clock.moved(milestone.finish(), milestone.baselined());
    }

    /** The day on which it is now expected to be finished; null where nobody forecast. */
    public LocalDate forecast(Milestone milestone) {
        return milestone.forecast() == null ? null : clock.moved(milestone.forecast(), milestone.promised());
    }

    /** The forecast, or the planned finish where nobody forecast. */
    public LocalDate due(Milestone milestone) {
        return milestone.forecast() == null ? finish(milestone) : forecast(milestone);
    }

    /** Days that the milestone is past its planned finish; negative before. */
    public long late(Milestone milestone) {
        return clock.days(finish(milestone), day);
    }

    /** Days until the milestone is due; negative after. */
    public long left(Milestone milestone) {
        return clock.days(day, due(milestone));
    }

    /** Days that the forecast is after the planned finish; negative before, 0 where nobody forecast. */
    public long forecastLate(Milestone milestone) {
        return clock.days(finish(milestone), due(milestone));
    }

    /** The days at which the baseline curve bends: it is linear between them. */
    List<LocalDate> bends() {
        TreeSet<LocalDate> bends = new TreeSet<>();
        milestones.forEach(milestone -> {
            bends.add(start(milestone));
            bends.add(finish(milestone));
        });
        LocalDate first = bends.first();
        LocalDate last = bends.last();
        clock.turns().filter(turn -> turn.isAfter(first) && turn.isBefore(last)).forEach(bends::add);
        return List.copyOf(bends);
    }

    /** What the baseline says of a day, six decimals. */
    BigDecimal planned(LocalDate on) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Milestone milestone : milestones) {
            BigDecimal weight = BigDecimal.valueOf(milestone.weight().hundredths(), 4);
            sum = sum.add(exact(milestone, on).multiply(weight));
        }
        return sum.setScale(EXACT, RoundingMode.HALF_UP);
    }

    LocalDate today() {
        return day;
    }

    ProjectClock clock() {
        return clock;
    }

    Collection<Milestone> milestones() {
        return milestones;
    }

    private int weight() {
        return milestones.stream().mapToInt(m -> m.weight().hundredths()).sum();
    }

    private BigDecimal exact(Milestone milestone, LocalDate on) {
        LocalDate start = start(milestone);
        LocalDate finish = finish(milestone);
        if (!on.isBefore(finish)) {
            return HUNDRED;
        }
        long gone = clock.days(start, on);
        return gone <= 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(gone * 100)
                        .divide(BigDecimal.valueOf(clock.days(start, finish)), 10, RoundingMode.HALF_UP);
    }
}
