package io.guatu.ledger;

import io.guatu.domain.Entry;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * The ledger in PostgreSQL. A failed future means that the database did not answer as it should; after a failed
 * {@link #inTurn} it is unknown whether the entries are there, and only asking again with the same keys can tell.
 */
public final class PgLedger {
    /** So many unseen entries are read in one go; a writer far behind catches up in several turns. */
    private static final int PAGE = 5_000;

    private final Pool pool;

    public PgLedger(Pool pool) {
        this.pool = pool;
    }

    public Future<Head> head() {
        return pool.query(Sql.READ_HEAD)
                .execute()
                .map(rows -> Rows.head(rows.iterator().next()));
    }

    /** Entries after {@code seq} in order, {@code limit} at most. */
    public Future<List<Entry>> after(long seq, int limit) {
        return entries(pool, Sql.READ_AFTER, Tuple.of(seq, limit));
    }

    /** The entries that fit, in order or newest first, {@code limit} at most. */
    public Future<List<Entry>> find(Search search, boolean newestFirst, int limit) {
        return entries(pool, newestFirst ? Sql.FIND_NEWEST_FIRST : Sql.FIND, search.parameters(limit));
    }

    /** A company's part of a project's history, in order or newest first, {@code limit} at most. */
    public Future<List<Entry>> find(OwnSearch search, boolean newestFirst, int limit) {
        return entries(pool, newestFirst ? Sql.FIND_OWN_NEWEST_FIRST : Sql.FIND_OWN, search.parameters(limit));
    }

    /** These entries, in order; those that are not there are left out. */
    public Future<List<Entry>> entries(Collection<Long> seqs) {
        return entries(pool, Sql.READ_THESE, Tuple.of(seqs.toArray(Long[]::new)));
    }

    /** The newest entry that was written before this moment, or 0. */
    public Future<Long> seqBefore(Instant moment) {
        return pool.preparedQuery(Sql.READ_SEQ_BEFORE)
                .execute(Tuple.of(offset(moment)))
                .map(rows -> rows.iterator().next().getLong("seq"));
    }

    /**
     * Waits for the turn, lets {@code decide} see everything that is true, and adds what it returns, all in one
     * transaction. {@code decide} runs on the event loop under the lock: it must be quick and must not throw for bad
     * input, which is a value.
     *
     * @param seen the newest entry that the caller has folded
     * @param keys the keys whose earlier use the caller wants to know
     * @return the entries as they were committed, in the order of the units and their drafts; fails with {@link PermanentFault}
     *     when it would be refused again
     */
    public Future<List<Entry>> inTurn(
            long seen, Collection<IdempotencyKey> keys, Function<LockedLedger, List<Append>> decide) {
        return pool.<List<Entry>>withTransaction(connection -> {
                    Future<Head> head = connection
                            .query(Sql.LOCK_HEAD)
                            .execute()
                            .map(rows -> Rows.head(rows.iterator().next()));
                    Future<Map<IdempotencyKey, IdempotencyRecord>> known = known(connection, keys);
                    return Future.all(head, known)
                            .compose(both ->
                                    unseen(connection, seen, head.result().seq()))
                            .compose(unseen -> {
                                List<Append> units =
                                        decide.apply(new LockedLedger(head.result(), unseen, known.result()));
                                return units.isEmpty()
                                        ? Future.succeededFuture(List.of())
                                        : add(connection, head.result(), units);
                            });
                })
                // The roll-back of a connection that died may never be answered; whether it committed, the keys can
                // tell.
                .timeout(Database.SILENCE_SECONDS, TimeUnit.SECONDS)
                .recover(fault ->
                        Future.failedFuture(PermanentFault.isCause(fault) ? new PermanentFault(fault) : fault));
    }

    /** Rings the bell without news, so that a node can hear whether it still hears. */
    public Future<Void> ring(String payload) {
        return pool.preparedQuery(Sql.RING).execute(Tuple.of(payload)).mapEmpty();
    }

    private Future<List<Entry>> unseen(SqlConnection connection, long seen, long head) {
        if (seen >= head) {
            return Future.succeededFuture(List.of());
        }
        return entries(connection, Sql.READ_AFTER, Tuple.of(seen, PAGE)).compose(page -> {
            long last = page.get(page.size() - 1).seq();
            return unseen(connection, last, head).map(rest -> {
                List<Entry> all = new ArrayList<>(page);
                all.addAll(rest);
                return all;
            });
        });
    }

    private Future<Map<IdempotencyKey, IdempotencyRecord>> known(
            SqlConnection connection, Collection<IdempotencyKey> keys) {
        // Each once: two resends may wait for the same turn, and each row of the answer is an entry.
        List<IdempotencyKey> once = keys.stream().distinct().toList();
        Tuple asked = Tuple.tuple()
                .addArrayOfString(once.stream().map(IdempotencyKey::author).toArray(String[]::new))
                .addArrayOfString(once.stream().map(IdempotencyKey::key).toArray(String[]::new));
        return connection.preparedQuery(Sql.READ_KNOWN).execute(asked).map(rows -> {
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

    private Future<List<Entry>> add(SqlConnection connection, Head head, List<Append> units) {
        Batch batch = new Batch(head, units);
        Future<RowSet<Row>> entries = connection.preparedQuery(Sql.ADD_ENTRIES).execute(batch.entryColumns());
        Future<RowSet<Row>> answers = connection.preparedQuery(Sql.ADD_ANSWERS).execute(batch.answerColumns());
        Future<RowSet<Row>> moved = connection
                .preparedQuery(Sql.MOVE_HEAD)
                .execute(Tuple.of(batch.lastSeq(), batch.lastSeal().hex(), offset(batch.lastAt())));
        return Future.all(entries, answers, moved).map(added -> batch.entries());
    }

    private static OffsetDateTime offset(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Future<List<Entry>> entries(SqlClient client, String sql, Tuple parameters) {
        return client.preparedQuery(sql).execute(parameters).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(Rows::entry)
                .toList());
    }
}
