package io.guatu.courier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.guatu.ledger.StrictJson;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** An answer, as much of it as is read. @param retryAfter the header, null without one */
record Reply(int status, String retryAfter, String body) {
    /** Its JSON; nothing where it has none. */
    JsonNode json() {
        try {
            return StrictJson.read(body.getBytes(StandardCharsets.UTF_8));
        } catch (StrictJson.Malformed e) {
            return MissingNode.getInstance();
        }
    }

    /** How long to stay away: so many seconds, or until a date; null where that is not said. */
    Duration after(Clock clock) {
        if (retryAfter == null) {
            return null;
        }
        String said = retryAfter.trim();
        try {
            if (said.matches("\\d{1,9}")) {
                return Duration.ofSeconds(Long.parseLong(said));
            }
            Instant until = ZonedDateTime.parse(said, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration left = Duration.between(clock.instant(), until);
            return left.isNegative() ? Duration.ZERO : left;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** What a status says that is not a robot's own; null where all is well. */
    Outcome byStatus(Clock clock) {
        if (status >= 200 && status < 300) {
            return null;
        }
        if (status == 504) {
            return Outcome.unknown(
                    "status " + status); // a gateway gave up waiting: what was behind it may have taken it
        }
        return status == 408 || status == 425 || status == 429 || status >= 500
                ? Outcome.later("status " + status, after(clock))
                : Outcome.failed(status >= 300 && status < 400 ? "redirected" : "status " + status);
    }
}
