package io.guatu.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With an archive of one small program: the one in the jar is unpacked by whatever starts on a machine that has never seen it. */
class PostgresBinariesTest {
    @TempDir
    Path folder;

    @Test
    void who_start_together_for_the_first_time_have_the_same_programs() throws Exception {
        Path programs = folder.resolve("new").resolve("postgres-programs");
        byte[] archive = archive();
        CyclicBarrier bothUnpack = new CyclicBarrier(2);
        List<CompletableFuture<Path>> starts = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> unpacked(programs, archive, bothUnpack), task -> new Thread(task).start()))
                .toList();
        for (CompletableFuture<Path> start : starts) {
            assertEquals(programs, start.join());
        }
        assertEquals(0, exit(programs));
        assertEquals(List.of(programs), beside(programs));
    }

    @Test
    void a_folder_without_its_programs_makes_way_and_what_a_start_left_that_was_killed_but_not_anothers_work()
            throws Exception {
        Path programs = folder.resolve("postgres-programs");
        Files.createDirectories(programs.resolve("bin"));
        Files.writeString(programs.resolve("bin/left"), "half of an unpacking");
        Path left = Files.createDirectories(folder.resolve("postgres-programs.partial1"));
        Files.writeString(left.resolve("some"), "half of an unpacking");
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        Path anothers = Files.createDirectories(folder.resolve("postgres-programs.partial2"));
        byte[] archive = archive();
        PostgresBinaries.in(programs, () -> new ByteArrayInputStream(archive));
        assertTrue(Files.isExecutable(programs.resolve("bin/postgres")));
        assertTrue(Files.notExists(programs.resolve("bin/left")));
        assertTrue(Files.notExists(left));
        assertTrue(Files.exists(anothers));
    }

    private static Path unpacked(Path programs, byte[] archive, CyclicBarrier bothUnpack) {
        try {
            return PostgresBinaries.in(programs, () -> {
                together(bothUnpack);
                return new ByteArrayInputStream(archive);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void together(CyclicBarrier all) {
        try {
            all.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] archive() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new XZCompressorOutputStream(bytes))) {
            byte[] program = "#!/bin/sh\nexit 0\n".getBytes(StandardCharsets.UTF_8);
            TarArchiveEntry entry = new TarArchiveEntry("bin/postgres");
            entry.setMode(0755);
            entry.setSize(program.length);
            tar.putArchiveEntry(entry);
            tar.write(program);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    private static int exit(Path programs) throws Exception {
        return new ProcessBuilder(programs.resolve("bin/postgres").toString(), "--version")
                .redirectErrorStream(true)
                .start()
                .waitFor();
    }

    private static List<Path> beside(Path programs) throws IOException {
        try (Stream<Path> left = Files.list(programs.getParent())) {
            return left.toList();
        }
    }
}
