package io.guatu.bridge;

import io.guatu.ledger.NotUnderstood;
import io.guatu.relay.Relay;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a frame says of the moment at which it leaves.
 *
 * @param age milliseconds since the board was last known to show all of the ledger
 * @param stoppedAt the entry that this node's program does not understand, and before which the board therefore stands; 0: none
 */
public record Leaving(Instant at, long age, long stoppedAt) {
    public static Leaving now(Relay relay, Clock clock) {
        return new Leaving(
                clock.instant(),
                relay.age(),
                relay.end().map(NotUnderstood::seq).orElse(0L));
    }

    /** The first members of a frame, as JSON. */
    String members() {
        return "\"at\":\"" + at.truncatedTo(ChronoUnit.MILLIS) + "\",\"age\":" + age + ","
                + (stoppedAt == 0 ? "" : "\"stoppedAt\":" + stoppedAt + ",");
    }
}
