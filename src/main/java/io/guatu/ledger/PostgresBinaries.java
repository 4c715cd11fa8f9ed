package io.guatu.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs for this machine, unpacked from the jar once. */
final class PostgresBinaries {
    private static final String SERVER = "bin/postgres";
    private static final String PARTIAL = ".partial";

    private PostgresBinaries() {}

    /**
     * The folder that holds {@code bin/}; unpacks into a folder of its own beside it first, so that a
     * half-unpacked one is never used, nor another program's. Blocks.
     */
    static Path in(Path folder) throws IOException {
        return in(folder, PostgresBinaries::packed);
    }

    /** An archive of programs, as often as somebody unpacks it. */
    interface Packed {
        InputStream open() throws IOException;
    }

    static Path in(Path folder, Packed archive) throws IOException {
        if (Files.isExecutable(folder.resolve(SERVER))) {
            return folder;
        }
        Files.createDirectories(folder.toAbsolutePath().getParent());
        clearAway(folder.toAbsolutePath());
        Path own = Files.createTempDirectory(folder.toAbsolutePath().getParent(), folder.getFileName() + PARTIAL);
        try (InputStream packed = archive.open()) {
            unpack(packed, own);
            Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwxr-xr-x"));
            place(own, folder);
        } finally {
            delete(own);
        }
        return folder;
    }

    /** What starts left that were killed while they unpacked: nobody needs an hour for that. */
    private static void clearAway(Path folder) throws IOException {
        List<Path> partial;
        try (Stream<Path> beside = Files.list(folder.getParent())) {
            partial = beside.filter(each -> each.getFileName().toString().startsWith(folder.getFileName() + PARTIAL))
                    .toList();
        }
        Instant old = Instant.now().minus(Duration.ofHours(1));
        for (Path each : partial) {
            try {
                if (Files.getLastModifiedTime(each).toInstant().isBefore(old)) {
                    delete(each);
                }
            } catch (IOException | UncheckedIOException e) {
                // Whoever starts beside was quicker; and what cannot be cleared keeps nobody from starting.
            }
        }
    }

    /**
     * Two programs that start at once for the first time both unpack; who is second uses what the first one has put there, which
     * may run already. A folder without its programs is an older release's or somebody's accident: it makes way.
     */
    private static void place(Path own, Path folder) throws IOException {
        while (!Files.isExecutable(folder.resolve(SERVER))) {
            try {
                Files.move(own, folder, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException e) {
                if (Files.notExists(folder)) {
                    throw e;
                }
                if (!Files.isExecutable(folder.resolve(SERVER))) {
                    delete(folder);
                }
            }
        }
    }

    private static InputStream packed() throws IOException {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String arch = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        String resource = "/postgres-" + os + "-" + arch + ".txz";
        InputStream packed = PostgresBinaries.class.getResourceAsStream(resource);
        if (packed == null) {
            throw new IOException("There is no embedded PostgreSQL for this machine (" + resource
                    + "): set GUATU_DATABASE_URL to use your own.");
        }
        return packed;
    }

    private static void unpack(InputStream packed, Path folder) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("the archive points outside its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, target);
                    boolean program = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        try {
            deepestFirst.forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
