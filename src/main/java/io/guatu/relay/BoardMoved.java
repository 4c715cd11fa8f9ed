package io.guatu.relay;

import io.guatu.access.Roster;
import io.guatu.board.Board;
import io.guatu.domain.Entry;
import java.util.List;

/**
 * The board moved from {@code before} to {@code after}, by these entries or, when there are none, because the day turned.
 * Everything may be new: another epoch, another day, other rules.
 */
public record BoardMoved(Board before, Board after, Roster roster, List<Entry> entries) {
    public boolean whole() {
        return !before.epoch().equals(after.epoch())
                || !before.day().equals(after.day())
                || !after.continues(before.seq());
    }
}
