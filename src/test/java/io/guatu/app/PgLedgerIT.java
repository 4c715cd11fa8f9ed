package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.guatu.ledger.Database;
import io.guatu.ledger.EntrySearch;
import io.guatu.ledger.Head;
import io.guatu.ledger.IdempotencyKey;
import io.guatu.ledger.Ledger;
import io.guatu.ledger.LedgerContract;
import io.guatu.ledger.PgEntrySearch;
import io.guatu.ledger.PgLedger;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The contract, kept by PostgreSQL. */
class PgLedgerIT extends LedgerContract {
    private static Vertx vertx;
    private static Database database;
    private static Pool pool;

    @BeforeAll
    static void start() throws Exception {
        vertx = Vertx.vertx();
        database = TestServer.empty();
        pool = database.pool(vertx);
    }

    @AfterAll
    static void stop() {
        vertx.close().await();
    }

    @Override
    protected Ledger empty() throws Exception {
        TestBoard.execute(database, """
                TRUNCATE guatu.entry, guatu.idempotency, guatu.renewal;
                UPDATE guatu.head SET seq = 0, seal = repeat('0', 64), at = 'epoch'
                """);
        return new PgLedger(pool);
    }

    @Test
    void keys_are_forgotten_after_ninety_days_and_not_before() throws Exception {
        PgLedger ledger = new PgLedger(pool);
        empty();
        TestBoard.execute(database, """
                INSERT INTO guatu.entry
                SELECT n, 'road', n, now() - interval '1 day' * (92 - n), 'office', 'OFFICE', '办', NULL, 'still-true',
                       '{"kind":"still-true"}', repeat('c', 64)
                FROM generate_series(1, 3) n;
                INSERT INTO guatu.idempotency (author, key, fingerprint, seq) SELECT 'office', 'k' || n, 'f', n
                FROM generate_series(1, 3) n;
                UPDATE guatu.head SET seq = 3, seal = repeat('c', 64)
                """);
        ledger.forgetOldKeys().await(20, TimeUnit.SECONDS);
        Head head = ledger.head().await(20, TimeUnit.SECONDS);
        Set<IdempotencyKey> known = new HashSet<>();
        List<IdempotencyKey> keys = Stream.of("k1", "k2", "k3")
                .map(key -> new IdempotencyKey("office", key))
                .toList();
        ledger.append(head, keys, locked -> {
                    known.addAll(locked.known().keySet());
                    return Future.succeededFuture();
                })
                .await(20, TimeUnit.SECONDS);
        assertEquals(Set.copyOf(keys.subList(2, 3)), known, "91 and 90 days are long enough, 89 are not");
    }

    @Override
    protected EntrySearch search() {
        return new PgEntrySearch(pool);
    }
}
