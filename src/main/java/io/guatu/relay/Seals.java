package io.guatu.relay;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guatu.ledger.Head;
import io.guatu.ledger.Ledger;
import io.guatu.ledger.Page;
import io.guatu.ledger.Seal;
import io.vertx.core.Future;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Which seal an entry has: where this node stood lately it knows, for others it asks the ledger, once however many want to know.
 * Lives on one event loop.
 */
final class Seals {
    private static final int KEPT = 10_000;

    private final Ledger ledger;
    private final AsyncCache<Long, Seal> kept =
            Caffeine.newBuilder().maximumSize(KEPT).executor(Runnable::run).buildAsync();
    private UUID epoch;
    private Head now;

    Seals(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Of another epoch nothing is known that was so before. */
    void stand(Head head) {
        if (!head.epoch().equals(epoch)) {
            epoch = head.epoch();
            kept.synchronous().invalidateAll();
        }
        now = head;
        kept.put(head.seq(), CompletableFuture.completedFuture(head.seal()));
    }

    /** The seal of that entry; null when there is no such entry. */
    Future<Seal> at(long seq) {
        CompletableFuture<Seal> seal = kept.get(
                seq,
                (missing, executor) ->
                        ledger.from(seq, 0).map(Page::seal).toCompletionStage().toCompletableFuture());
        boolean ahead = seq > now.seq();
        return Future.fromCompletionStage(seal).onComplete(read -> {
            // What this node has not followed itself may be another tomorrow, without its noticing.
            if (ahead) {
                kept.asMap().remove(seq, seal);
            }
        });
    }
}
