package io.guatu.access;

import io.guatu.domain.AccessUpdate.PersonAdded;
import java.time.Instant;

/**
 * An account as the entries left it.
 *
 * @param disabled since when it opens nothing, else null
 * @param since what was issued before this moment opens nothing: the password is another one, a log-in was copied, or the account was disabled
 */
public record Person(PersonAdded added, Instant disabled, Instant since) {
    public boolean enabled() {
        return disabled == null;
    }

    /** Whether somebody who logged in at that moment is still let in. */
    public boolean admits(Instant login) {
        return enabled() && !login.isBefore(since);
    }
}
