package io.guatu.access;

import io.guatu.domain.ScreenIssued;
import java.time.Instant;

/** A wall display's access as the entries left it; {@code revoked} is when it was ended early, else null. */
public record Screen(ScreenIssued issued, Instant revoked) {
    public boolean liveAt(Instant now) {
        return revoked == null && now.isBefore(issued.until());
    }
}
