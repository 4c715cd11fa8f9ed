package io.guatu.command;

import io.guatu.domain.Entry;
import java.util.List;

/** What became of a proposal. */
public sealed interface Verdict {
    /** It is in the ledger and on disk, an entry for each update; {@code repeated} when it already was, by the same key. */
    record Accepted(List<Entry> entries, boolean repeated) implements Verdict {
        public Accepted {
            entries = List.copyOf(entries);
        }

        public Entry first() {
            return entries.get(0);
        }
    }

    /** Nothing of it is. {@code index} says which of its updates could not be, from 0. */
    record Refused(Refusal refusal, int index) implements Verdict {}
}
