package io.guatu.ledger.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.ledger.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that somebody made to be taken for archives of a board, with sums that are right. */
class ArchiveReaderTest {
    private static final String BOARD = "{'format':1,'kind':'export','made':'2026-11-26T08:00:00Z','program':'1.0',"
            + "'schema':'1','epoch':'00000000-0000-4000-8000-000000000000','seq':1,'seal':'sha-256:00','tables':[]}";

    private static final int BLOCK = 512;

    @TempDir
    Path folder;

    private final Sum sum = new Sum();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private void add(String name, String text) throws IOException {
        byte[] content = text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        sum.member(name, content.length);
        sum.bytes(content, 0, content.length);
        member(new TarArchiveEntry(name), content);
    }

    private void member(TarArchiveEntry entry, byte[] content) throws IOException {
        ByteArrayOutputStream one = new ByteArrayOutputStream();
        TarArchiveOutputStream tar = new TarArchiveOutputStream(one, BLOCK, "UTF-8");
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
        tar.flush();
        bytes.writeBytes(one.toByteArray());
    }

    private String refused() throws IOException {
        byte[] end = Json.bytes(new End(sum.hex(), Map.of()));
        member(new TarArchiveEntry(End.NAME), end);
        bytes.writeBytes(new byte[2 * BLOCK]);
        Path file = Files.write(folder.resolve("board.tar"), bytes.toByteArray());
        return assertThrows(Damaged.class, () -> Loading.check(file)).getMessage();
    }

    @Test
    void one_that_is_as_we_make_it_is_read() throws IOException {
        add(Contents.NAME, BOARD);
        add("nothing", "of ours");
        byte[] end = Json.bytes(new End(sum.hex(), Map.of()));
        member(new TarArchiveEntry(End.NAME), end);
        Path file = Files.write(folder.resolve("board.tar"), bytes.toByteArray());
        assertEquals(1, Loading.check(file).seq());
    }

    @ParameterizedTest
    @ValueSource(bytes = {TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_DIR, TarConstants.LF_FIFO})
    void what_is_no_plain_file_is_refused(byte kind) throws IOException {
        add(Contents.NAME, BOARD);
        TarArchiveEntry other = new TarArchiveEntry("keys.json", kind);
        other.setLinkName("/etc/passwd");
        sum.member("keys.json", 0);
        member(other, new byte[0]);
        assertTrue(refused().matches(".*keys\\.json/? in it is no plain file\\."));
    }

    /** Half a kilobyte that claims to be a petabyte of zeros. */
    @Test
    void a_file_of_holes_is_refused_at_once() throws IOException {
        add(Contents.NAME, BOARD);
        byte[] header = new byte[BLOCK];
        put(header, 0, "entry/000001.gz");
        put(header, 100, "0000600\0" + "0000000\0" + "0000000\0" + "00000000000\0" + "00000000000\0");
        Arrays.fill(header, 148, 156, (byte) ' ');
        header[156] = TarConstants.LF_GNUTYPE_SPARSE;
        put(header, 257, "ustar  \0");
        put(header, 483, "77777777777\0");
        int check = 0;
        for (byte each : header) {
            check += each & 0xff;
        }
        put(header, 148, "%06o\0 ".formatted(check));
        bytes.writeBytes(header);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertTrue(refused().contains("no plain file"));
        });
    }

    private static void put(byte[] into, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, into, at, bytes.length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{'format':1}",
                "'kind':'export'->'kind':null",
                "'schema':'1'->'schema':'latest'",
                "'schema':'1'->'schema':null",
                "'program':'1.0'->'program':'\u001b[2J'",
                "'seal':'sha-256:00'->'seal':null",
                "'seq':1->'seq':-1",
                "'tables':[]->'tables':[null]",
                "'tables':[]->'tables':null",
                "'made':'2026-11-26T08:00:00Z'->'made':'soon'"
            })
    void what_says_no_board_is_none(String says) throws IOException {
        String[] change = says.split("->");
        add(Contents.NAME, change.length == 2 ? BOARD.replace(change[0], change[1]) : says);
        assertTrue(refused().contains("is no archive of a board"));
    }
}
