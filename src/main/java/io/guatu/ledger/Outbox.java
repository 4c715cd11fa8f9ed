package io.guatu.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What is to be told, was told, or could not be: one row for a fact, a receiver and a channel. A row is claimed before it is
 * sent, so that a node that dies leaves behind what nobody sends again.
 */
public final class Outbox {
    private final Pool pool;

    public Outbox(Pool pool) {
        this.pool = pool;
    }

    /** A fact for a receiver. @param body JSON that this room does not read */
    public record Letter(String fact, String receiver, String channel, String body, Instant made, Instant due) {}

    /**
     * @param said what was written; null while nothing was
     * @param fault why it waits still, or was not sent, or that this is not known; null where there is nothing to say
     */
    public record Item(
            long id,
            String fact,
            String receiver,
            String channel,
            String body,
            Instant made,
            Instant due,
            String state,
            int tries,
            String said,
            String fault,
            Instant done) {
        static Item of(Row row) {
            OffsetDateTime done = row.getOffsetDateTime("done");
            return new Item(
                    row.getLong("id"),
                    row.getString("fact"),
                    row.getString("receiver"),
                    row.getString("channel"),
                    row.getString("body"),
                    row.getOffsetDateTime("made").toInstant(),
                    row.getOffsetDateTime("due").toInstant(),
                    row.getString("state"),
                    row.getInteger("tries"),
                    row.getString("said"),
                    row.getString("fault"),
                    done == null ? null : done.toInstant());
        }
    }

    /** What one node alone may tell one receiver, until the lease ends. */
    public record Claim(UUID id, Receivers.Kept receiver) {}

    /** How many are in a state, and since when the one has waited that should have been sent first. */
    public record Count(long many, Instant oldest) {}

    public Future<Void> put(List<Letter> letters) {
        return put(pool, letters);
    }

    static Future<Void> put(SqlClient client, List<Letter> letters) {
        if (letters.isEmpty()) {
            return Future.succeededFuture();
        }
        Tuple row = Tuple.tuple()
                .addArrayOfString(letters.stream().map(Letter::fact).toArray(String[]::new))
                .addArrayOfString(letters.stream().map(Letter::receiver).toArray(String[]::new))
                .addArrayOfString(letters.stream().map(Letter::channel).toArray(String[]::new))
                .addArrayOfString(letters.stream().map(Letter::body).toArray(String[]::new))
                .addArrayOfOffsetDateTime(
                        letters.stream().map(letter -> utc(letter.made())).toArray(OffsetDateTime[]::new))
                .addArrayOfOffsetDateTime(
                        letters.stream().map(letter -> utc(letter.due())).toArray(OffsetDateTime[]::new));
        return client.preparedQuery(OutboxSql.PUT).execute(row).mapEmpty();
    }

    /** A receiver for whom something is due; empty when there is none. */
    public Future<Optional<Claim>> claim(Instant now, Instant lease) {
        UUID id = UUID.randomUUID();
        return pool.preparedQuery(OutboxSql.CLAIM_RECEIVER)
                .execute(Tuple.of(utc(now), utc(lease), id))
                .map(rows -> rows.stream().findFirst().map(row -> new Claim(id, Receivers.Kept.of(row))));
    }

    /** What is due for it, {@code most} at most: being sent from now on. */
    public Future<List<Item>> claim(Claim claim, Instant now, Instant lease, int most) {
        return pool.preparedQuery(OutboxSql.CLAIM)
                .execute(Tuple.of(claim.receiver().id(), utc(now), utc(lease), claim.id(), most))
                .map(rows -> rows.stream().map(Item::of).toList());
    }

    /**
     * What came of them.
     *
     * @param said what was written of each, by its id; of those that are not in it nothing was
     * @param due when those that wait still are tried again; null: as before
     */
    public Future<Void> settle(
            Claim claim,
            Collection<Long> ids,
            Map<Long, String> said,
            String state,
            String fault,
            Instant due,
            Instant now) {
        Long[] all = ids.toArray(Long[]::new);
        Tuple row = Tuple.of(claim.id(), all, state, fault, due == null ? null : utc(due), utc(now));
        row.addArrayOfString(Arrays.stream(all).map(said::get).toArray(String[]::new));
        return pool.preparedQuery(OutboxSql.SETTLE).execute(row).mapEmpty();
    }

    /** The receiver may be told again from {@code next} on. */
    public Future<Void> release(Claim claim, Instant next) {
        return pool.preparedQuery(OutboxSql.RELEASE_RECEIVER)
                .execute(Tuple.of(claim.id(), utc(next)))
                .mapEmpty();
    }

    /** Of what a node was sending that said no more, nobody knows whether it was sent. @return how many these are */
    public Future<Integer> lose(Instant now) {
        return pool.preparedQuery(OutboxSql.LOSE).execute(Tuple.of(utc(now))).map(rows -> rows.rowCount());
    }

    /** Sends once more what a group did not get. @return false where it got it, or perhaps did, or is no more */
    public Future<Boolean> again(long id, Instant now) {
        return pool.preparedQuery(OutboxSql.AGAIN)
                .execute(Tuple.of(id, utc(now)))
                .map(rows -> rows.rowCount() == 1);
    }

    public Future<Void> forget(Instant before) {
        return pool.preparedQuery(OutboxSql.FORGET)
                .execute(Tuple.of(utc(before)))
                .mapEmpty();
    }

    /** Newest first. @param receiver null: of all groups */
    public Future<List<Item>> list(String receiver, long before, int limit) {
        return pool.preparedQuery(OutboxSql.LIST)
                .execute(Tuple.of(receiver, before, limit))
                .map(rows -> rows.stream().map(Item::of).toList());
    }

    /** How many tests this receiver was sent since then. */
    public Future<Long> tests(String receiver, Instant since) {
        return pool.preparedQuery(OutboxSql.SENT_SINCE)
                .execute(Tuple.of(receiver, utc(since)))
                .map(rows -> rows.iterator().next().getLong("n"));
    }

    /** By state: all that wait or are being sent, and what was done since. */
    public Future<Map<String, Count>> counts(Instant since) {
        return pool.preparedQuery(OutboxSql.COUNTS)
                .execute(Tuple.of(utc(since)))
                .map(rows -> {
                    Map<String, Count> counts = new HashMap<>();
                    rows.forEach(row -> counts.put(
                            row.getString("state"),
                            new Count(
                                    row.getLong("n"),
                                    row.getOffsetDateTime("oldest").toInstant())));
                    return counts;
                });
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
