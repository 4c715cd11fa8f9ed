package io.guatu.http.route;

import io.guatu.http.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What is said to who tries too often, wherever it is. */
final class TooManyTries {
    private TooManyTries() {}

    /** @throws Problem 429 when there is something to wait for */
    static void refuse(OptionalLong wait) {
        wait.ifPresent(seconds -> {
            throw new Problem(429, "too-many-tries", Map.of("seconds", Long.toString(seconds)), List.of());
        });
    }
}
