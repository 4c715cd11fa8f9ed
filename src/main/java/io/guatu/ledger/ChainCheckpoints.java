package io.guatu.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The one checkpoint of the chain, beside the ledger. It saves reading and proves nothing: {@code verify} and a check that is
 * asked for anew begin at the first entry all the same.
 */
final class ChainCheckpoints {
    /** Only where the ledger still holds the very entry that it ends with. */
    private static final String READ = """
            SELECT c.seq, c.seal, c.positions, c.since
            FROM chain_checkpoint c
            JOIN entry e ON e.seq = c.seq AND e.seal = c.seal
            """;

    private static final String KEEP = """
            INSERT INTO chain_checkpoint (seq, seal, positions, since)
            VALUES ($1, $2, $3, $4)
            ON CONFLICT (one) DO UPDATE
            SET seq = EXCLUDED.seq, seal = EXCLUDED.seal, positions = EXCLUDED.positions, since = EXCLUDED.since
            """;

    private final Pool pool;

    ChainCheckpoints(Pool pool) {
        this.pool = pool;
    }

    Future<Optional<ChainCheckpoint>> read() {
        return pool.preparedQuery(READ)
                .execute()
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(checkpoint(rows.iterator().next())));
    }

    Future<Void> keep(ChainCheckpoint checkpoint) {
        return pool.preparedQuery(KEEP)
                .execute(Tuple.of(
                        checkpoint.seq(),
                        checkpoint.seal().text(),
                        Json.write(checkpoint.positions()),
                        checkpoint.since().atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    private static ChainCheckpoint checkpoint(Row row) {
        Map<String, Long> positions = new HashMap<>();
        Json.read(row.getString("positions"), JsonNode.class)
                .fields()
                .forEachRemaining(position ->
                        positions.put(position.getKey(), position.getValue().asLong()));
        return new ChainCheckpoint(
                row.getLong("seq"),
                new Seal(row.getString("seal")),
                positions,
                row.getOffsetDateTime("since").toInstant());
    }
}
