package io.guatu.board;

import io.guatu.board.fold.BoardSettings;
import io.guatu.board.fold.Ordered;
import io.guatu.board.fold.Project;
import io.guatu.board.fold.Projects;
import io.guatu.domain.Entry;
import io.guatu.domain.ProjectId;
import io.guatu.domain.RuleSet;
import io.guatu.domain.Weighting;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * All cards and the totals, at one {@code seq} of the ledger and on one {@code day} of the zone. A pure function of
 * (entries, day, rules). Cards keep the order in which the projects were opened; archived projects have none.
 *
 * @param rules in force until the ledger adopts others
 * @param tallies what each card adds to the sum of all, {@code tally}; none of a project that is {@code unshown}
 * @param unshown the projects whose card could not be computed, each with the fault: they keep the last card that could
 */
public record Board(
        UUID epoch,
        LocalDate day,
        ZoneId zone,
        RuleSet rules,
        Projects projects,
        Map<ProjectId, Card> cards,
        Map<ProjectId, Tally> tallies,
        Tally tally,
        Map<ProjectId, String> unshown) {

    public Board {
        cards = Ordered.copyOf(cards);
        tallies = Ordered.copyOf(tallies);
        unshown = Map.copyOf(unshown);
    }

    public static Board empty(UUID epoch, LocalDate day, ZoneId zone, RuleSet rules) {
        return of(epoch, day, zone, rules, Projects.NONE);
    }

    /** The board that these projects make. */
    public static Board of(UUID epoch, LocalDate day, ZoneId zone, RuleSet rules, Projects projects) {
        return of(epoch, day, zone, rules, projects, Map.of(), false);
    }

    /** The same, by all processors: for who waits for it and for nothing else. */
    public static Board wide(UUID epoch, LocalDate day, ZoneId zone, RuleSet rules, Projects projects) {
        return of(epoch, day, zone, rules, projects, Map.of(), true);
    }

    /** One project that cannot be shown must not darken the wall: it keeps its {@code last} card, and is named. */
    private static Board of(
            UUID epoch,
            LocalDate day,
            ZoneId zone,
            RuleSet rules,
            Projects projects,
            Map<ProjectId, Card> last,
            boolean wide) {
        Terms terms = terms(zone, rules, projects.settings());
        Stream<Project> shown = List.copyOf(projects.byId().values()).stream()
                .filter(project -> !project.profile().archived());
        List<Drawn> all = (wide ? shown.parallel() : shown)
                .map(project ->
                        Drawn.of(project, day, terms, projects.settings().weighting()))
                .toList();
        Ordered<ProjectId, Card> cards = Ordered.none();
        Map<ProjectId, String> unshown = new HashMap<>();
        Ordered<ProjectId, Tally> tallies = Ordered.none();
        Tally sum = Tally.NONE;
        for (Drawn drawn : all) {
            Card card = drawn.card();
            if (drawn.fault() == null) {
                sum = sum.plus(drawn.tally());
                tallies = tallies.with(drawn.id(), drawn.tally());
            } else {
                unshown.put(drawn.id(), drawn.fault());
                card = last.get(drawn.id());
            }
            if (card != null) {
                cards = cards.with(drawn.id(), card);
            }
        }
        return new Board(epoch, day, zone, rules, projects, cards, tallies, sum, unshown);
    }

    /** One project's card and its part in the totals; or the fault, and no part. */
    private record Drawn(ProjectId id, Card card, Tally tally, String fault) {
        static Drawn of(Project project, LocalDate day, Terms terms, Weighting weighting) {
            try {
                Card card = Card.of(project, day, terms);
                return new Drawn(project.id(), card, Tally.of(project, card, day, terms.zone(), weighting), null);
            } catch (RuntimeException | StackOverflowError fault) {
                return new Drawn(project.id(), null, null, said(fault));
            }
        }
    }

    private static String said(Throwable fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        return trace.length == 0 ? fault.toString() : fault + " at " + trace[0];
    }

    public long seq() {
        return projects.seq();
    }

    public Terms terms() {
        return terms(zone, rules, projects.settings());
    }

    public Totals totals() {
        return Totals.of(cards.size(), projects.settings().weighting(), tally);
    }

    /**
     * This board after more entries. Only the cards of the projects they touch are computed anew, and the totals by the
     * difference; unless the rules or the working days changed, which may change every card.
     */
    public Board after(List<Entry> entries) {
        return after(entries, projects.after(entries));
    }

    /** @param next the projects after the entries, by whoever folded them already */
    public Board after(List<Entry> entries, Projects next) {
        if (next.settings().seq() != projects.settings().seq()) {
            return of(epoch, day, zone, rules, next, cards, false);
        }
        try {
            return touched(entries, next);
        } catch (RuntimeException | StackOverflowError fault) {
            return of(epoch, day, zone, rules, next, cards, false);
        }
    }

    private Board touched(List<Entry> entries, Projects next) {
        Weighting weighting = next.settings().weighting();
        Terms terms = terms(zone, rules, next.settings());
        Ordered<ProjectId, Card> changed = Ordered.copyOf(cards);
        Map<ProjectId, String> failing = new HashMap<>(unshown);
        boolean same = weighting == projects.settings().weighting();
        Ordered<ProjectId, Tally> counted = Ordered.copyOf(same ? tallies : tallies(weighting));
        Tally sum = same ? tally : counted.values().stream().reduce(Tally.NONE, Tally::plus);
        Set<ProjectId> touched = new LinkedHashSet<>();
        for (Entry entry : entries) {
            if (entry.project() != null && next.byId().containsKey(entry.project())) {
                touched.add(entry.project());
            }
        }
        boolean moved = false;
        for (ProjectId id : touched) {
            Project project = next.byId().get(id);
            Card before = changed.get(id);
            Card card = before;
            Tally now = null;
            try {
                card = project.profile().archived() ? null : Card.of(project, day, terms);
                now = card == null ? null : Tally.of(project, card, day, zone, weighting);
                failing.remove(id);
            } catch (RuntimeException | StackOverflowError fault) {
                // The last card stays on the wall, and is counted nowhere, as when the whole board is drawn anew.
                failing.put(id, said(fault));
            }
            Tally then = counted.get(id);
            sum = then == null ? sum : sum.minus(then);
            sum = now == null ? sum : sum.plus(now);
            counted = now == null ? counted.without(id) : counted.with(id, now);
            moved |= (before == null) != (card == null);
            if (card != null) {
                changed = changed.with(id, card);
            }
        }
        Map<ProjectId, Card> shown = moved ? onBoard(changed, next, failing) : changed;
        return new Board(epoch, day, zone, rules, next, shown, counted, sum, failing);
    }

    /** This board on another day: every card is computed anew. */
    public Board on(LocalDate other) {
        return of(epoch, other, zone, rules, projects, cards, false);
    }

    /** This board as it would be under another rule set, without adopting it. */
    public Board under(RuleSet other) {
        BoardSettings then = projects.settings().under(other);
        return of(epoch, day, zone, rules, new Projects(projects.seq(), then, projects.byId()));
    }

    /** Whether somebody who has everything up to {@code seq} can go on from there with the cards that changed since. */
    public boolean continues(long seq) {
        return seq >= projects.settings().seq() && seq <= seq();
    }

    /** The cards that changed after {@code seq}. */
    public List<Card> since(long seq) {
        return cards.values().stream().filter(card -> card.seq() > seq).toList();
    }

    /** The projects that left the board after {@code seq}. */
    public List<ProjectId> goneSince(long seq) {
        return projects.byId().values().stream()
                .filter(project -> project.profile().archived() && project.seq() > seq)
                .map(Project::id)
                .toList();
    }

    /** What is shown adds up to these under another weighting. */
    private Ordered<ProjectId, Tally> tallies(Weighting weighting) {
        Ordered<ProjectId, Tally> other = Ordered.none();
        for (ProjectId id : tallies.keySet()) {
            other = other.with(id, Tally.of(projects.byId().get(id), cards.get(id), day, zone, weighting));
        }
        return other;
    }

    /** The cards in the order of the projects, when one came or went: rare, so all are put in their places. */
    private static Map<ProjectId, Card> onBoard(
            Ordered<ProjectId, Card> cards, Projects projects, Map<ProjectId, String> failing) {
        Ordered<ProjectId, Card> ordered = Ordered.none();
        for (Project project : projects.byId().values()) {
            Card card = cards.get(project.id());
            if (card != null && (!project.profile().archived() || failing.containsKey(project.id()))) {
                ordered = ordered.with(project.id(), card);
            }
        }
        return ordered;
    }

    private static Terms terms(ZoneId zone, RuleSet rules, BoardSettings settings) {
        return new Terms(zone, settings.calendar(), settings.rules() == null ? rules : settings.rules());
    }
}
