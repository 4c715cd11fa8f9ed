package io.guatu.board.fold;

import io.guatu.domain.BoardUpdate;
import io.guatu.domain.BoardUpdate.FormReceived;
import io.guatu.domain.BoardUpdate.FormRetired;
import io.guatu.domain.BoardUpdate.FormSaved;
import io.guatu.domain.Entry;
import io.guatu.domain.FormId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The forms of offices upward: the files that arrived, by their hash, and how each form is filled, in the order in which they came.
 * An earlier way is known at the entry that brought it, in the state of then.
 */
public record Forms(Map<String, FormReceived> files, Map<FormId, Form> byId) {
    static final Forms NONE = new Forms(Map.of(), Map.of());

    /** So many revisions are listed; all are in the ledger. */
    private static final int LISTED = 60;

    public Forms {
        files = Map.copyOf(files);
        byId = Collections.unmodifiableMap(byId);
    }

    /** @param revisions the entries that changed it, oldest first; the last is {@code saved} */
    public record Form(FormSaved saved, List<Revision> revisions) {
        public Form {
            revisions = List.copyOf(revisions);
        }

        public long revision() {
            return revisions.get(revisions.size() - 1).seq();
        }
    }

    public record Revision(long seq, Instant at) {}

    Forms after(Entry entry, BoardUpdate update) {
        if (update instanceof FormReceived received) {
            Map<String, FormReceived> all = new HashMap<>(files);
            all.put(received.file(), received);
            return new Forms(all, byId);
        }
        Map<FormId, Form> changed = new LinkedHashMap<>(byId);
        if (update instanceof FormRetired retired) {
            changed.remove(retired.form());
        } else if (update instanceof FormSaved saved) {
            Form before = byId.get(saved.form());
            List<Revision> revisions = new ArrayList<>(before == null ? List.of() : before.revisions());
            revisions.add(new Revision(entry.seq(), entry.at()));
            changed.put(
                    saved.form(),
                    new Form(saved, revisions.subList(Math.max(0, revisions.size() - LISTED), revisions.size())));
        }
        return new Forms(files, changed);
    }
}
