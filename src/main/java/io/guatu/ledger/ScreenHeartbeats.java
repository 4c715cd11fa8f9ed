package io.guatu.ledger;

import io.guatu.domain.ScreenId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** The last heartbeat of every wall display, known to every node; outside the ledger, because it is nobody's statement. */
public final class ScreenHeartbeats {
    private final Pool pool;

    public ScreenHeartbeats(Pool pool) {
        this.pool = pool;
    }

    /** When, the board's seq that it showed, frames painted since it was opened, and its size in CSS pixels. */
    public record Sighting(Instant at, long seq, long painted, int width, int height) {}

    public Future<Void> see(ScreenId screen, Sighting sighting) {
        return pool.preparedQuery(Sql.SEE_SCREEN)
                .execute(Tuple.of(
                        screen.value(),
                        sighting.at().atOffset(ZoneOffset.UTC),
                        sighting.seq(),
                        sighting.painted(),
                        sighting.width(),
                        sighting.height()))
                .mapEmpty();
    }

    public Future<Map<ScreenId, Sighting>> all() {
        return pool.query(Sql.READ_SIGHTINGS).execute().map(rows -> {
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
            return all;
        });
    }
}
