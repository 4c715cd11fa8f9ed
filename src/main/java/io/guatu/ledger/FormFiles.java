package io.guatu.ledger;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/** Forms of offices upward, beside the ledger: an entry names each by its hash. Kept once, never changed. */
public final class FormFiles {
    private static final String KEEP = """
            INSERT INTO form_file (file, bytes)
            VALUES ($1, $2)
            ON CONFLICT DO NOTHING
            """;

    private static final String READ = """
            SELECT bytes
            FROM form_file
            WHERE file = $1
            """;

    private final Pool pool;

    public FormFiles(Pool pool) {
        this.pool = pool;
    }

    /** @param file the SHA-256 of the bytes, in hex */
    public Future<Void> keep(String file, Buffer bytes) {
        return pool.preparedQuery(KEEP).execute(Tuple.of(file, bytes)).mapEmpty();
    }

    public Future<Optional<Buffer>> read(String file) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(file))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next().getBuffer("bytes")));
    }
}
