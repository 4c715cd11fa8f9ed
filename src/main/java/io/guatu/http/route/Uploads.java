package io.guatu.http.route;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How many photos are on their way in at once: each holds its ten megabytes until it is answered. A place is free when the
 * work on its photo ends, not when the sender goes away: or else who hangs up and comes again has as many as he likes.
 * Each node counts for itself, on its event loop.
 */
final class Uploads {
    static final int MOST = 8;

    /** What one takes: as it arrives, and again as it is given on. */
    private static final long BYTES_OF_ONE = 64L * 1024 * 1024;

    private static final int HERE =
            (int) Math.max(2, Math.min(MOST, Runtime.getRuntime().maxMemory() / BYTES_OF_ONE));

    /** Phones and desks send one after another; the second is a resend whose first try is not yet known to be dead. */
    static final int MOST_OF_ONE = 2;

    private final Map<String, Integer> underWay = new HashMap<>();
    private final Map<String, Future<?>> working = new HashMap<>();
    private int all;

    /** One photo's, from its first byte to its answer. */
    final class Place {
        private final String sender;
        private boolean work;
        private boolean free;

        private Place(String sender) {
            this.sender = sender;
        }

        /** The line is gone or everything is said: nobody needs the place, unless the photo is being worked on. */
        void ended() {
            if (!work) {
                free();
            }
        }

        /**
         * Holds the place until this work is done. The photos of one sender are worked on one after the other, so that no
         * sender keeps all others waiting.
         */
        <T> Future<T> during(Supplier<Future<T>> photo) {
            work = true;
            Future<?> before = working.getOrDefault(sender, Future.succeededFuture());
            Future<T> mine = before.transform(whatever -> photo.get());
            working.put(sender, mine);
            return mine.onComplete(done -> {
                working.remove(sender, mine);
                free();
            });
        }

        private void free() {
            if (!free) {
                free = true;
                all--;
                underWay.computeIfPresent(sender, (same, count) -> count == 1 ? null : count - 1);
            }
        }
    }

    /** The same for a contractor: all of them together leave one place to the town. */
    Optional<Place> beginFromSite(String sender) {
        return all >= HERE - 1 ? Optional.empty() : begin(sender);
    }

    /** @return empty when this one must come later */
    Optional<Place> begin(String sender) {
        if (all >= HERE || underWay.getOrDefault(sender, 0) >= MOST_OF_ONE) {
            return Optional.empty();
        }
        all++;
        underWay.merge(sender, 1, Integer::sum);
        return Optional.of(new Place(sender));
    }
}
