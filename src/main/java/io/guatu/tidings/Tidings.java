package io.guatu.tidings;

import io.guatu.board.Board;
import io.guatu.board.Card;
import io.guatu.domain.Entry;
import io.guatu.domain.ProgressUpdate.ProgressReturned;
import java.util.List;

/** The news in entries, and whether news that waited is still true. */
public final class Tidings {
    private Tidings() {}

    /** What happened and left nothing on the card by which it could be known later. */
    public static List<Tiding> events(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.update() instanceof ProgressReturned)
                .map(entry -> Tiding.returned(
                        entry.project(), entry.seq(), ((ProgressReturned) entry.update()).report(), entry.at()))
                .toList();
    }

    /** Whether it may still be told: what was put right while a message waited for the morning is not worth one. */
    public static boolean stands(Tiding tiding, Board board) {
        if (tiding.what() == What.TEST) {
            return true;
        }
        Card card = board.cards().get(tiding.project());
        if (card == null) {
            return false;
        }
        return switch (tiding.what()) {
            case RETURNED -> true;
            case LAMP, RECOVERED -> card.lamp().colour() == tiding.to();
            default -> Standing.of(card, board.day(), board.terms()).containsKey(tiding.id());
        };
    }
}
