package io.guatu.ledger;

import io.guatu.ledger.Database.Host;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import java.net.ConnectException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which of a database's servers can be written to. All are asked at once; of two that say so the one with the newer timeline is
 * it: a primary that was given up and came back does not know that another took its place. Asked for whenever a connection is
 * made, and answered from memory for two seconds. May be asked from any thread.
 */
final class Primary {
    private static final Logger LOG = LoggerFactory.getLogger(Primary.class);
    private static final long KNOWN_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long PATIENCE_MILLIS = 2_000;
    /** Who has not answered when one primary has is not waited for much longer. */
    private static final long OTHERS_MILLIS = 300;

    private final Vertx vertx;
    private final Database database;
    private Future<Host> known;
    private long asked;
    private Host last;

    Primary(Vertx vertx, Database database) {
        this.vertx = vertx;
        this.database = database;
    }

    /** Fails when none of the servers can be written to, or answers. */
    synchronized Future<Host> find() {
        long now = System.nanoTime();
        if (known == null || known.failed() || known.isComplete() && now - asked > KNOWN_NANOS) {
            asked = now;
            known = look().onSuccess(this::found);
        }
        return known;
    }

    private Future<Host> look() {
        Round round = new Round(database.hosts().size());
        for (Host host : database.hosts()) {
            ask(host).onComplete(timeline -> round.answered(host, timeline.succeeded() ? timeline.result() : null));
        }
        return round.result.future();
    }

    /** All answers to one question. */
    private final class Round {
        private final Promise<Host> result = Promise.promise();
        private int open;
        private Host best;
        private long newest;

        Round(int hosts) {
            open = hosts;
        }

        /** @param timeline null when it is no primary, or does not say */
        synchronized void answered(Host host, Long timeline) {
            open--;
            if (timeline != null && (best == null || timeline > newest)) {
                if (best == null && open > 0) {
                    vertx.setTimer(OTHERS_MILLIS, timer -> end());
                }
                best = host;
                newest = timeline;
            }
            if (open == 0) {
                end();
            }
        }

        private synchronized void end() {
            if (best == null) {
                // Transient, as a database that is away is: one of them may be promoted.
                result.tryFail(new ConnectException("no server can be written to, of " + database.where()));
            } else {
                result.tryComplete(best);
            }
        }
    }

    private Future<Long> ask(Host host) {
        return PgConnection.connect(vertx, Connecting.options(database, host))
                .compose(connection -> connection
                        .query(LedgerSql.TIMELINE)
                        .execute()
                        .map(rows -> {
                            Row row = rows.iterator().next();
                            return row.getLong("timeline");
                        })
                        .onComplete(answered -> connection.close()))
                .timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private synchronized void found(Host host) {
        if (!host.equals(last)) {
            LOG.info("the database's primary is {}", host);
            last = host;
        }
    }
}
