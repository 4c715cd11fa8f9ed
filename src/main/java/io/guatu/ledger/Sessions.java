package io.guatu.ledger;

import io.guatu.domain.PersonId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Who is logged in where, outside the ledger: passing facts. Every node asks the same table. */
public final class Sessions {
    /** A second window, or an answer that was lost on the way: within this time the last refresh token is good once more. */
    private static final int GRACE_SECONDS = 30;

    private final Pool pool;

    public Sessions(Pool pool) {
        this.pool = pool;
    }

    /**
     * A login after one of its refresh tokens was used.
     *
     * @param ended whether that one had been used before, and not just now: then it was copied, and the login is over
     */
    public record Session(PersonId person, Instant began, int turn, Instant expires, boolean ended) {}

    /** Begins a login, and forgets what is over of the same person's. */
    public Future<Void> begin(String id, PersonId person, Instant now, Instant expires) {
        return pool.preparedQuery(AccountSql.FORGET_SESSIONS)
                .execute(Tuple.of(person.value(), utc(now)))
                .compose(forgotten -> pool.preparedQuery(AccountSql.BEGIN_SESSION)
                        .execute(Tuple.of(id, person.value(), utc(now), utc(expires))))
                .mapEmpty();
    }

    /**
     * Uses the refresh token of a turn, which brings the next one, in one statement: two nodes never both do. Empty when the
     * login is over.
     *
     * @param until when the login expires if nobody uses it before
     */
    public Future<Optional<Session>> rotate(String id, int turn, Instant now, Instant until) {
        return pool.preparedQuery(AccountSql.ROTATE_SESSION)
                .execute(Tuple.of(id, turn, utc(now), utc(now.minusSeconds(GRACE_SECONDS)), utc(until)))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(session(rows.iterator().next())));
    }

    public Future<Void> end(String id, Instant now) {
        return pool.preparedQuery(AccountSql.END_SESSION)
                .execute(Tuple.of(id, utc(now)))
                .mapEmpty();
    }

    private static Session session(Row row) {
        return new Session(
                new PersonId(row.getString("person")),
                row.getOffsetDateTime("began").toInstant(),
                row.getInteger("turn"),
                row.getOffsetDateTime("expires").toInstant(),
                row.getOffsetDateTime("ended") != null);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
