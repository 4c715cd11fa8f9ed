package io.guatu.board;

import io.guatu.board.fold.Hazard;
import io.guatu.board.fold.Milestone;
import io.guatu.board.fold.Project;
import io.guatu.board.lamp.Lamp;
import io.guatu.domain.Factor;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.Name;
import io.guatu.domain.ProjectId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What is different between two days, as the board showed them then: only projects in which something is. A side that did
 * not exist is null. {@code lamps} are how many more, or fewer, of each colour there are.
 */
public record Changes(
        LocalDate from,
        LocalDate to,
        Totals before,
        Totals after,
        Map<Lamp.Colour, Long> lamps,
        List<Change> projects) {

    /** Null where nothing changed. {@code dates} are the moved ends of milestones. */
    public record Change(
            ProjectId id,
            Name name,
            Colours lamp,
            Percents progress,
            List<Moved> dates,
            List<Held> raised,
            List<Held> cleared,
            Counts hazards,
            Counts directives) {}

    public record Colours(Lamp.Colour from, Lamp.Colour to) {}

    public record Percents(BigDecimal from, BigDecimal to) {}

    public record Moved(MilestoneId milestone, Name name, LocalDate from, LocalDate to) {}

    public record Held(long seq, Factor factor, String text) {}

    /** How many came and how many were closed in between. */
    public record Counts(long opened, long closed) {}

    public static Changes between(Board before, Board after) {
        Set<ProjectId> ids = new LinkedHashSet<>(before.cards().keySet());
        ids.addAll(after.cards().keySet());
        List<Change> changes = new ArrayList<>();
        for (ProjectId id : ids) {
            Change change = between(
                    before.cards().get(id),
                    after.cards().get(id),
                    before.projects().byId().get(id),
                    after.projects().byId().get(id));
            if (change != null) {
                changes.add(change);
            }
        }
        return new Changes(before.day(), after.day(), before.totals(), after.totals(), lamps(before, after), changes);
    }

    private static Map<Lamp.Colour, Long> lamps(Board before, Board after) {
        Map<Lamp.Colour, Long> more = new EnumMap<>(after.totals().lamps());
        before.totals().lamps().forEach((colour, count) -> more.merge(colour, -count, Long::sum));
        return more;
    }

    private static Change between(Card then, Card now, Project before, Project after) {
        Lamp.Colour fromColour = then == null ? null : then.lamp().colour();
        Lamp.Colour toColour = now == null ? null : now.lamp().colour();
        BigDecimal from = verified(then);
        BigDecimal to = verified(now);
        List<Moved> dates = moved(before, after);
        List<Held> raised = held(after, before);
        List<Held> cleared = held(before, after);
        Counts hazards = hazards(before, after);
        Counts directives = directives(before, after);
        boolean same = fromColour == toColour
                && Objects.equals(from, to)
                && dates.isEmpty()
                && raised.isEmpty()
                && cleared.isEmpty()
                && hazards == null
                && directives == null;
        return same
                ? null
                : new Change(
                        after.id(),
                        after.about().name(),
                        fromColour == toColour ? null : new Colours(fromColour, toColour),
                        Objects.equals(from, to) ? null : new Percents(from, to),
                        dates.isEmpty() ? null : dates,
                        raised.isEmpty() ? null : raised,
                        cleared.isEmpty() ? null : cleared,
                        hazards,
                        directives);
    }

    private static BigDecimal verified(Card card) {
        return card == null || card.progress() == null ? null : card.progress().verified();
    }

    private static List<Moved> moved(Project before, Project after) {
        if (before == null) {
            return List.of();
        }
        List<Moved> moved = new ArrayList<>();
        for (Milestone now : after.plan().milestones().values()) {
            Milestone then = before.plan().milestones().get(now.id());
            if (then != null && !then.end().equals(now.end())) {
                moved.add(new Moved(now.id(), now.name(), then.end(), now.end()));
            }
        }
        return moved;
    }

    /** Blockers that are open in one and not open, or not there, in the other. */
    private static List<Held> held(Project in, Project notIn) {
        if (in == null) {
            return List.of();
        }
        return in.blockers().open().stream()
                .filter(blocker -> {
                    var other = notIn == null ? null : notIn.blockers().all().get(blocker.seq());
                    return other == null || !other.open();
                })
                .map(blocker -> new Held(
                        blocker.seq(), blocker.factor(), blocker.raised().text()))
                .toList();
    }

    private static Counts hazards(Project before, Project after) {
        long known = before == null ? 0 : before.hazards().all().size();
        long closed = before == null ? 0 : closed(before);
        return counts(after.hazards().all().size() - known, closed(after) - closed);
    }

    private static long closed(Project project) {
        return project.hazards().all().values().stream()
                .filter(hazard -> hazard.status() == Hazard.Status.CLOSED)
                .count();
    }

    private static Counts directives(Project before, Project after) {
        long known = before == null ? 0 : before.directives().all().size();
        long closed = before == null ? 0 : closedDirectives(before);
        return counts(after.directives().all().size() - known, closedDirectives(after) - closed);
    }

    private static long closedDirectives(Project project) {
        return project.directives().all().values().stream()
                .filter(directive -> !directive.open())
                .count();
    }

    private static Counts counts(long opened, long closed) {
        return opened == 0 && closed == 0 ? null : new Counts(opened, closed);
    }
}
