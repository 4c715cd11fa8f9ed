package io.guatu.board.fold;

import io.guatu.domain.Entry;
import io.guatu.domain.Permit;
import io.guatu.domain.ProjectUpdate.PermitObtained;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The permits that a project has, each as it was last told. */
public record Permits(Map<Permit, PermitObtained> held) {
    static final Permits NONE = new Permits(Map.of());

    public Permits {
        held = Collections.unmodifiableMap(held);
    }

    Permits after(Entry entry) {
        if (!(entry.update() instanceof PermitObtained told)) {
            return this;
        }
        Map<Permit, PermitObtained> next = new TreeMap<>(held);
        next.put(told.permit(), told);
        return new Permits(next);
    }
}
