package io.guatu.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What strangers complain of and suggest, until it was dealt with for half a year. */
public final class Complaints {
    private static final Duration KEPT = Duration.ofDays(180);

    private final Pool pool;

    public Complaints(Pool pool) {
        this.pool = pool;
    }

    /**
     * @param id known to whoever sent it, and to the office
     * @param contact null: none was given
     * @param answered null, as are {@code answer} and {@code by}: not yet
     * @param by the id of who answered
     * @param closed null: it waits
     */
    public record Complaint(
            String id,
            Instant made,
            String words,
            String contact,
            String answer,
            Instant answered,
            String by,
            Instant closed) {}

    /** The same id again is the same one. @return false when as many wait as may */
    public Future<Boolean> add(String id, Instant at, String words, String contact, int most) {
        return forget(at)
                .compose(gone ->
                        pool.preparedQuery(ComplaintSql.ADD).execute(Tuple.of(id, utc(at), words, contact, most)))
                .compose(rows ->
                        rows.rowCount() == 1 ? Future.succeededFuture(true) : find(id).map(Optional::isPresent));
    }

    public Future<Optional<Complaint>> find(String id) {
        return pool.preparedQuery(ComplaintSql.FIND)
                .execute(Tuple.of(id))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(complaint(rows.iterator().next())));
    }

    /** Those that wait, oldest first, and then those that were closed, newest first. */
    public Future<List<Complaint>> newest(Instant now, int most) {
        return forget(now)
                .compose(gone -> pool.preparedQuery(ComplaintSql.NEWEST).execute(Tuple.of(most)))
                .map(rows -> {
                    List<Complaint> all = new ArrayList<>();
                    rows.forEach(row -> all.add(complaint(row)));
                    return all;
                });
    }

    /** @param answer null: what was answered stays. @return false when there is none of that id */
    public Future<Boolean> answer(String id, String answer, Instant at, String by, boolean closed) {
        return pool.preparedQuery(ComplaintSql.ANSWER)
                .execute(Tuple.of(id, answer, utc(at), by, closed ? utc(at) : null))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Whenever somebody writes or looks: nobody's words are here for longer than they are needed. */
    private Future<Void> forget(Instant now) {
        return pool.preparedQuery(ComplaintSql.FORGET)
                .execute(Tuple.of(utc(now.minus(KEPT))))
                .mapEmpty();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static Complaint complaint(Row row) {
        return new Complaint(
                row.getString("id"),
                row.getOffsetDateTime("made").toInstant(),
                row.getString("words"),
                row.getString("contact"),
                row.getString("answer"),
                instant(row.getOffsetDateTime("answered")),
                row.getString("answered_by"),
                instant(row.getOffsetDateTime("closed")));
    }
}
