package io.guatu.board;

import io.guatu.domain.Entry;
import io.guatu.domain.ProjectId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * All cards and the totals, at one {@code seq} of the ledger and on one {@code day} of {@code zone}, under one rule set.
 * A pure function of (entries, day, rules). Cards keep the order in which the projects were opened.
 */
public record Board(
        UUID epoch,
        LocalDate day,
        ZoneId zone,
        RuleSet rules,
        Projects projects,
        Map<ProjectId, Card> cards,
        Totals totals) {

    public Board {
        cards = Collections.unmodifiableMap(cards);
    }

    public static Board empty(UUID epoch, LocalDate day, ZoneId zone, RuleSet rules) {
        return new Board(epoch, day, zone, rules, Projects.NONE, Map.of(), Totals.of(List.of(), day));
    }

    public long seq() {
        return projects.seq();
    }

    /** This board after more entries; only the cards of the projects they touch are computed anew. */
    public Board after(List<Entry> entries) {
        Projects next = projects.after(entries);
        Map<ProjectId, Card> changed = new LinkedHashMap<>(cards);
        entries.stream()
                .map(Entry::project)
                .filter(id -> id != null && next.byId().containsKey(id))
                .distinct()
                .forEach(id -> changed.put(id, Card.of(next.byId().get(id), day, zone, rules)));
        return new Board(epoch, day, zone, rules, next, changed, Totals.of(changed.values(), day));
    }

    /** This board on another day: every card is computed anew. */
    public Board on(LocalDate other) {
        Map<ProjectId, Card> turned = new LinkedHashMap<>();
        projects.byId().forEach((id, project) -> turned.put(id, Card.of(project, other, zone, rules)));
        return new Board(epoch, other, zone, rules, projects, turned, Totals.of(turned.values(), other));
    }

    /** The cards that changed after {@code seq}. */
    public List<Card> since(long seq) {
        return cards.values().stream().filter(card -> card.seq() > seq).toList();
    }
}
