package io.guatu.board.fold;

import io.guatu.domain.Author;
import io.guatu.domain.Entry;
import io.guatu.domain.Photo;
import io.guatu.domain.PhotoId;
import io.guatu.domain.ProjectUpdate.PhotoReceived;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The photos of a project, oldest first. */
public record Photos(Map<PhotoId, Received> all) {
    static final Photos NONE = new Photos(Map.of());

    public record Received(Photo photo, Author by, Instant at) {}

    public Photos {
        all = Collections.unmodifiableMap(all);
    }

    Photos after(Entry entry) {
        if (!(entry.update() instanceof PhotoReceived received)) {
            return this;
        }
        Map<PhotoId, Received> changed = new LinkedHashMap<>(all);
        changed.putIfAbsent(received.photo().id(), new Received(received.photo(), entry.by(), entry.at()));
        return new Photos(changed);
    }
}
