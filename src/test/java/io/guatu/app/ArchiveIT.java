package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.ledger.Database;
import io.guatu.ledger.archive.Contents.Kind;
import io.guatu.ledger.archive.Damaged;
import io.guatu.ledger.archive.Loading;
import io.guatu.ledger.archive.Measure;
import io.guatu.ledger.archive.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A board that is put back, and one that is brought elsewhere; and what is not taken in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchiveIT {
    private static final String ENTRIES = "SELECT count(*) FROM guatu.entry";
    private static final String SEALS =
            "SELECT hashtextextended(string_agg(seal, ',' ORDER BY seq), 0) FROM guatu.entry";

    private static final String FORMS = "SELECT count(*) FROM guatu.form_file WHERE bytes = '\\x00fe'";

    private Path folder;
    private TestBoard board;
    private JsonNode cards;
    private Path backup;
    private Path export;

    @BeforeAll
    void save(@TempDir Path temporary) throws Exception {
        folder = temporary;
        board = TestBoard.start();
        board.as(null)
                .post("/api/session", "{\"name\":\"zhao\",\"password\":\"zhao-password\"}")
                .taken();
        TestBoard.execute(
                board.database(),
                "INSERT INTO guatu.photo (project, id, picture, thumbnail)"
                        + " VALUES ('park', 'of-nobody', '\\x00ff', '')");
        TestBoard.execute(board.database(), "INSERT INTO guatu.form_file (file, bytes) VALUES ('form', '\\x00fe')");
        cards = cards(board);
        backup = folder.resolve("board.tar");
        export = folder.resolve("ledger.tar");
        archives(board.database(), "here", backup).backup(board.database());
        archives(board.database(), "here", export).export(board.database());
    }

    @AfterAll
    void close() throws IOException {
        board.close();
    }

    @Test
    void a_backup_is_the_board_again_with_its_passwords_and_nobody_continues_from_the_past() throws Exception {
        Database target = TestServer.empty();
        Archives there = archives(target, "restored", backup);
        there.expect(Kind.BACKUP);
        there.restore(target);
        assertTrue(Files.exists(folder.resolve("restored/keys.json")), "with the keys");
        assertEquals(number(board.database(), SEALS), number(target, SEALS));
        assertEquals(1, number(target, "SELECT count(*) FROM guatu.photo WHERE picture = '\\x00ff'"));
        assertEquals(1, number(target, FORMS));
        assertEquals(0, number(target, "SELECT count(*) FROM guatu.session"), "who was logged in logs in again");
        try (TestBoard restored = TestBoard.on(target)) {
            assertEquals(cards, cards(restored));
            assertNotEquals(epoch(board), epoch(restored));
            assertEquals(
                    200,
                    restored.as(null)
                            .post("/api/session", "{\"name\":\"zhao\",\"password\":\"zhao-password\"}")
                            .status());
            assertEquals(
                    201,
                    restored.as(restored.person("zhao"))
                            .tell("park", "{\"kind\":\"still-true\"}")
                            .status());
        }
        assertThrows(Refused.class, () -> there.restore(target), "there is a board already");
        // Whoever has other keys here would open nothing of what is encrypted under those of the backup.
        Files.writeString(Files.createDirectories(folder.resolve("other")).resolve("keys.json"), "{\"keys\":[]}");
        String refused = assertThrows(IOException.class, () -> archives(target, "other", backup)
                        .expect(Kind.BACKUP))
                .getMessage();
        assertTrue(refused.contains("other keys than the backup"), refused);
    }

    @Test
    void an_export_is_the_ledger_in_another_place_with_its_seals_and_the_office_alone_comes_in() throws Exception {
        Database target = TestServer.empty();
        Archives there = archives(target, "brought", export);
        there.expect(Kind.EXPORT);
        StringBuilder told = new StringBuilder();
        there.bring(target, told::append);
        assertEquals(number(board.database(), SEALS), number(target, SEALS));
        assertEquals(1, number(target, "SELECT count(*) FROM guatu.credential"));
        assertEquals(1, number(target, FORMS));
        try (TestBoard brought = TestBoard.on(target)) {
            assertEquals(cards, cards(brought));
            assertNotEquals(epoch(board), epoch(brought));
            assertEquals(
                    400,
                    brought.as(null)
                                    .post("/api/session", "{\"name\":\"office\",\"password\":\"" + told + "\"}")
                                    .status()
                            / 100
                            * 100,
                    "it is good for one login, at which another is chosen");
        }
        assertThrows(IOException.class, () -> there.expect(Kind.BACKUP));
    }

    @Test
    void a_file_that_is_cut_off_or_changed_anywhere_is_refused_and_nothing_is_touched() throws Exception {
        Database target = TestServer.empty();
        byte[] whole = Files.readAllBytes(export);
        Path bad = folder.resolve("bad.tar");
        int end = whole.length;
        while (whole[end - 1] == 0) {
            end--; // what a tar file is filled up with says nothing
        }
        for (int i = 1; i <= 60; i++) {
            int at = (int) ((long) end * i / 61);
            Files.write(bad, Arrays.copyOf(whole, at));
            assertThrows(Damaged.class, () -> Loading.from(bad, target, "", Measure.OWN), "cut off at " + at);
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            Files.write(bad, changed);
            assertRefused(bad, target, whole, at);
        }
        Files.writeString(bad, "no archive at all");
        assertThrows(Damaged.class, () -> Loading.from(bad, target, "", Measure.OWN));
        assertEquals(0, number(target, ENTRIES));
    }

    /** A tar file has bytes between its members that mean nothing; of those a change is none. */
    private void assertRefused(Path bad, Database target, byte[] whole, int at) throws Exception {
        if (whole[at] != 0) {
            assertThrows(IOException.class, () -> Loading.from(bad, target, "", Measure.OWN), "changed at " + at);
            assertEquals(0, number(target, ENTRIES));
        }
    }

    @Test
    void who_dies_in_the_middle_leaves_nothing_and_the_next_one_can_do_it() throws Exception {
        Database target = TestServer.empty();
        TestBoard.execute(
                target,
                "CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS"
                        + " 'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END'");
        TestBoard.execute(
                target, "CREATE TRIGGER die BEFORE INSERT ON guatu.photo FOR EACH ROW EXECUTE FUNCTION die()");
        assertThrows(SQLException.class, () -> Loading.from(backup, target, null, Measure.OWN));
        assertEquals(0, number(target, ENTRIES));
        TestBoard.execute(target, "DROP TRIGGER die ON guatu.photo");
        Loading.from(backup, target, null, Measure.OWN);
        assertEquals(number(board.database(), ENTRIES), number(target, ENTRIES));
    }

    @Test
    void a_ledger_in_which_somebody_changed_an_entry_is_not_taken_in() throws Exception {
        Database forged = TestServer.empty();
        Loading.from(backup, forged, null, Measure.OWN);
        TestBoard.execute(
                forged,
                "UPDATE guatu.entry SET body = replace(body, '\"percent\":', '\"percent\":1')"
                        + " WHERE seq = (SELECT max(seq) FROM guatu.entry WHERE kind = 'progress-reported')");
        Path file = folder.resolve("forged.tar");
        assertFalse(archives(forged, "forged", file).export(forged), "whoever makes it is told");
        Database target = TestServer.empty();
        Refused refused = assertThrows(Refused.class, () -> Loading.from(file, target, "", Measure.OWN));
        assertTrue(refused.getMessage().contains("does not match its seal"), refused.getMessage());
        assertEquals(0, number(target, ENTRIES));
    }

    @Test
    void a_file_is_there_whole_or_not_at_all_and_only_its_owner_reads_it() throws Exception {
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)));
        Path nowhere = folder.resolve("no-such-folder/board.tar");
        assertThrows(
                Refused.class, () -> archives(board.database(), "here", nowhere).backup(board.database()));
        Database nothing = TestServer.empty();
        TestBoard.execute(nothing, "DROP SCHEMA guatu CASCADE");
        Path file = folder.resolve("nothing.tar");
        assertThrows(Refused.class, () -> archives(nothing, "here", file).backup(nothing));
        String keyless = assertThrows(IOException.class, () -> archives(board.database(), "keyless", file)
                        .backup(board.database()))
                .getMessage();
        assertTrue(keyless.contains("There are no keys at"), keyless);
        try (var left = Files.list(folder)) {
            assertFalse(left.anyMatch(each ->
                    each.toString().contains("nothing") || each.toString().endsWith(".partial")));
        }
    }

    private Archives archives(Database database, String data, Path file) throws Exception {
        Map<String, String> environment = TestBoard.environment(database);
        environment.put("GUATU_DATA", folder.resolve(data).toString());
        if (data.equals("here")) {
            environment.put(
                    "GUATU_KEYS",
                    TestBoard.folder(board.database()).resolve("keys.json").toString());
        }
        return new Archives(Config.of(environment), file);
    }

    private static JsonNode cards(TestBoard board) throws Exception {
        return board.as(board.person("zhao")).get("/api/board").json().path("cards");
    }

    private static String epoch(TestBoard board) throws Exception {
        return board.as(board.person("zhao"))
                .get("/api/board")
                .json()
                .path("epoch")
                .asText();
    }

    private static long number(Database database, String sql) {
        return TestBoard.number(database, sql);
    }
}
