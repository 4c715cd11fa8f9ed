package io.guatu.access;

import io.guatu.domain.AccessUpdate.ScreenIssued;
import java.time.Instant;

/** A wall display's access as the entries left it; {@code revoked} is when it was ended early, else null. */
public record Screen(ScreenIssued issued, Instant revoked) {
    Screen named(String name) {
        return new Screen(new ScreenIssued(issued.screen(), name, issued.until()), revoked);
    }

    public boolean liveAt(Instant now) {
        return revoked == null && now.isBefore(issued.until());
    }
}
