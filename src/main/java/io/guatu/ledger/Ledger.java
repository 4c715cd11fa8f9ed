package io.guatu.ledger;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.function.Function;

/**
 * The ledger, as those who follow it and add to it need it. A failed future means that it did not answer as it should; after a
 * failed append it is unknown whether the entries are there, and only asking again with the same keys can tell.
 */
public interface Ledger {
    /** More unseen entries than these are not read while others wait: who is further behind catches up first. */
    int UNSEEN = 1_000;

    Future<Head> head();

    /** The seal of the entry {@code seq} and the entries after it in order, {@code limit} at most; it ends before one that is not understood. */
    Future<Page> from(long seq, int limit);

    /**
     * Commits the batch in one round trip, if nothing came between: no entry after the batch's base, and none of its keys was
     * used before.
     *
     * @return whether it is committed; if not, nothing of it is
     */
    Future<Boolean> append(Batch batch);

    /**
     * Waits for its turn, lets {@code decide} see everything that is true, and commits what it put into the batch. Nobody else
     * adds meanwhile: {@code decide} must be quick, and must not fail for bad input, which is a value.
     *
     * @param seen where the state stands on which will be decided
     * @param keys the keys whose earlier use the caller wants to know
     * @return fails with {@link OutOfStep} when the ledger does not go on from {@code seen}, or too far from it, with
     *     {@link NotUnderstood} when an entry that the state does not hold cannot be read, and with {@link PermanentFault} when
     *     it would refuse the batch again
     */
    Future<Void> append(Head seen, Collection<IdempotencyKey> keys, Function<LockedLedger, Future<Void>> decide);

    /**
     * The past that this node followed is gone: from now on the ledger has another epoch, so that no viewer continues from what
     * is no more. Does nothing when somebody renewed it already.
     */
    Future<Void> renewEpoch(Head gone);

    /** Forgets the keys of requests that nobody sends again: those of entries older than 90 days. */
    Future<Void> forgetOldKeys();

    /** Sends a notification without news, so that a node can hear whether it still hears. */
    Future<Void> ring(String payload);
}
