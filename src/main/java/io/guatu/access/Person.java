package io.guatu.access;

import io.guatu.domain.AccessUpdate.PersonAdded;
import java.time.Instant;

/** An account as the entries left it; {@code disabled} is since when it opens nothing, else null. */
public record Person(PersonAdded added, Instant disabled) {
    public boolean enabled() {
        return disabled == null;
    }
}
