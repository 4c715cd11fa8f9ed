package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.domain.BlockerUpdate.BlockerCleared;
import io.guatu.domain.HazardUpdate.HazardRechecked;
import io.guatu.domain.HazardUpdate.HazardRectified;
import io.guatu.domain.ProgressUpdate.ProgressReturned;
import io.guatu.domain.ProgressUpdate.ProgressVerified;
import io.guatu.domain.ProgressUpdate.ProgressWithdrawn;
import io.guatu.domain.ProgressUpdate.StillTrue;
import io.guatu.domain.Update;
import io.guatu.ledger.Database;
import io.guatu.ledger.EntrySearch;
import io.guatu.ledger.Found;
import io.guatu.ledger.Head;
import io.guatu.ledger.IdempotencyKey;
import io.guatu.ledger.Json;
import io.guatu.ledger.Ledger;
import io.guatu.ledger.LedgerContract;
import io.guatu.ledger.NotUnderstood;
import io.guatu.ledger.Page;
import io.guatu.ledger.PgEntrySearch;
import io.guatu.ledger.PgLedger;
import io.guatu.ledger.PgSnapshotStore;
import io.guatu.ledger.Seal;
import io.guatu.ledger.Search;
import io.guatu.ledger.Silence;
import io.guatu.ledger.SnapshotStore.Kept;
import io.guatu.ledger.SnapshotStore.Part;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.PGConnection;

/** The contract, kept by PostgreSQL. */
class PgLedgerIT extends LedgerContract {
    private static Vertx vertx;
    private static Database database;
    private static Pool pool;

    @BeforeAll
    static void start() throws Exception {
        vertx = Vertx.vertx();
        database = TestServer.empty();
        pool = database.pool(vertx, Silence.BORNE);
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

    private static final List<Part> PARTS = List.of(Part.of(new byte[] {1, 2, 3}), Part.of(new byte[] {4}));

    private static List<Long> kept(PgSnapshotStore store) throws Exception {
        return store.upTo("mark", Long.MAX_VALUE).await(20, TimeUnit.SECONDS).stream()
                .map(Kept::seq)
                .toList();
    }

    @Test
    void of_a_node_that_is_killed_while_it_keeps_a_snapshot_nothing_stays_and_another_keeps_it() throws Exception {
        empty();
        TestBoard.execute(database, """
                INSERT INTO guatu.entry
                SELECT n, 'road', n, now(), 'office', 'OFFICE', '办', NULL, 'still-true', '{"kind":"still-true"}', repeat('c', 64)
                FROM generate_series(1, 2) n
                """);
        PgSnapshotStore store = new PgSnapshotStore(pool);
        Seal seal = new Seal("c".repeat(64));
        store.keep("mark", new Head(new UUID(1, 1), 1, seal, Instant.EPOCH), PARTS)
                .await(20, TimeUnit.SECONDS);
        try (Connection killed = TestServer.connect(database);
                Statement half = killed.createStatement()) {
            killed.setAutoCommit(false);
            half.execute(
                    "INSERT INTO guatu.snapshot (mark, seq, seal, at, sha256, parts) SELECT mark, 2, seal, at, sha256, parts"
                            + " FROM guatu.snapshot WHERE mark = 'mark'");
            half.execute(
                    "INSERT INTO guatu.snapshot_part SELECT mark, 2, part, bytes FROM guatu.snapshot_part WHERE part = 0");
            assertEquals(List.of(1L), kept(store), "a half is not there yet");
            Future<Void> other = store.keep("mark", new Head(new UUID(1, 1), 2, seal, Instant.EPOCH), PARTS);
            TestBoard.execute(
                    database,
                    "SELECT pg_terminate_backend("
                            + killed.unwrap(PGConnection.class).getBackendPID() + ")");
            other.await(20, TimeUnit.SECONDS);
        }
        assertEquals(List.of(2L, 1L), kept(store));
        Kept newest = store.upTo("mark", 2).await(20, TimeUnit.SECONDS).get(0);
        assertTrue(newest.holds(PARTS));
        for (int part = 0; part < PARTS.size(); part++) {
            assertArrayEquals(PARTS.get(part).bytes(), store.part(newest, part).await(20, TimeUnit.SECONDS));
        }
        assertNull(store.part(newest, PARTS.size()).await(20, TimeUnit.SECONDS));
    }

    @Test
    void of_the_last_two_hundred_thousand_entries_snapshots_stay_closer_than_of_those_before() throws Exception {
        TestBoard.execute(
                database,
                "INSERT INTO guatu.snapshot (mark, seq, seal, at, sha256, parts) SELECT 'thinned', n * 20000, '', now(), '', 0"
                        + " FROM generate_series(1, 50) n");
        new PgSnapshotStore(pool).thin("thinned").await(20, TimeUnit.SECONDS);
        assertEquals(
                List.of(9, 19, 29, 39, 40, 41, 42, 43, 44, 46, 47, 48, 49, 50),
                IntStream.rangeClosed(1, 50)
                        .filter(n -> 1
                                == TestBoard.number(
                                        database,
                                        "SELECT count(*) FROM guatu.snapshot WHERE mark = 'thinned' AND seq = "
                                                + n * 20000))
                        .boxed()
                        .toList());
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "road|OFFICE|no JSON",
                "road|OFFICE|null",
                "road|OFFICE|{\"kind\":\"of-tomorrow\"}",
                "road|MAYOR|{\"kind\":\"still-true\"}",
                "No id!|OFFICE|{\"kind\":\"still-true\"}"
            })
    void a_stretch_ends_before_what_is_not_understood(String project, String role, String body) throws Exception {
        Ledger ledger = empty();
        TestBoard.execute(database, """
                INSERT INTO guatu.entry
                SELECT n, 'road', n, now(), 'office', 'OFFICE', '办', NULL, 'still-true',
                       '{"kind":"still-true"}', repeat('c', 64)
                FROM generate_series(1, 3) n;
                UPDATE guatu.entry SET project = '%s', author_role = '%s', body = '%s' WHERE seq = 2;
                UPDATE guatu.head SET seq = 3, seal = repeat('c', 64)
                """.formatted(project, role, body));
        Page page = ledger.from(0, 9).await(20, TimeUnit.SECONDS);
        assertEquals(1, page.entries().size());
        assertEquals(2, page.end().seq());
        assertEquals(
                page.seals().get(0),
                ledger.from(1, 9).await(20, TimeUnit.SECONDS).seal());
        Head seen = page.after(ledger.head().await(20, TimeUnit.SECONDS));
        assertThrows(NotUnderstood.class, () -> ledger.append(
                        seen, List.of(), locked -> Future.failedFuture("decided on what nobody could read"))
                .await(20, TimeUnit.SECONDS));
    }

    @Test
    void a_search_for_a_text_says_how_far_it_looked() throws Exception {
        TestBoard.execute(database, """
                TRUNCATE guatu.entry, guatu.idempotency;
                INSERT INTO guatu.entry
                SELECT n, 'road', n, now(), 'office', 'OFFICE', '办', NULL, 'still-true',
                       '{"kind":"still-true","note":"第' || n || '条"}', repeat('c', 64)
                FROM generate_series(1, 30) n
                """);
        EntrySearch ten = new PgEntrySearch(pool, 10);
        Search fourth = new Search(0, Long.MAX_VALUE, null, null, null, null, null, "第4条", Set.of());
        Found near = ten.find(fourth, true, 5).await(20, TimeUnit.SECONDS);
        assertEquals(List.of(), near.entries());
        assertEquals(20L, near.until());
        Search before = new Search(0, 11, null, null, null, null, null, "第4条", Set.of());
        Found last = ten.find(before, true, 5).await(20, TimeUnit.SECONDS);
        assertEquals(4, last.entries().get(0).seq());
        assertNull(last.until(), "there is nothing behind that");
        assertEquals(11L, ten.find(fourth, false, 5).await(20, TimeUnit.SECONDS).until());
        assertNull(ten.find(fourth, false, 1).await(20, TimeUnit.SECONDS).until(), "a page is full");
    }

    @Test
    void with_an_index_of_words_it_looks_to_the_end() throws Exception {
        TestBoard.execute(database, "CREATE DATABASE words TEMPLATE template0 LC_CTYPE 'C.UTF-8'");
        Database letters = TestBoard.named(database, "words");
        letters.migrate();
        Pool asking = letters.questions(vertx, Silence.BORNE);
        for (Database each : List.of(letters, database)) {
            TestBoard.execute(each, """
                    TRUNCATE guatu.entry, guatu.idempotency;
                    INSERT INTO guatu.entry
                    SELECT n, 'road', n, now(), 'office', 'OFFICE', '办', NULL, 'still-true',
                           '{"kind":"still-true","note":"第' || n || '条停工令"}', repeat('c', 64)
                    FROM generate_series(1, 30) n;
                    CREATE EXTENSION pg_trgm SCHEMA guatu;
                    CREATE INDEX entry_words
                    ON guatu.entry USING gin (body guatu.gin_trgm_ops, author_name guatu.gin_trgm_ops)
                    """);
        }
        EntrySearch ten = new PgEntrySearch(asking, 10);
        assertNull(words(ten, "复工令").until(), "three characters together are in the index");
        assertEquals(30, words(ten, "停工令").entries().size());
        assertEquals(20L, words(ten, "复工").until(), "two are not");
        assertEquals(20L, words(new PgEntrySearch(pool, 10), "复工令").until(), "that index knows no Chinese");
        TestBoard.execute(database, "DROP INDEX guatu.entry_words; DROP EXTENSION pg_trgm");
        asking.close().await(20, TimeUnit.SECONDS);
    }

    private static Found words(EntrySearch search, String text) throws Exception {
        Search words = new Search(0, Long.MAX_VALUE, null, null, null, null, null, text, Set.of());
        return search.find(words, true, 50).await(20, TimeUnit.SECONDS);
    }

    /** The entries that a version before the column wrote; the sealed text says the same as what the program would write. */
    @Test
    void what_older_entries_answer_is_found_by_the_migration_as_the_program_writes_it() throws Exception {
        String migration = Files.readString(Path.of("src/main/resources/db/migration/V11__questions.sql"));
        String backfill = migration.substring(migration.indexOf("UPDATE entry"), migration.indexOf("CREATE INDEX"));
        TestBoard.execute(database, "TRUNCATE guatu.entry, guatu.idempotency");
        List<Update> updates = List.of(
                new StillTrue(null, null),
                new ProgressVerified(41, null),
                new ProgressReturned(42, "无照片"),
                new BlockerCleared(43, "好"),
                new HazardRechecked(44, true, null, null),
                new HazardRectified(45, "好", null, null),
                new ProgressWithdrawn(46));
        for (int i = 0; i < updates.size(); i++) {
            TestBoard.execute(
                    database,
                    "INSERT INTO guatu.entry VALUES (%d, 'road', %1$d, now(), 'office', 'OFFICE', '办', NULL, '%s', '%s', '')"
                            .formatted(i + 1, Json.kind(updates.get(i).getClass()), Json.write(updates.get(i))));
        }
        TestBoard.execute(database, "SET search_path TO guatu; " + backfill);
        for (int i = 0; i < updates.size(); i++) {
            Long answers = updates.get(i).answers();
            assertEquals(
                    answers == null ? 0 : answers,
                    TestBoard.number(database, "SELECT COALESCE(refers, 0) FROM guatu.entry WHERE seq = " + (i + 1)));
        }
    }

    @Override
    protected EntrySearch search() {
        return new PgEntrySearch(pool, 20_000);
    }
}
