package io.guatu.ledger;

import io.guatu.domain.GrantId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * When a contractor's grant was last used, known to every node; outside the ledger, because it is nobody's statement. To
 * the minute: a phone that stays open would otherwise write with every breath. Lives on one event loop.
 */
public final class GrantUsage {
    private static final Duration OFTEN = Duration.ofMinutes(1);

    private final Pool pool;
    private final Map<GrantId, Instant> written = new HashMap<>();

    public GrantUsage(Pool pool) {
        this.pool = pool;
    }

    /** Nobody waits for it, and one that fails is made up for by the next. */
    public void used(GrantId grant, Instant now) {
        Instant last = written.get(grant);
        if (last == null || now.isAfter(last.plus(OFTEN))) {
            written.put(grant, now);
            pool.preparedQuery(PresenceSql.USE_GRANT).execute(Tuple.of(grant.value(), now.atOffset(ZoneOffset.UTC)));
        }
    }

    public Future<Map<GrantId, Instant>> all() {
        return pool.query(PresenceSql.READ_USES).execute().map(rows -> {
            Map<GrantId, Instant> all = new HashMap<>();
            rows.forEach(row -> all.put(
                    new GrantId(row.getString("grant_id")),
                    row.getOffsetDateTime("at").toInstant()));
            return all;
        });
    }
}
