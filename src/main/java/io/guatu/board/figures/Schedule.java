package io.guatu.board.figures;

import io.guatu.board.fold.Milestone;
import io.guatu.board.fold.Project;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.Percent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A project's schedule on one day, measured against its newest baseline. Planned days are inclusive and a day's deadline
 * ends with the day, so what should be done on a day is what the days before it brought: time progress (序时进度) of a
 * milestone is linear from the beginning of its first day (0 %) to the end of its last (100 %), and one of a single day
 * stands at 0 until that day is over. That of a project is the sum of weight × time progress. All days are days of the
 * calendar: what was promised before a suspension is moved by it ({@link ProjectClock}). Percentages that are shown carry
 * one decimal, rounded down, so that nothing reads as 100 before it is; what is judged or summed is exact.
 */
public final class Schedule {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int WHOLE = 10_000;
    /** Decimals of weight × percent, both in hundredths: what is planned is compared in the same. */
    private static final int EXACT = 6;
    /** Decimals of what of a milestone's days is gone, rounded half up. */
    private static final int GONE = 10;

    private static final long ALL_GONE = 1_000_000_000_000L;

    /** The most that a plan may read while a day of it is left: sums of tiny parts are rounded too. */
    private static final BigDecimal NEARLY = new BigDecimal("99.999999");

    private final Collection<Milestone> milestones;
    private final LocalDate day;
    private final ProjectClock clock;
    private final Map<MilestoneId, Span> spans;

    /** The days of the calendar that are planned for a milestone, and how many of them the project's clock runs. */
    private record Span(LocalDate start, LocalDate finish, long days) {}

    public Schedule(Project project, LocalDate day, ZoneId zone) {
        this.milestones = project.plan().milestones().values();
        this.day = day;
        this.clock = new ProjectClock(project.profile().pauses(), day, zone);
        this.spans = new HashMap<>();
        milestones.forEach(milestone -> spans.put(milestone.id(), span(milestone)));
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

    /** The percentage that the baseline says should be done as today begins, 0–100, one decimal, rounded down. */
    public BigDecimal time() {
        return exactTime().setScale(1, RoundingMode.DOWN);
    }

    /** The same, exactly: six decimals. */
    public BigDecimal exactTime() {
        return planned(day);
    }

    /** What of it these milestones should have brought. */
    public BigDecimal exactTime(Predicate<Milestone> which) {
        return planned(day, which);
    }

    public BigDecimal time(Milestone milestone) {
        return BigDecimal.valueOf(gone(milestone, day), GONE)
                .setScale(EXACT, RoundingMode.HALF_UP)
                .setScale(1, RoundingMode.DOWN);
    }

    /** The planned start. */
    public LocalDate start(Milestone milestone) {
        return spans.get(milestone.id()).start();
    }

    /** The planned finish. */
    public LocalDate finish(Milestone milestone) {
        return spans.get(milestone.id()).finish();
    }

    /** The day on which it is now expected to be finished; null where nobody forecast. */
    public LocalDate forecast(Milestone milestone) {
        return milestone.forecast() == null ? null : clock.moved(milestone.forecast(), milestone.promised());
    }

    /** The forecast, or the planned finish where nobody forecast. */
    public LocalDate due(Milestone milestone) {
        return milestone.forecast() == null ? finish(milestone) : forecast(milestone);
    }

    /** Whether it is planned for a single day: it has no length in which it could be behind, it is done or late. */
    public boolean momentary(Milestone milestone) {
        return milestone.start().equals(milestone.finish());
    }

    /** Whether a day that was planned for it is over. */
    public boolean running(Milestone milestone) {
        return start(milestone).isBefore(day);
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

    /** Days from the beginning of the first planned day to the end of the last. */
    long duration() {
        return clock.days(start(), finish()) + 1;
    }

    /** The days at whose beginning the baseline curve bends: it is linear between them. */
    List<LocalDate> bends() {
        TreeSet<LocalDate> bends = new TreeSet<>();
        milestones.forEach(milestone -> {
            bends.add(start(milestone));
            bends.add(finish(milestone).plusDays(1));
        });
        LocalDate first = bends.first();
        LocalDate last = bends.last();
        clock.turns().filter(turn -> turn.isAfter(first) && turn.isBefore(last)).forEach(bends::add);
        return List.copyOf(bends);
    }

    /** What the baseline says of a day as it begins, six decimals. */
    BigDecimal planned(LocalDate on) {
        return planned(on, milestone -> true);
    }

    private BigDecimal planned(LocalDate on, Predicate<Milestone> which) {
        long weighed = 0;
        for (Milestone milestone : milestones) {
            if (which.test(milestone)) {
                weighed += gone(milestone, on) * milestone.weight().hundredths();
            }
        }
        BigDecimal sum = BigDecimal.valueOf(weighed, GONE + 4);
        BigDecimal rounded = sum.setScale(EXACT, RoundingMode.HALF_UP);
        return sum.compareTo(HUNDRED) < 0 ? rounded.min(NEARLY) : rounded;
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

    /** In percent with {@link #GONE} decimals, as a whole number: a card asks for some eight hundred of these. */
    private long gone(Milestone milestone, LocalDate on) {
        Span span = spans.get(milestone.id());
        if (on.isAfter(span.finish())) {
            return ALL_GONE;
        }
        long days = clock.days(span.start(), on);
        return days <= 0 ? 0 : (2 * days * ALL_GONE + span.days()) / (2 * span.days());
    }

    private Span span(Milestone milestone) {
        LocalDate start = clock.moved(milestone.start(), milestone.baselined());
        LocalDate finish = clock.moved(milestone.finish(), milestone.baselined());
        return new Span(start, finish, clock.days(start, finish) + 1);
    }
}
