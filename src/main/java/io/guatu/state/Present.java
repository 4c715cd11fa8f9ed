package io.guatu.state;

import io.guatu.board.Board;
import io.guatu.domain.Entry;
import io.guatu.domain.RuleSet;
import io.guatu.ledger.Head;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** The state, and the board that it makes on one day: what a node shows and decides on. Immutable. */
public record Present(State state, Board board) {
    /** @param rules of the lamps until the ledger adopts others */
    public static Present begin(UUID epoch, LocalDate day, ZoneId zone, RuleSet rules) {
        return new Present(State.begin(epoch), Board.empty(epoch, day, zone, rules));
    }

    public long seq() {
        return state.seq();
    }

    public Head head() {
        return state.head();
    }

    /** Draws the cards of the projects that the entries touch; all of them where what every card depends on changes. */
    public Present after(List<Entry> entries, Head next) {
        return with(state.after(entries, next), entries);
    }

    /** @param next this state after the entries, by whoever folded them already */
    public Present with(State next, List<Entry> entries) {
        return entries.isEmpty() ? this : new Present(next, board.after(entries, next.projects()));
    }

    /** Another state on the same day under the same rules: every card is drawn, as quickly as may be. */
    public Present anew(State other) {
        return new Present(
                other, Board.wide(other.head().epoch(), board.day(), board.zone(), board.rules(), other.projects()));
    }

    /** As it would be under another rule set, without adopting it. */
    public Present under(RuleSet other) {
        return new Present(state, board.under(other));
    }

    public Present on(LocalDate day) {
        return new Present(state, board.on(day));
    }
}
