package io.guatu.board.fold;

import io.guatu.domain.ProjectUpdate.ProjectSuspended;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** When the project's clock stood still: suspensions in order, the last one open while {@code to} is null. */
public record Pauses(List<Pause> all) {
    static final Pauses NONE = new Pauses(List.of());

    public record Pause(Instant from, Instant to, String reason, String approver) {}

    public Pauses {
        all = List.copyOf(all);
    }

    /** The suspension that lasts, or null. */
    public Pause now() {
        Pause last = all.isEmpty() ? null : all.get(all.size() - 1);
        return last == null || last.to() != null ? null : last;
    }

    Pauses begin(Instant at, ProjectSuspended suspended) {
        List<Pause> changed = new ArrayList<>(all);
        changed.add(new Pause(at, null, suspended.reason(), suspended.approver()));
        return new Pauses(changed);
    }

    Pauses end(Instant at) {
        List<Pause> changed = new ArrayList<>(all);
        Pause last = changed.remove(changed.size() - 1);
        changed.add(new Pause(last.from(), at, last.reason(), last.approver()));
        return new Pauses(changed);
    }
}
