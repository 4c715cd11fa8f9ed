package io.guatu.app;

import io.guatu.access.HeadSignatures;
import io.guatu.ledger.Head;
import io.guatu.ledger.Ledger;
import io.guatu.ledger.Seal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps signed heads outside the database, and compares when the node starts: what this node once followed and is no more, or is
 * another, was lost with a restore or a failover while it was down, and everybody begins anew. Lives on one event loop.
 */
final class HeadWatch {
    private static final Logger LOG = LoggerFactory.getLogger(HeadWatch.class);
    private static final long HOUR = TimeUnit.HOURS.toMillis(1);

    private final Vertx vertx;
    private final Ledger ledger;
    private final HeadFile file;
    private final HeadSignatures signatures;
    private Head kept;
    private String gone;

    HeadWatch(Vertx vertx, Ledger ledger, HeadFile file, HeadSignatures signatures) {
        this.vertx = vertx;
        this.ledger = ledger;
        this.file = file;
        this.signatures = signatures;
    }

    /** What was lost while this node was down, in a sentence. */
    Optional<String> gone() {
        return Optional.ofNullable(gone);
    }

    /** Before the ledger is followed: the epoch may become another. A file that cannot be read keeps nobody from starting. */
    Future<Void> compare() {
        return ledger.head()
                .compose(now -> vertx.executeBlocking(() -> file.newest(now.epoch())))
                .otherwise(fault -> {
                    LOG.warn("the signed heads in {} cannot be read: {}", file.path(), fault.toString());
                    return Optional.empty();
                })
                .compose(newest -> newest.isEmpty()
                        ? Future.succeededFuture()
                        : compare(newest.get().head()));
    }

    private Future<Void> compare(Head mine) {
        return ledger.from(mine.seq(), 1).compose(page -> {
            Seal there = page.seal();
            if (mine.seal().equals(there)) {
                kept = mine;
                return Future.succeededFuture();
            }
            gone = "entry " + mine.seq() + (there == null ? " is no more" : " is another than before");
            LOG.error(
                    "the past that this node followed when it was last running is gone: {}. Every viewer begins anew",
                    gone);
            return ledger.renewEpoch(mine);
        });
    }

    /** From now on, every hour; {@code start} completes when the first is on disk. */
    Future<Void> start() {
        vertx.setPeriodic(HOUR, timer -> keep());
        return keep();
    }

    /** Unless nothing was told since. Where it cannot be kept that is said, and nothing else ends. */
    Future<Void> keep() {
        return ledger.head()
                .compose(head -> head.equals(kept) || head.seq() == 0
                        ? Future.succeededFuture()
                        : vertx.<Void>executeBlocking(() -> {
                                    file.add(signatures.sign(head));
                                    return null;
                                })
                                .onSuccess(done -> kept = head))
                .otherwise(fault -> {
                    LOG.warn("where the ledger stands could not be kept in {}: {}", file.path(), fault.toString());
                    return null;
                });
    }
}
