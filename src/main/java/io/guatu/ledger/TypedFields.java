package io.guatu.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;

/** How much people told between two entries, counted where it lies: of everybody together, never of one. */
public final class TypedFields {
    /** What a body holds beside its objects and lists; the kind is one of these, and nobody types it. */
    private static final String COUNT = """
            SELECT kind,
                   count(*) AS entries,
                   sum((SELECT count(*)
                        FROM jsonb_path_query(body::jsonb, 'strict $.**') AS part
                        WHERE jsonb_typeof(part) IN ('string', 'number', 'boolean')) - 1)::bigint AS fields
            FROM entry
            WHERE seq > $1 AND seq <= $2 AND project IS NOT NULL AND author_role <> 'SYSTEM'
            GROUP BY kind
            """;

    private final Pool pool;

    /** @param pool of questions, which take some seconds at most */
    public TypedFields(Pool pool) {
        this.pool = pool;
    }

    public record Count(long entries, long fields) {}

    /** Of projects, by kind of update; what the program told of itself is not in it. @param after its entry is not, {@code upTo}'s is */
    public Future<Map<String, Count>> between(long after, long upTo) {
        return pool.preparedQuery(COUNT).execute(Tuple.of(after, upTo)).map(rows -> {
            Map<String, Count> counts = new HashMap<>();
            for (Row row : rows) {
                counts.put(row.getString("kind"), new Count(row.getLong("entries"), row.getLong("fields")));
            }
            return counts;
        });
    }
}
