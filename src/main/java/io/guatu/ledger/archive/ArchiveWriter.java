package io.guatu.ledger.archive;

import io.guatu.ledger.Json;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * A tar file, so that anybody can look into it with what every machine has. It is written beside its place and takes it when it
 * is whole and on disk: whoever finds the file has all of it. Only its owner may read it.
 */
final class ArchiveWriter implements Closeable {
    private static final int BUFFER = 64 * 1024;

    private final Path file;
    private final Path partial;
    private final Date made;
    private final FileChannel channel;
    private final TarArchiveOutputStream tar;
    private final Sum sum = new Sum();
    private boolean whole;

    ArchiveWriter(Path file, Instant made) throws IOException {
        this.file = file;
        this.partial = file.resolveSibling(file.getFileName() + ".partial");
        this.made = Date.from(made);
        Files.deleteIfExists(partial);
        channel = FileChannel.open(
                partial,
                EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        tar = new TarArchiveOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER), "UTF-8");
    }

    void add(String name, byte[] bytes, int length) throws IOException {
        sum.member(name, length);
        sum.bytes(bytes, 0, length);
        put(name, bytes, length);
    }

    void add(String name, byte[] bytes) throws IOException {
        add(name, bytes, bytes.length);
    }

    /** What says that it is whole; the file takes its place. @param rows of each table */
    void end(Map<String, Long> rows) throws IOException {
        byte[] end = Json.bytes(new End(sum.hex(), rows));
        put(End.NAME, end, end.length);
        tar.finish();
        tar.flush();
        channel.force(true);
        tar.close();
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        whole = true;
    }

    private void put(String name, byte[] bytes, int length) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(length);
        entry.setModTime(made);
        entry.setMode(0100600);
        tar.putArchiveEntry(entry);
        tar.write(bytes, 0, length);
        tar.closeArchiveEntry();
    }

    /** Leaves nothing behind unless it was ended. */
    @Override
    public void close() throws IOException {
        if (!whole) {
            channel.close();
            Files.deleteIfExists(partial);
        }
    }
}
