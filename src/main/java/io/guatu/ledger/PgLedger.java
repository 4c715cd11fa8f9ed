package io.guatu.ledger;

import io.guatu.domain.Entry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.DatabaseException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The ledger in PostgreSQL. */
public final class PgLedger implements Ledger {
    /** So many entries and more are read from their JSON beside the event loop. */
    private static final int MANY = 100;

    private static final String ALREADY_THERE = "23505";

    private final Pool pool;
    private final SqlClient line;
    private final Silence silence;
    /** Where pages are read from their JSON; null: on the workers of whoever asks. */
    private final Aside aside;

    public PgLedger(Pool pool) {
        this(pool, Silence.BORNE);
    }

    public PgLedger(Pool pool, Silence silence) {
        this(pool, pool, silence);
    }

    /** @param line for appends that are one statement: they are taken up in the order in which they are sent */
    public PgLedger(Pool pool, SqlClient line, Silence silence) {
        this(pool, line, silence, null);
    }

    /** For who only asks, beside whom somebody writes. */
    public PgLedger(Pool pool, Silence silence, Aside aside) {
        this(pool, pool, silence, aside);
    }

    private PgLedger(Pool pool, SqlClient line, Silence silence, Aside aside) {
        this.pool = pool;
        this.line = line;
        this.silence = silence;
        this.aside = aside;
    }

    @Override
    public Future<Head> head() {
        return pool.query(LedgerSql.READ_HEAD)
                .execute()
                .map(rows -> Rows.head(rows.iterator().next()));
    }

    @Override
    public Future<Page> from(long seq, int limit) {
        return from(pool, seq, limit);
    }

    @Override
    public Future<Boolean> append(Batch batch) {
        return line.preparedQuery(LedgerSql.APPEND)
                .execute(Columns.of(batch))
                .map(moved -> moved.rowCount() > 0)
                .recover(fault -> alreadyThere(fault) ? Future.succeededFuture(false) : Future.failedFuture(fault))
                .timeout(silence.connection().toMillis(), TimeUnit.MILLISECONDS)
                .recover(PgLedger::forGood);
    }

    @Override
    public Future<Void> append(
            Head seen, Collection<IdempotencyKey> keys, Function<LockedLedger, Future<Void>> decide) {
        return pool.<Void>withTransaction(connection -> {
                    Future<Head> head = connection
                            .query(LedgerSql.LOCK_HEAD)
                            .execute()
                            .map(rows -> Rows.head(rows.iterator().next()));
                    Future<Map<IdempotencyKey, IdempotencyRecord>> known = known(connection, keys);
                    return Future.all(head, known)
                            .compose(both -> unseen(connection, seen, head.result()))
                            .compose(unseen -> {
                                Batch batch = new Batch(head.result());
                                return decide.apply(new LockedLedger(unseen, known.result(), batch))
                                        .compose(decided -> commit(connection, batch));
                            });
                })
                // The roll-back of a connection that died may never be answered; whether it committed, the keys can
                // tell.
                .timeout(silence.connection().toMillis(), TimeUnit.MILLISECONDS)
                .recover(PgLedger::forGood);
    }

    @Override
    public Future<Void> renewEpoch(Head gone) {
        return pool.preparedQuery(LedgerSql.RENEW_GONE)
                .execute(Tuple.of(gone.seq(), gone.seal().text(), gone.epoch()))
                .mapEmpty();
    }

    @Override
    public Future<Void> forgetOldKeys() {
        return Loop.whileTrue(() -> pool.query(LedgerSql.PRUNE_IDEMPOTENCY)
                .execute()
                .map(rows -> rows.iterator().next().getLong("pruned") > 0));
    }

    @Override
    public Future<Void> ring(String payload) {
        return pool.preparedQuery(LedgerSql.RING).execute(Tuple.of(payload)).mapEmpty();
    }

    private Future<List<Entry>> unseen(SqlConnection connection, Head seen, Head head) {
        if (!seen.epoch().equals(head.epoch()) || seen.seq() > head.seq()) {
            return Future.failedFuture(new OutOfStep("the ledger was restored"));
        }
        if (head.seq() - seen.seq() > UNSEEN) {
            return Future.failedFuture(new OutOfStep("the ledger is far ahead"));
        }
        Future<Page> since = seen.seq() == head.seq()
                ? Future.succeededFuture(Page.empty(head.seal()))
                : from(connection, seen.seq(), UNSEEN);
        return since.compose(page -> {
            if (!seen.seal().equals(page.seal())) {
                return Future.failedFuture(new OutOfStep("the ledger has another past"));
            }
            return page.end() == null ? Future.succeededFuture(page.entries()) : Future.failedFuture(page.end());
        });
    }

    private static Future<Void> commit(SqlConnection connection, Batch batch) {
        return batch.isEmpty()
                ? Future.succeededFuture()
                : connection
                        .preparedQuery(LedgerSql.APPEND)
                        .execute(Columns.of(batch))
                        .compose(moved -> moved.rowCount() > 0
                                ? Future.succeededFuture()
                                : Future.failedFuture(new OutOfStep("the head moved though it was locked")));
    }

    private static Future<Map<IdempotencyKey, IdempotencyRecord>> known(
            SqlConnection connection, Collection<IdempotencyKey> keys) {
        // Each once: two resends may wait for the same turn, and each row of the answer is an entry.
        List<IdempotencyKey> once = keys.stream().distinct().toList();
        Tuple asked = Tuple.tuple()
                .addArrayOfString(once.stream().map(IdempotencyKey::author).toArray(String[]::new))
                .addArrayOfString(once.stream().map(IdempotencyKey::key).toArray(String[]::new));
        return connection.preparedQuery(LedgerSql.READ_KNOWN).execute(asked).map(rows -> {
            Map<IdempotencyKey, IdempotencyRecord> known = new HashMap<>();
            for (Row row : rows) {
                IdempotencyKey key = new IdempotencyKey(row.getString("author"), row.getString("key"));
                List<Entry> entries = new ArrayList<>();
                if (known.containsKey(key)) {
                    entries.addAll(known.get(key).entries());
                }
                entries.add(Rows.entry(row));
                known.put(key, new IdempotencyRecord(row.getString("fingerprint"), entries));
            }
            return known;
        });
    }

    /** With the entry before them, whose seal says whether this is still the past that was followed. */
    private Future<Page> from(SqlClient client, long seq, int limit) {
        return client.preparedQuery(LedgerSql.READ_FROM)
                .execute(Tuple.of(seq, seq == 0 ? limit : limit + 1))
                .compose(rows -> rows.size() < MANY ? Future.succeededFuture(page(seq, rows)) : aside(seq, rows));
    }

    private Future<Page> aside(long seq, RowSet<Row> rows) {
        if (aside != null) {
            return aside.run(() -> page(seq, rows));
        }
        Context context = Vertx.currentContext();
        return context == null
                ? Future.succeededFuture(page(seq, rows))
                : context.executeBlocking(() -> page(seq, rows), false);
    }

    private static Page page(long seq, RowSet<Row> rows) {
        Seal seal = seq == 0 ? Seal.NONE : null;
        List<Entry> entries = new ArrayList<>(rows.size());
        List<Seal> seals = new ArrayList<>(rows.size());
        for (Row row : rows) {
            Seal of = new Seal(row.getString("seal"));
            if (row.getLong("seq") == seq) {
                seal = of;
                continue;
            }
            try {
                entries.add(Rows.entry(row));
            } catch (NotUnderstood end) {
                return new Page(seal, entries, seals, end);
            }
            seals.add(of);
        }
        return new Page(seal, entries, seals);
    }

    private static boolean alreadyThere(Throwable fault) {
        return fault instanceof DatabaseException refused && ALREADY_THERE.equals(refused.getSqlState());
    }

    private static <T> Future<T> forGood(Throwable fault) {
        return Future.failedFuture(PermanentFault.isCause(fault) ? new PermanentFault(fault) : fault);
    }
}
