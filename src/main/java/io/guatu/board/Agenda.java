package io.guatu.board;

import io.guatu.board.lamp.Lamp;
import io.guatu.domain.ProjectId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a meeting 调度会 has to speak of: reds first, then promises that are due within days or past, projects that owe a
 * report, and what changed since the last meeting. A project stands where its weightiest reason puts it, worst first.
 *
 * @param seq the newest entry that the board shows
 */
public record Agenda(LocalDate day, long seq, List<Item> items) {
    /** A promise is spoken of so many days ahead. */
    private static final int SOON_DAYS = 3;

    /** In the order in which they are spoken of. */
    public enum Why {
        RED,
        PROMISE,
        SILENT,
        CHANGED
    }

    /** {@code change} since the last meeting, null where nothing did. */
    public record Item(ProjectId project, Why why, Change change) {}

    /** @param last the board as the last meeting left it, or null when none was held */
    public static Agenda of(Board board, Board last) {
        Map<ProjectId, Change> changes = new HashMap<>();
        if (last != null) {
            Changes.between(last, board).projects().forEach(change -> changes.put(change.id(), change));
        }
        List<Item> items = new ArrayList<>();
        for (Card card : board.cards().values()) {
            Change change = changes.get(card.id());
            Why why = why(card, board.day(), change);
            if (why != null) {
                items.add(new Item(card.id(), why, change));
            }
        }
        items.sort(Comparator.comparing(Item::why)
                .thenComparing(item -> -worst(board.cards().get(item.project()))));
        return new Agenda(board.day(), board.seq(), items);
    }

    private static Why why(Card card, LocalDate day, Change change) {
        if (card.lamp().colour() == Lamp.Colour.RED) {
            return Why.RED;
        }
        if (card.blockers() != null
                && card.blockers().stream()
                        .anyMatch(blocker -> blocker.promised() != null
                                && !blocker.promised().isAfter(day.plusDays(SOON_DAYS)))) {
            return Why.PROMISE;
        }
        if (card.lamp().has(Lamp.Code.SILENT)) {
            return Why.SILENT;
        }
        return change != null && change.notable() ? Why.CHANGED : null;
    }

    private static long worst(Card card) {
        return card.lamp().reasons().stream()
                .map(reason -> reason.days() == null ? 0 : reason.days())
                .findFirst()
                .orElse(0L);
    }
}
