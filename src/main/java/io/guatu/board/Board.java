package io.guatu.board;

import io.guatu.board.fold.Charter;
import io.guatu.board.fold.Project;
import io.guatu.board.fold.Projects;
import io.guatu.domain.Entry;
import io.guatu.domain.ProjectId;
import io.guatu.domain.RuleSet;
import io.guatu.domain.Weighting;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * All cards and the totals, at one {@code seq} of the ledger and on one {@code day} of the zone. A pure function of
 * (entries, day, rules). Cards keep the order in which the projects were opened; archived projects have none.
 *
 * @param rules in force until the ledger adopts others
 * @param unshown the projects whose card could not be computed, each with the fault: they keep the last card that could
 */
public record Board(
        UUID epoch,
        LocalDate day,
        ZoneId zone,
        RuleSet rules,
        Projects projects,
        Map<ProjectId, Card> cards,
        Tally tally,
        Map<ProjectId, String> unshown) {

    public Board {
        cards = Collections.unmodifiableMap(cards);
        unshown = Map.copyOf(unshown);
    }

    public static Board empty(UUID epoch, LocalDate day, ZoneId zone, RuleSet rules) {
        return of(epoch, day, zone, rules, Projects.NONE);
    }

    /** The board that these projects make. */
    public static Board of(UUID epoch, LocalDate day, ZoneId zone, RuleSet rules, Projects projects) {
        return of(epoch, day, zone, rules, projects, Map.of());
    }

    /** One project that cannot be shown must not darken the wall: it keeps its {@code last} card, and is named. */
    private static Board of(
            UUID epoch, LocalDate day, ZoneId zone, RuleSet rules, Projects projects, Map<ProjectId, Card> last) {
        Terms terms = terms(zone, rules, projects.charter());
        Map<ProjectId, Card> cards = new LinkedHashMap<>();
        Map<ProjectId, String> unshown = new HashMap<>();
        Tally tally = Tally.NONE;
        for (Project project : projects.byId().values()) {
            if (project.about().archived()) {
                continue;
            }
            try {
                Card card = Card.of(project, day, terms);
                tally = tally.plus(
                        Tally.of(project, card, day, projects.charter().weighting()));
                cards.put(project.id(), card);
            } catch (RuntimeException | StackOverflowError fault) {
                unshown.put(project.id(), said(fault));
                Card shown = last.get(project.id());
                if (shown != null) {
                    cards.put(project.id(), shown);
                }
            }
        }
        return new Board(epoch, day, zone, rules, projects, cards, tally, unshown);
    }

    private static String said(Throwable fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        return trace.length == 0 ? fault.toString() : fault + " at " + trace[0];
    }

    public long seq() {
        return projects.seq();
    }

    public Terms terms() {
        return terms(zone, rules, projects.charter());
    }

    public Totals totals() {
        return Totals.of(cards.size(), projects.charter().weighting(), tally);
    }

    /**
     * This board after more entries. Only the cards of the projects they touch are computed anew, and the totals by the
     * difference; unless the rules or the working days changed, which may change every card.
     */
    public Board after(List<Entry> entries) {
        Projects next = projects.after(entries);
        Charter charter = next.charter();
        if (charter.seq() != projects.charter().seq() || !unshown.isEmpty()) {
            return of(epoch, day, zone, rules, next, cards);
        }
        try {
            return touched(entries, next);
        } catch (RuntimeException | StackOverflowError fault) {
            return of(epoch, day, zone, rules, next, cards);
        }
    }

    private Board touched(List<Entry> entries, Projects next) {
        Charter charter = next.charter();
        Map<ProjectId, Card> changed = new LinkedHashMap<>(cards);
        Tally sum = charter.weighting() == projects.charter().weighting()
                ? tally
                : tally(cards.values(), projects, day, charter.weighting());
        List<ProjectId> touched = entries.stream()
                .map(Entry::project)
                .filter(next.byId()::containsKey)
                .distinct()
                .toList();
        for (ProjectId id : touched) {
            Card before = changed.remove(id);
            if (before != null) {
                sum = sum.minus(Tally.of(projects.byId().get(id), before, day, charter.weighting()));
            }
            Project project = next.byId().get(id);
            if (!project.about().archived()) {
                Card card = Card.of(project, day, terms());
                changed.put(id, card);
                sum = sum.plus(Tally.of(project, card, day, charter.weighting()));
            }
        }
        return new Board(epoch, day, zone, rules, next, inOrder(changed, next), sum, Map.of());
    }

    /** This board on another day: every card is computed anew. */
    public Board on(LocalDate other) {
        return of(epoch, other, zone, rules, projects, cards);
    }

    /** This board as it would be under another rule set, without adopting it. */
    public Board under(RuleSet other) {
        Charter then = projects.charter().under(other);
        return of(epoch, day, zone, rules, new Projects(projects.seq(), then, projects.byId()));
    }

    /** Whether somebody who has everything up to {@code seq} can go on from there with the cards that changed since. */
    public boolean continues(long seq) {
        return seq >= projects.charter().seq() && seq <= seq();
    }

    /** The cards that changed after {@code seq}. */
    public List<Card> since(long seq) {
        return cards.values().stream().filter(card -> card.seq() > seq).toList();
    }

    /** The projects that left the board after {@code seq}. */
    public List<ProjectId> goneSince(long seq) {
        return projects.byId().values().stream()
                .filter(project -> project.about().archived() && project.seq() > seq)
                .map(Project::id)
                .toList();
    }

    private static Tally tally(Collection<Card> cards, Projects projects, LocalDate day, Weighting weighting) {
        Tally sum = Tally.NONE;
        for (Card card : cards) {
            sum = sum.plus(Tally.of(projects.byId().get(card.id()), card, day, weighting));
        }
        return sum;
    }

    /** A card that was computed anew stands where it stood. */
    private static Map<ProjectId, Card> inOrder(Map<ProjectId, Card> cards, Projects projects) {
        Map<ProjectId, Card> ordered = new LinkedHashMap<>();
        for (ProjectId id : projects.byId().keySet()) {
            Card card = cards.get(id);
            if (card != null) {
                ordered.put(id, card);
            }
        }
        return ordered;
    }

    private static Terms terms(ZoneId zone, RuleSet rules, Charter charter) {
        return new Terms(zone, charter.calendar(), charter.rules() == null ? rules : charter.rules());
    }
}
