package io.guatu.ledger;

import io.guatu.domain.ScreenId;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * The last heartbeat of every wall display, known to every node; outside the ledger, because it is nobody's statement. Those
 * of some seconds are written together, of each display the last: a hundred displays cost one statement, and so does one that
 * beats without a pause. Lives on one event loop.
 */
public final class ScreenHeartbeats {
    private static final long TOGETHER_MILLIS = 5_000;

    private final Vertx vertx;
    private final Pool pool;
    private final Map<ScreenId, Sighting> unwritten = new HashMap<>();
    private boolean scheduled;

    public ScreenHeartbeats(Vertx vertx, Pool pool) {
        this.vertx = vertx;
        this.pool = pool;
    }

    /** When, the board's seq that it showed, frames painted since it was opened, and its size in CSS pixels. */
    public record Sighting(Instant at, long seq, long painted, int width, int height) {}

    /** Nobody waits for it, and one that fails is made up for by the next. */
    public void see(ScreenId screen, Sighting sighting) {
        unwritten.put(screen, sighting);
        if (!scheduled) {
            scheduled = true;
            vertx.setTimer(TOGETHER_MILLIS, timer -> {
                scheduled = false;
                write();
            });
        }
    }

    /** What was seen and not yet written, now. */
    public Future<Void> write() {
        if (unwritten.isEmpty()) {
            return Future.succeededFuture();
        }
        List<ScreenId> screens = List.copyOf(unwritten.keySet());
        List<Sighting> seen = List.copyOf(unwritten.values());
        unwritten.clear();
        return pool.preparedQuery(PresenceSql.SEE_SCREENS)
                .execute(Tuple.tuple()
                        .addArrayOfString(column(screens, ScreenId::value, String[]::new))
                        .addArrayOfOffsetDateTime(
                                column(seen, one -> one.at().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new))
                        .addArrayOfLong(column(seen, Sighting::seq, Long[]::new))
                        .addArrayOfLong(column(seen, Sighting::painted, Long[]::new))
                        .addArrayOfInteger(column(seen, Sighting::width, Integer[]::new))
                        .addArrayOfInteger(column(seen, Sighting::height, Integer[]::new)))
                .mapEmpty();
    }

    private static <R, V> V[] column(List<R> rows, Function<R, V> field, IntFunction<V[]> array) {
        return rows.stream().map(field).toArray(array);
    }

    /** What all nodes have written, and this one has seen since. */
    public Future<Map<ScreenId, Sighting>> all() {
        return pool.query(PresenceSql.READ_SIGHTINGS).execute().map(rows -> {
            Map<ScreenId, Sighting> all = new HashMap<>();
            for (Row row : rows) {
                all.put(
                        new ScreenId(row.getString("screen")),
                        new Sighting(
                                row.getOffsetDateTime("at").toInstant(),
                                row.getLong("seq"),
                                row.getLong("painted"),
                                row.getInteger("width"),
                                row.getInteger("height")));
            }
            all.putAll(unwritten);
            return all;
        });
    }
}
