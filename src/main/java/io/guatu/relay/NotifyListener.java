package io.guatu.relay;

import io.guatu.ledger.Ledger;
import io.guatu.ledger.Silence;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Hears PostgreSQL's NOTIFY. Rings once on every (re)connection too, because what was said meanwhile is not repeated. It
 * speaks to itself every few seconds: a connection that is open and deaf is thrown away, and readiness can tell its age.
 */
final class NotifyListener implements Bell {
    private static final String CHANNEL = "guatu";
    /** It speaks to itself so often within the time after which it counts as deaf. */
    private static final int CHECKS = 3;

    private static final long RECONNECT_MILLIS = 250;

    private final Vertx vertx;
    private final Supplier<Future<PgConnectOptions>> database;
    private final Ledger ledger;
    private final LongConsumer ring;
    private final long deafMillis;
    private final String name = "node:" + UUID.randomUUID();
    private PgSubscriber subscriber;
    private long heard;
    private long connected;
    private long attempt;
    private long timer;
    private boolean closed;

    NotifyListener(
            Vertx vertx,
            Supplier<Future<PgConnectOptions>> database,
            Ledger ledger,
            Silence silence,
            LongConsumer ring) {
        this.vertx = vertx;
        this.database = database;
        this.ledger = ledger;
        this.ring = ring;
        this.deafMillis = silence.listener().toMillis();
    }

    @Override
    public void listen() {
        heard = System.nanoTime();
        connect();
        timer = vertx.setPeriodic(deafMillis / CHECKS, id -> check());
    }

    @Override
    public long age() {
        return (System.nanoTime() - heard) / 1_000_000;
    }

    @Override
    public boolean deaf() {
        return age() > deafMillis;
    }

    @Override
    public void close() {
        closed = true;
        vertx.cancelTimer(timer);
        if (subscriber != null) {
            subscriber.close();
        }
    }

    /** To whichever server is the primary now: each connection is asked for anew. */
    private void connect() {
        long mine = ++attempt;
        connected = System.nanoTime();
        database.get()
                .compose(options -> mine == attempt && !closed ? listen(options, mine) : Future.succeededFuture())
                .onFailure(fault -> later(mine));
    }

    private Future<Void> listen(PgConnectOptions options, long mine) {
        PgSubscriber fresh = PgSubscriber.subscriber(vertx, options);
        subscriber = fresh;
        fresh.closeHandler(gone -> later(mine));
        fresh.channel(CHANNEL)
                .subscribeHandler(listening -> ring.accept(Long.MAX_VALUE))
                .handler(payload -> {
                    heard = System.nanoTime();
                    if (!payload.startsWith("node:")) {
                        ring.accept(seq(payload));
                    }
                });
        return fresh.connect();
    }

    private void later(long mine) {
        vertx.setTimer(RECONNECT_MILLIS, timer -> {
            if (mine == attempt && !closed) {
                connect();
            }
        });
    }

    /** Anybody who may log in may notify: what is no number is news of unknown length. */
    private static long seq(String payload) {
        try {
            return Long.parseLong(payload);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private void check() {
        ledger.ring(name);
        // A new connection gets as long as the old one; only what is heard ends the deafness.
        if (deaf() && System.nanoTime() - connected > deafMillis * 1_000_000) {
            PgSubscriber old = subscriber;
            connect();
            if (old != null) {
                old.close();
            }
        }
    }
}
