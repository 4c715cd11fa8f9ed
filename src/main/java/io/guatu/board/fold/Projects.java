package io.guatu.board.fold;

import io.guatu.domain.BoardUpdate;
import io.guatu.domain.Entry;
import io.guatu.domain.ProjectId;
import io.guatu.domain.ProjectUpdate.ProjectOpened;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything the entries up to {@code seq} say: the fold of the ledger. Folding all entries equals folding any first part
 * and then the rest. Archived projects stay here and are marked.
 */
public record Projects(long seq, BoardSettings settings, Map<ProjectId, Project> byId) {
    public static final Projects NONE = new Projects(0, BoardSettings.NONE, Map.of());

    public Projects {
        byId = Ordered.copyOf(byId);
    }

    public Optional<Project> find(ProjectId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** These projects after more entries, which must continue at {@code seq + 1}. */
    public Projects after(List<Entry> entries) {
        if (entries.isEmpty()) {
            return this;
        }
        Ordered<ProjectId, Project> changed = Ordered.copyOf(byId);
        BoardSettings agreed = settings;
        long last = seq;
        for (Entry entry : entries) {
            if (entry.seq() != last + 1) {
                throw new IllegalArgumentException("entry " + entry.seq() + " does not follow " + last);
            }
            last = entry.seq();
            if (entry.update() instanceof BoardUpdate update) {
                agreed = agreed.after(entry, update);
            } else if (entry.update() instanceof ProjectOpened opened) {
                changed = changed.with(entry.project(), Project.open(entry, opened));
            } else if (entry.project() != null) {
                Project before = changed.get(entry.project());
                changed = before == null ? changed : changed.with(entry.project(), before.after(entry));
            }
        }
        return new Projects(last, agreed, changed);
    }
}
