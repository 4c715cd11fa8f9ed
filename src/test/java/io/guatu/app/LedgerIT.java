package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.ledger.Chain;
import io.guatu.ledger.ChainCheck;
import io.guatu.ledger.Silence;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerIT {
    private TestBoard board;
    private Pool pool;

    @BeforeEach
    void start() throws Exception {
        board = TestBoard.start();
        pool = board.database().pool(board.program().vertx(), Silence.BORNE);
    }

    @AfterEach
    void stop() throws Exception {
        board.close();
    }

    private ChainCheck.Result check() throws Exception {
        return new ChainCheck(board.program().vertx(), pool).run().await(20, TimeUnit.SECONDS);
    }

    @Test
    void the_application_cannot_change_the_past() {
        for (String sql : List.of(
                "UPDATE entry SET body = '{}' WHERE seq = 1",
                "DELETE FROM entry WHERE seq = 1",
                "TRUNCATE entry CASCADE",
                "DELETE FROM idempotency",
                "UPDATE head SET epoch = gen_random_uuid()",
                "DELETE FROM head",
                "DROP TABLE entry CASCADE")) {
            PgException refused = assertThrows(
                    PgException.class, () -> pool.query(sql).execute().await(20, TimeUnit.SECONDS), sql);
            assertEquals("42501", refused.getSqlState(), () -> "insufficient_privilege: " + sql);
        }
    }

    @Test
    void an_untouched_ledger_verifies() throws Exception {
        assertEquals(Optional.empty(), check().broken());
        assertTrue(check().entries() > 15);
    }

    /** Each on the ledger as it was: what the one before broke is put back, and then it is whole again. */
    @Test
    void verify_names_the_first_broken_entry() throws Exception {
        TestBoard.execute(board.database(), """
                CREATE TABLE guatu.kept_entry AS SELECT * FROM guatu.entry WHERE seq = 17;
                CREATE TABLE guatu.kept_answer AS SELECT * FROM guatu.idempotency WHERE seq = 17""");
        for (String sql : List.of(
                "UPDATE guatu.entry SET body = replace(body, '桐交', '桐水') WHERE seq = 17",
                "UPDATE guatu.entry SET author_name = '别人' WHERE seq = 17",
                "UPDATE guatu.entry SET at = at + interval '1 day' WHERE seq = 17",
                "DELETE FROM guatu.idempotency WHERE seq = 17; DELETE FROM guatu.entry WHERE seq = 17",
                "UPDATE guatu.entry SET kind = 'still-true' WHERE seq = 17",
                "UPDATE guatu.entry SET author_company = '-' WHERE seq = 17",
                "UPDATE guatu.entry SET refers = 16 WHERE seq = 17",
                "UPDATE guatu.entry SET body = 'no JSON' WHERE seq = 17",
                "UPDATE guatu.entry SET body = '[]' WHERE seq = 17",
                "UPDATE guatu.entry SET author_role = 'NOBODY' WHERE seq = 17")) {
            TestBoard.execute(board.database(), sql);
            assertEquals(
                    17,
                    check().broken().orElseThrow(() -> new AssertionError(sql)).seq(),
                    sql);
            TestBoard.execute(board.database(), """
                    DELETE FROM guatu.idempotency WHERE seq = 17;
                    DELETE FROM guatu.entry WHERE seq = 17;
                    INSERT INTO guatu.entry SELECT * FROM guatu.kept_entry;
                    INSERT INTO guatu.idempotency SELECT * FROM guatu.kept_answer""");
            assertEquals(Optional.empty(), check().broken(), sql);
        }
    }

    @Test
    void a_ledger_that_grows_while_it_is_checked_is_whole() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        TestClient zhao = board.as(board.person("zhao"));
        CompletableFuture<Integer> writing = CompletableFuture.supplyAsync(() -> {
            int told = 0;
            while (!enough.get()) {
                try {
                    zhao.tell("park", "{\"kind\":\"still-true\"}").taken();
                    told++;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
            return told;
        });
        for (int i = 0; i < 60; i++) {
            assertEquals(Optional.empty(), check().broken());
        }
        enough.set(true);
        assertTrue(writing.get(20, TimeUnit.SECONDS) > 0);
    }

    @Test
    void a_restart_leaves_the_working_days_that_the_office_arranged() throws Exception {
        board.as(board.person("office"))
                .post(
                        "/api/updates",
                        "{\"kind\":\"calendar-adopted\",\"year\":2026,\"off\":[\"2026-10-01\"],\"on\":[]}",
                        "Idempotency-Key",
                        "calendar")
                .taken();
        long before = check().entries();
        int port = board.port();
        board.close();
        board = TestBoard.again(board.database(), port);
        pool = board.database().pool(board.program().vertx(), Silence.BORNE);
        assertEquals(before, check().entries());
    }

    @Test
    void the_running_programs_check_goes_on_from_its_checkpoint_and_a_whole_one_does_not() throws Exception {
        String told = "{\"updates\":[" + String.join(",", Collections.nCopies(50, "{\"kind\":\"still-true\"}")) + "]}";
        for (int i = 0; i < 21; i++) {
            board.as(board.person("zhao"))
                    .post("/api/projects/park/updates:batch", told, "Idempotency-Key", "many-" + i)
                    .taken();
        }
        long whole = chain().state().await(20, TimeUnit.SECONDS).verified();
        assertTrue(whole > 1_000);
        assertEquals(whole, TestBoard.number(board.database(), "SELECT seq FROM guatu.chain_checkpoint"));
        TestBoard.execute(board.database(), "UPDATE guatu.entry SET author_name = '别人' WHERE seq = 17");
        assertNull(chain().state().await(20, TimeUnit.SECONDS).broken(), "what was found whole is not read again");
        assertEquals(17, chain().again().await(20, TimeUnit.SECONDS).broken().seq());
        TestBoard.execute(
                board.database(),
                "UPDATE guatu.entry SET author_name = '别人' WHERE seq = " + (whole - 1) + " OR seq = " + whole);
        TestBoard.execute(board.database(), "UPDATE guatu.entry SET seal = repeat('d', 64) WHERE seq = " + whole);
        assertEquals(
                17, chain().state().await(20, TimeUnit.SECONDS).broken().seq(), "a checkpoint of another past is none");
    }

    @Test
    void the_office_chooses_another_hash_and_what_was_sealed_before_stays() throws Exception {
        TestClient office = board.as(board.person("office"));
        long chosen = office.post(
                        "/api/updates", "{\"kind\":\"seal-chosen\",\"hash\":\"sm3\"}", "Idempotency-Key", "hash")
                .json()
                .path("seq")
                .asLong();
        assertEquals(
                201,
                board.as(board.person("zhao"))
                        .tell("park", "{\"kind\":\"still-true\"}")
                        .status());
        assertEquals(Optional.empty(), check().broken());
        assertEquals(2, TestBoard.number(board.database(), "SELECT count(*) FROM guatu.entry WHERE seal LIKE 'sm3:%'"));
        assertTrue(office.get("/api/ledger").json().path("seal").asText().startsWith("sm3:"));
        TestBoard.execute(board.database(), "UPDATE guatu.entry SET kind = 'seal-forged' WHERE seq = " + chosen);
        assertEquals(chosen, check().broken().orElseThrow().seq());
    }

    @Test
    void an_end_that_was_cut_off_with_the_head_moved_back_shows_by_what_the_node_signed() throws Exception {
        assertEquals(
                201,
                board.as(board.person("zhao"))
                        .tell("park", "{\"kind\":\"still-true\"}")
                        .status());
        long last = check().entries();
        int port = board.port();
        board.close();
        TestBoard.execute(board.database(), """
                DELETE FROM guatu.idempotency WHERE seq = %1$d; DELETE FROM guatu.entry WHERE seq = %1$d;
                UPDATE guatu.head SET (seq, seal, at) = (SELECT seq, seal, at FROM guatu.entry WHERE seq = %1$d - 1)
                """.formatted(last));
        Vertx vertx = Vertx.vertx();
        pool = board.database().pool(vertx, Silence.BORNE);
        Config config = Config.of(TestBoard.environment(board.database()));
        assertEquals(
                Optional.empty(),
                new ChainCheck(vertx, pool).run().await(20, TimeUnit.SECONDS).broken());
        assertFalse(new Verification(vertx, pool).heads(config), "the chain alone says nothing");
        Path away = config.keys().resolveSibling("away.json");
        Files.move(config.keys(), away);
        assertFalse(new Verification(vertx, pool).heads(config), "what cannot be compared is not whole");
        Files.move(away, config.keys());
        String epoch =
                "SELECT ('x' || left(epoch::text, 8))::bit(32)::int FROM guatu.renewal ORDER BY number DESC LIMIT 1";
        long before = TestBoard.number(board.database(), epoch);
        board = TestBoard.again(board.database(), port);
        assertNotEquals(before, TestBoard.number(board.database(), epoch), "nobody goes on from what is no more");
        assertEquals(
                "entry " + last + " is no more",
                board.as(null).get("/health/ready").json().path("pastGone").asText());
        assertTrue(new Verification(vertx, pool).heads(config), "it was given up, and that is said");
        vertx.close().await();
    }

    /** The machine is lost with its data folder, and what comes back is a little older: no node and no file knows better. */
    @Test
    void a_screen_that_saw_what_nobody_remembers_gets_the_whole_board() throws Exception {
        int port = board.port();
        String hall = board.screen("hall");
        String zhao = board.person("zhao");
        TestViewer[] saw = new TestViewer[3];
        for (int i = 0; i < saw.length; i++) {
            saw[i] = new TestViewer(port, hall, null).connect();
        }
        long kept = board.program().node().relay().board().seq();
        for (String text : new String[] {"未签约", "未交地"}) {
            board.as(zhao)
                    .tell("park", "{\"kind\":\"blocker-raised\",\"factor\":\"land\",\"text\":\"" + text + "\"}")
                    .taken();
        }
        for (TestViewer viewer : saw) {
            TestBoard.await("seen", () -> viewer.seq() == kept + 2);
        }
        JsonNode whole = board.as(hall).get("/api/board").json();
        board.close();
        TestBoard.execute(board.database(), """
                DELETE FROM guatu.idempotency WHERE seq > %1$d; DELETE FROM guatu.entry WHERE seq > %1$d;
                UPDATE guatu.head SET (seq, seal, at) = (SELECT seq, seal, at FROM guatu.entry WHERE seq = %1$d)
                """.formatted(kept));
        Files.delete(TestBoard.folder(board.database()).resolve("heads.txt"));
        board = TestBoard.again(board.database(), port);
        for (int told = 1; told <= saw.length; told++) {
            TestViewer viewer = saw[told - 1].connect();
            board.as(zhao)
                    .tell("park", "{\"kind\":\"still-true\",\"note\":\"" + told + "\"}")
                    .taken();
            long seq = kept + told;
            TestBoard.await("the viewer stands where the board does", () -> viewer.seq() == seq);
            TestViewer fresh = new TestViewer(port, hall, null).connect();
            TestBoard.await("another begins", () -> fresh.seq() == seq);
            assertEquals(fresh.cards(), viewer.cards(), "after " + told);
        }
        assertEquals(
                0,
                board.as(hall)
                        .get("/api/board?epoch=" + whole.path("epoch").asText() + "&day="
                                + whole.path("day").asText() + "&seq=" + whole.path("seq") + "&seal="
                                + whole.path("seal").asText())
                        .json()
                        .path("prev")
                        .asLong(),
                "over HTTP too");
    }

    private Chain chain() {
        return new Chain(board.program().vertx(), pool, Clock.systemUTC());
    }

    @Test
    void a_cut_off_end_shows() throws Exception {
        TestBoard.execute(
                board.database(),
                "DELETE FROM guatu.idempotency WHERE seq >= 21; DELETE FROM guatu.entry WHERE seq >= 21");
        assertEquals(21, check().broken().orElseThrow().seq());
    }

    @Test
    void after_a_restore_with_a_new_epoch_writers_and_viewers_start_anew() throws Exception {
        TestViewer viewer = new TestViewer(board.port(), board.screen("hall"), null).connect();
        TestClient zhao = board.as(board.person("zhao"));
        zhao.tell("park", "{\"kind\":\"still-true\"}").taken();
        long lost = zhao.tell("park", "{\"kind\":\"still-true\"}")
                .json()
                .path("seq")
                .asLong();
        long kept = lost - 1;
        TestBoard.await("seen", () -> viewer.seq() == lost);
        TestBoard.execute(board.database(), """
                DELETE FROM guatu.idempotency WHERE seq > %1$d; DELETE FROM guatu.entry WHERE seq > %1$d;
                UPDATE guatu.head SET seq = %1$d, seal = (SELECT seal FROM guatu.entry WHERE seq = %1$d)
                """.formatted(kept));
        board.database().renewEpoch();
        TestBoard.await("the viewer went back", () -> viewer.seq() == kept);
        var told = zhao.tell("park", "{\"kind\":\"still-true\"}");
        assertEquals(201, told.status(), () -> told.raw().body());
        assertEquals(lost, told.json().path("seq").asLong());
        assertEquals(Optional.empty(), check().broken());
    }

    @Test
    void a_past_that_is_gone_without_a_word_is_noticed_and_everybody_starts_anew() throws Exception {
        TestViewer viewer = new TestViewer(board.port(), board.screen("hall"), null).connect();
        TestClient zhao = board.as(board.person("zhao"));
        long last = zhao.tell("park", "{\"kind\":\"still-true\"}")
                .json()
                .path("seq")
                .asLong();
        TestBoard.await("seen", () -> viewer.seq() == last);
        String epoch = board.program().node().relay().board().epoch().toString();
        // A failover: the last entry was lost, and somebody else's took its place.
        TestBoard.execute(board.database(), """
                DELETE FROM guatu.idempotency WHERE seq = %1$d;
                UPDATE guatu.entry SET body = '{"kind":"still-true","note":"别的"}', seal = repeat('a', 64) WHERE seq = %1$d;
                UPDATE guatu.head SET seal = repeat('a', 64)
                """.formatted(last));
        TestBoard.await(
                "another epoch",
                () -> !epoch.equals(
                        board.program().node().relay().board().epoch().toString()));
        try (TestBoard other = board.second()) {
            assertEquals(
                    board.program().node().relay().board().epoch(),
                    other.program().node().relay().board().epoch(),
                    "on every node the same");
        }
        TestBoard.await("the viewer follows", () -> viewer.seq() == last);
        var told = zhao.tell("park", "{\"kind\":\"still-true\"}");
        assertEquals(201, told.status(), () -> told.raw().body());
        assertEquals(last + 1, told.json().path("seq").asLong());
        assertTrue(board.as(null)
                .get("/health/ready")
                .json()
                .path("pastGone")
                .asText()
                .contains("entry " + last));
    }
}
