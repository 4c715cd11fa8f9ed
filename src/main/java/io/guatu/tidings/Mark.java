package io.guatu.tidings;

import io.guatu.board.Card;
import io.guatu.board.Terms;
import io.guatu.board.lamp.Lamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What was told of a project, or need not be: the colour of its lamp and the facts that stood. It is kept beside the ledger, so
 * that a start tells what became so while nothing ran, and none of what was so before.
 */
public record Mark(Lamp.Colour colour, SortedSet<String> facts) {
    /** Of a project that nobody has seen: whatever stands there is new, and no lamp has turned. */
    public static final Mark NONE = new Mark(null, new TreeSet<>());

    public Mark {
        facts = new TreeSet<>(facts);
    }

    /** @param card null where the project is not on the board */
    public static Mark of(Card card, LocalDate day, Terms terms) {
        return card == null
                ? NONE
                : new Mark(
                        card.lamp().colour(),
                        new TreeSet<>(Standing.of(card, day, terms).keySet()));
    }

    /** What is new of the card, for whom this was what was known. */
    public List<Tiding> news(Card card, LocalDate day, Terms terms) {
        List<Tiding> news = new ArrayList<>();
        if (card == null) {
            return news;
        }
        for (Map.Entry<String, Tiding> fact : Standing.of(card, day, terms).entrySet()) {
            if (!facts.contains(fact.getKey())) {
                news.add(fact.getValue());
            }
        }
        if (turned(card.lamp())) {
            news.add(Tiding.turned(card.id(), colour, card.lamp(), day));
        }
        return news;
    }

    /** A lamp that turns has a reason, or turns green from red; that a project has not begun is no news. */
    private boolean turned(Lamp lamp) {
        if (colour == null || colour == lamp.colour()) {
            return false;
        }
        return switch (lamp.colour()) {
            case GREEN, DONE -> colour == Lamp.Colour.RED;
            case YELLOW, RED -> true;
            case GREY -> !lamp.has(Lamp.Code.NOT_STARTED);
        };
    }
}
