package io.guatu.board.figures;

import io.guatu.board.fold.Milestone;
import io.guatu.board.fold.Project;
import io.guatu.domain.Percent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A project's schedule on one day, measured against its newest baseline. Time progress (序时进度) of a milestone is linear
 * between its planned start (0 %) and finish (100 %); that of a project is the sum of weight × time progress. The day is
 * the project's own: while a project is suspended its clock stands still. Percentages carry one decimal; what is achieved
 * is rounded down, so that nothing reads as 100 before it is.
 */
public final class Schedule {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int WHOLE = 10_000;

    private final Project project;
    private final Collection<Milestone> milestones;
    private final LocalDate day;
    private final ZoneId zone;

    public Schedule(Project project, LocalDate day, ZoneId zone) {
        this.project = project;
        this.milestones = project.plan().milestones().values();
        this.day = day;
        this.zone = zone;
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
                .map(Milestone::start)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The last planned day. @throws java.util.NoSuchElementException when nothing is planned */
    public LocalDate finish() {
        return milestones.stream()
                .map(Milestone::finish)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Sum of weight × percent, 0–100, one decimal, rounded down. */
    public BigDecimal progress(Function<Milestone, Percent> percent) {
        return exactProgress(percent).setScale(1, RoundingMode.DOWN);
    }

    BigDecimal exactProgress(Function<Milestone, Percent> percent) {
        long sum = 0;
        for (Milestone milestone : milestones) {
            sum += (long) milestone.weight().hundredths()
                    * percent.apply(milestone).hundredths();
        }
        return BigDecimal.valueOf(sum, 6);
    }

    /** The percentage that the baseline says should be done today, 0–100, one decimal. */
    public BigDecimal time() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Milestone milestone : milestones) {
            sum = sum.add(weighted(milestone, clock(milestone)));
        }
        return sum.setScale(1, RoundingMode.HALF_UP);
    }

    public BigDecimal time(Milestone milestone) {
        return exact(milestone, clock(milestone)).setScale(1, RoundingMode.HALF_UP);
    }

    /** Days that the milestone is past its baseline finish, on the project's clock; negative before. */
    public long late(Milestone milestone) {
        return ChronoUnit.DAYS.between(milestone.finish(), clock(milestone));
    }

    /** Days until the milestone is due (forecast, else baseline), on the project's clock; negative after. */
    public long left(Milestone milestone) {
        return ChronoUnit.DAYS.between(clock(milestone), milestone.due());
    }

    /** The days at which the baseline curve bends: it is linear between them. */
    List<LocalDate> bends() {
        TreeSet<LocalDate> bends = new TreeSet<>();
        milestones.forEach(milestone -> {
            bends.add(milestone.start());
            bends.add(milestone.finish());
        });
        return List.copyOf(bends);
    }

    /** What the baseline says of a day, suspensions or not. */
    BigDecimal planned(LocalDate on) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Milestone milestone : milestones) {
            sum = sum.add(weighted(milestone, on));
        }
        return sum;
    }

    /** Today on the clock of the plan as a whole. */
    LocalDate today() {
        return project.about().pauses().clock(project.plan().baseline().set(), day, zone);
    }

    Collection<Milestone> milestones() {
        return milestones;
    }

    private LocalDate clock(Milestone milestone) {
        return project.about().pauses().clock(milestone.baselined(), day, zone);
    }

    private int weight() {
        return milestones.stream().mapToInt(m -> m.weight().hundredths()).sum();
    }

    private static BigDecimal weighted(Milestone milestone, LocalDate on) {
        return exact(milestone, on)
                .multiply(BigDecimal.valueOf(milestone.weight().hundredths(), 4));
    }

    private static BigDecimal exact(Milestone milestone, LocalDate on) {
        if (!on.isBefore(milestone.finish())) {
            return HUNDRED;
        }
        long gone = ChronoUnit.DAYS.between(milestone.start(), on);
        if (gone <= 0) {
            return BigDecimal.ZERO;
        }
        long planned = ChronoUnit.DAYS.between(milestone.start(), milestone.finish());
        return BigDecimal.valueOf(gone * 100).divide(BigDecimal.valueOf(planned), 8, RoundingMode.HALF_UP);
    }
}
