package io.guatu.board.fold;

import io.guatu.domain.ProjectUpdate.ProjectSuspended;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** When the project's clock stood still: suspensions in order, the last one open while {@code to} is null. */
public record Suspensions(List<Pause> all) {
    static final Suspensions NONE = new Suspensions(List.of());

    public record Pause(Instant from, Instant to, String reason, String approver) {}

    public Suspensions {
        all = List.copyOf(all);
    }

    /** The suspension that lasts, or null. */
    public Pause now() {
        Pause last = all.isEmpty() ? null : all.get(all.size() - 1);
        return last == null || last.to() != null ? null : last;
    }

    Suspensions begin(Instant at, ProjectSuspended suspended) {
        List<Pause> changed = new ArrayList<>(all);
        changed.add(new Pause(at, null, suspended.reason(), suspended.approver()));
        return new Suspensions(changed);
    }

    Suspensions end(Instant at) {
        List<Pause> changed = new ArrayList<>(all);
        Pause last = changed.remove(changed.size() - 1);
        changed.add(new Pause(last.from(), at, last.reason(), last.approver()));
        return new Suspensions(changed);
    }
}
