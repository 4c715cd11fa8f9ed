package io.guatu.app;

import io.guatu.ledger.Database;
import io.guatu.ledger.EntrySearch;
import io.guatu.ledger.Ledger;
import io.guatu.ledger.LedgerContract;
import io.guatu.ledger.PgEntrySearch;
import io.guatu.ledger.PgLedger;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

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

    @Override
    protected EntrySearch search() {
        return new PgEntrySearch(pool);
    }
}
