package io.guatu.state;

import io.guatu.access.Roster;
import io.guatu.board.fold.Projects;
import io.guatu.domain.Entry;
import io.guatu.ledger.Head;
import io.guatu.ledger.Seal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Everything that the entries up to {@code head} say: the only fold of a node. Rules decide on it, the board is computed from
 * it, past days begin at earlier ones. Immutable; folding all entries equals folding any first part and then the rest.
 */
public record State(Head head, Projects projects, Roster roster) {
    public State {
        if (head.seq() != projects.seq()) {
            throw new IllegalArgumentException("the head is at " + head.seq() + ", the fold at " + projects.seq());
        }
    }

    /** Before the first entry. */
    public static State begin(UUID epoch) {
        return new State(new Head(epoch, 0, Seal.NONE, Instant.EPOCH), Projects.NONE, Roster.NONE);
    }

    public long seq() {
        return head.seq();
    }

    /**
     * @param entries which continue at {@code seq + 1}
     * @param next where the ledger stands after them
     */
    public State after(List<Entry> entries, Head next) {
        return entries.isEmpty() ? this : new State(next, projects.after(entries), roster.after(entries));
    }
}
