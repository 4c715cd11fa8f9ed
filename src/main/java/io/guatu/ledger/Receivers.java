package io.guatu.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Who hears from the board, apart from the ledger, which cannot forget an address. What somebody wants is JSON that this room
 * does not read, what is secret is sealed.
 */
public final class Receivers {
    /** More are no town's. */
    private static final int MOST = 2_000;

    private final Pool pool;

    public Receivers(Pool pool) {
        this.pool = pool;
    }

    /**
     * @param person whose own it is; null: a group's
     * @param sealed null where nothing was ever told
     * @param next from when on it may be told again: a robot bears only so many messages
     */
    public record Kept(
            String id,
            String person,
            String settings,
            String sealed,
            Instant made,
            Instant changed,
            String changedBy,
            Instant next) {
        static Kept of(Row row) {
            return new Kept(
                    row.getString("id"),
                    row.getString("person"),
                    row.getString("settings"),
                    row.getString("sealed"),
                    row.getOffsetDateTime("made").toInstant(),
                    row.getOffsetDateTime("changed").toInstant(),
                    row.getString("changed_by"),
                    row.getOffsetDateTime("next_at").toInstant());
        }
    }

    public Future<List<Kept>> all() {
        return pool.preparedQuery(OutboxSql.RECEIVERS)
                .execute()
                .map(rows -> rows.stream().map(Kept::of).toList());
    }

    public Future<Optional<Kept>> find(String id) {
        return pool.preparedQuery(OutboxSql.RECEIVER)
                .execute(Tuple.of(id))
                .map(rows -> rows.stream().findFirst().map(Kept::of));
    }

    /**
     * @param sealed null: the secrets stay
     * @param due when what waits for it is to be sent, by its new hours
     * @return false when there are as many as may be
     */
    public Future<Boolean> save(
            String id, String person, String settings, String sealed, Instant now, String by, Instant due) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(OutboxSql.SAVE_RECEIVER)
                .execute(Tuple.of(id, person, settings, sealed, now.atOffset(ZoneOffset.UTC), by, MOST))
                .compose(saved -> connection
                        .preparedQuery(OutboxSql.DUE_ANEW)
                        .execute(Tuple.of(id, due.atOffset(ZoneOffset.UTC)))
                        .map(moved -> saved.rowCount() == 1)));
    }

    /** Its secrets are forgotten, and what waited for it waits no more. @return whether there was one */
    public Future<Boolean> remove(String id, String remains, Instant now, String by) {
        return pool.preparedQuery(OutboxSql.REMOVE_RECEIVER)
                .execute(Tuple.of(id, now.atOffset(ZoneOffset.UTC), remains, by))
                .map(rows -> rows.size() == 1);
    }
}
