package io.guatu.board;

import io.guatu.board.PlanChange.Moved;
import io.guatu.board.fold.Project;
import io.guatu.board.fold.Suspensions;
import io.guatu.board.lamp.Lamp;
import io.guatu.domain.Money;
import io.guatu.domain.Name;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Relocation;
import io.guatu.domain.Stage;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What is different in one project between two boards. Null where nothing changed. Of a project that came or went only
 * that is said, with what its card showed: everything about it would be new.
 *
 * @param pending what progress would be if every waiting report were verified
 * @param pause the suspension that lasted then and the one that lasts now
 * @param raised blockers that came in between, those too that were cleared again
 * @param cleared blockers that were cleared in between
 * @param renewed blockers that stay, with another promise or on another level
 * @param investment of the later board's year
 */
public record Change(
        ProjectId id,
        Name name,
        Presence presence,
        Difference<Lamp.Colour> lamp,
        Difference<BigDecimal> progress,
        Difference<BigDecimal> pending,
        Difference<Stage> stage,
        Difference<Suspensions.Pause> pause,
        Map<Fact, Difference<?>> facts,
        Difference<Integer> baseline,
        List<PlanChange> plan,
        List<Moved> dates,
        List<BlockerChange> raised,
        List<BlockerChange> cleared,
        List<BlockerChange> renewed,
        Counts hazards,
        Counts directives,
        Difference<Relocation> households,
        Difference<Relocation> mu,
        Map<Sum, Difference<Money>> investment) {

    public enum Presence {
        APPEARED,
        ARCHIVED
    }

    /** In 万元: in all, planned for the year, completed in all. */
    public enum Sum {
        TOTAL,
        PLANNED,
        COMPLETED
    }

    /** How many came and how many were closed in between. */
    public record Counts(long opened, long closed) {}

    /** Null when nothing is different. The project is on one of the boards at least. */
    static Change between(ProjectId id, Board early, Board late) {
        Card then = early.cards().get(id);
        Card now = late.cards().get(id);
        Project before = early.projects().byId().get(id);
        Project after = late.projects().byId().get(id);
        boolean stayed = then != null && now != null;
        Change change = new Change(
                id,
                after.profile().name(),
                stayed ? null : then == null ? Presence.APPEARED : Presence.ARCHIVED,
                Difference.of(colour(then), colour(now)),
                Difference.of(verified(then), verified(now)),
                stayed ? Difference.of(pending(then), pending(now)) : null,
                stayed ? Difference.of(then.stage(), now.stage()) : null,
                stayed
                        ? Difference.of(
                                before.profile().pauses().now(),
                                after.profile().pauses().now())
                        : null,
                stayed ? Fact.between(before.profile(), after.profile()) : null,
                stayed ? PlanChange.baseline(before.plan(), after.plan()) : null,
                stayed ? PlanChange.between(before.plan(), after.plan()) : null,
                stayed ? Moved.between(before.plan(), after.plan()) : null,
                BlockerChange.raised(before, after),
                BlockerChange.cleared(before, after),
                stayed ? BlockerChange.renewed(before, after) : null,
                hazards(before, after),
                directives(before, after),
                stayed ? Difference.of(households(then), households(now)) : null,
                stayed ? Difference.of(mu(then), mu(now)) : null,
                stayed ? investment(before, after, late.day().getYear()) : null);
        return change.says() ? change : null;
    }

    /** Whether a meeting speaks of it: that work went on as it should is no news. */
    public boolean notable() {
        return Stream.of(presence, lamp, stage, pause, baseline, dates, raised, cleared, renewed)
                .anyMatch(Objects::nonNull);
    }

    private boolean says() {
        return Stream.of(
                        presence,
                        lamp,
                        progress,
                        pending,
                        stage,
                        pause,
                        facts,
                        baseline,
                        plan,
                        dates,
                        raised,
                        cleared,
                        renewed,
                        hazards,
                        directives,
                        households,
                        mu,
                        investment)
                .anyMatch(Objects::nonNull);
    }

    private static Lamp.Colour colour(Card card) {
        return card == null ? null : card.lamp().colour();
    }

    private static BigDecimal verified(Card card) {
        return card == null || card.progress() == null ? null : card.progress().verified();
    }

    private static BigDecimal pending(Card card) {
        return card.progress() == null ? null : card.progress().pending();
    }

    private static Relocation households(Card card) {
        return card.relocation() == null ? null : card.relocation().households();
    }

    private static Relocation mu(Card card) {
        return card.relocation() == null ? null : card.relocation().mu();
    }

    private static Counts hazards(Project before, Project after) {
        long known = before == null ? 0 : before.hazards().all().size();
        return counts(after.hazards().all().size() - known, closedHazards(after) - closedHazards(before));
    }

    private static long closedHazards(Project project) {
        return project == null ? 0 : project.hazards().all().over();
    }

    private static Counts directives(Project before, Project after) {
        long known = before == null ? 0 : before.directives().all().size();
        return counts(after.directives().all().size() - known, closedDirectives(after) - closedDirectives(before));
    }

    private static long closedDirectives(Project project) {
        return project == null ? 0 : project.directives().all().over();
    }

    private static Counts counts(long opened, long closed) {
        return opened == 0 && closed == 0 ? null : new Counts(opened, closed);
    }

    private static Map<Sum, Difference<Money>> investment(Project before, Project after, int year) {
        var then = before.investment();
        var now = after.investment();
        Map<Sum, Difference<Money>> sums = new EnumMap<>(Sum.class);
        sums.put(Sum.TOTAL, Difference.of(then.total(), now.total()));
        sums.put(
                Sum.PLANNED,
                Difference.of(then.planned().get(year), now.planned().get(year)));
        sums.put(
                Sum.COMPLETED,
                Difference.of(
                        then.completedInAll().orElse(null), now.completedInAll().orElse(null)));
        sums.values().removeIf(Objects::isNull);
        return sums.isEmpty() ? null : sums;
    }
}
