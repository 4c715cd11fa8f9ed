package io.guatu.command;

import io.guatu.access.Roster;
import io.guatu.board.fold.Projects;
import io.guatu.domain.Entry;
import java.util.List;

/** All that the rules may look at: the projects and the roster at one seq of the ledger. */
public record State(Projects projects, Roster roster) {
    public static final State NONE = new State(Projects.NONE, Roster.NONE);

    public long seq() {
        return projects.seq();
    }

    public State after(List<Entry> entries) {
        return entries.isEmpty() ? this : new State(projects.after(entries), roster.after(entries));
    }
}
