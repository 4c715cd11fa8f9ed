package io.guatu.tidings;

import io.guatu.board.Board;
import io.guatu.board.Card;
import io.guatu.domain.DirectiveUpdate.DirectiveSentBack;
import io.guatu.domain.Entry;
import io.guatu.domain.HazardUpdate.HazardRechecked;
import io.guatu.domain.ProgressUpdate.ProgressReturned;
import io.guatu.domain.Update;
import io.guatu.tidings.Tiding.About;
import java.util.ArrayList;
import java.util.List;

/** The news in entries, and whether news that waited is still true. */
public final class Tidings {
    private Tidings() {}

    /** Of which kinds an entry may be worth telling that leaves nothing on the card by which it could be known later. */
    public static final List<Class<? extends Update>> EVENTS =
            List.of(ProgressReturned.class, DirectiveSentBack.class, HazardRechecked.class);

    /** What came back to who had done it, and is to be done again. */
    public static List<Tiding> events(List<Entry> entries) {
        List<Tiding> events = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.update() instanceof ProgressReturned returned) {
                events.add(Tiding.returned(entry, About.REPORT, returned.report()));
            } else if (entry.update() instanceof DirectiveSentBack sent) {
                events.add(Tiding.returned(entry, About.DIRECTIVE, sent.directive()));
            } else if (entry.update() instanceof HazardRechecked checked && !checked.passed()) {
                events.add(Tiding.returned(entry, About.HAZARD, checked.hazard()));
            }
        }
        return events;
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
