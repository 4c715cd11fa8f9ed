package io.guatu.ledger;

import io.guatu.domain.ScreenId;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Walls that show a code and wait for the office to type it, outside the ledger: passing facts. Every node asks the same
 * table. A code is remembered for a while after its end, so that who types it late is told so.
 */
public final class Pairings {
    private static final Duration REMEMBERED = Duration.ofMinutes(30);

    private final Pool pool;

    public Pairings(Pool pool) {
        this.pool = pool;
    }

    /** @param screen the id that the wall will have: it is paired when the ledger has a screen of that id */
    public record Pairing(String code, ScreenId screen, Instant expires) {}

    /**
     * A code for a wall that knows the secret of this hash. @return false when as many codes as may be are open, or this one is
     * another wall's
     */
    public Future<Boolean> open(Pairing pairing, byte[] hash, Instant now, int most) {
        Tuple row = Tuple.of(
                pairing.code(), Buffer.buffer(hash), pairing.screen().value(), utc(pairing.expires()), utc(now), most);
        return pool.preparedQuery(PairingSql.FORGET)
                .execute(Tuple.of(utc(now.minus(REMEMBERED))))
                .compose(forgotten -> pool.preparedQuery(PairingSql.OPEN).execute(row))
                .map(rows -> rows.rowCount() == 1);
    }

    public Future<Optional<Pairing>> find(byte[] hash) {
        return pool.preparedQuery(PairingSql.FIND)
                .execute(Tuple.of(Buffer.buffer(hash)))
                .map(Pairings::first);
    }

    public Future<Optional<Pairing>> ofCode(String code) {
        return pool.preparedQuery(PairingSql.FIND_CODE).execute(Tuple.of(code)).map(Pairings::first);
    }

    /** Once, in one statement: two nodes never both do. @return whether this was the time */
    public Future<Boolean> take(byte[] hash, Instant now) {
        return pool.preparedQuery(PairingSql.TAKE)
                .execute(Tuple.of(Buffer.buffer(hash), utc(now)))
                .map(rows -> rows.rowCount() == 1);
    }

    private static Optional<Pairing> first(RowSet<Row> rows) {
        if (rows.size() == 0) {
            return Optional.empty();
        }
        Row row = rows.iterator().next();
        return Optional.of(new Pairing(
                row.getString("code"),
                new ScreenId(row.getString("screen")),
                row.getOffsetDateTime("expires").toInstant()));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
