package io.guatu.relay;

import io.guatu.ledger.Head;
import io.guatu.ledger.Ledger;
import io.guatu.ledger.Page;
import io.guatu.ledger.Seal;
import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Which seal an entry has: where this node stood lately it knows, for others it asks the ledger, once however many want to know.
 * Lives on one event loop.
 */
final class Seals {
    private static final int KEPT = 4_000;

    private final Ledger ledger;
    private final Map<Long, Future<Seal>> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Future<Seal>> eldest) {
            return size() > KEPT;
        }
    };
    private UUID epoch;
    private long now;

    Seals(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Of another epoch nothing is known that was so before. */
    void stand(Head head) {
        if (!head.epoch().equals(epoch)) {
            epoch = head.epoch();
            known.clear();
        }
        now = head.seq();
        known.put(now, Future.succeededFuture(head.seal()));
    }

    /** The seal of that entry; null when there is no such entry. */
    Future<Seal> at(long seq) {
        Future<Seal> seal = known.get(seq);
        return seal == null ? ask(seq) : seal;
    }

    private Future<Seal> ask(long seq) {
        // What this node has not followed itself may be another tomorrow, without its noticing.
        boolean ahead = seq > now;
        Future<Seal> seal = ledger.from(seq, 0).map(Page::seal);
        known.put(seq, seal);
        return seal.onComplete(read -> {
            if (ahead || read.failed() || read.result() == null) {
                known.remove(seq, seal);
            }
        });
    }
}
