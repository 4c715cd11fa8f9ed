package io.guatu.ledger.archive;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.guatu.ledger.Json;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Reads an archive from its beginning; at its end it is known whether every byte was as it was written. */
final class ArchiveReader implements Closeable {
    private static final int BUFFER = 64 * 1024;
    /** What is read whole is small: who says otherwise made no archive of ours. */
    private static final int SMALL = 8 * 1024 * 1024;

    private final Path file;
    private final TarArchiveInputStream tar;
    private final Sum sum = new Sum();
    private final Contents contents;
    private final byte[] skipped = new byte[BUFFER];
    private Member current;
    private End end;

    ArchiveReader(Path file) throws IOException {
        this.file = file;
        try {
            tar = new TarArchiveInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER), "UTF-8");
        } catch (NoSuchFileException e) {
            throw new Damaged("There is no file " + file + ".", e);
        }
        try {
            contents = begin();
        } catch (IOException | RuntimeException e) {
            tar.close();
            throw e instanceof Damaged damaged ? damaged : new Damaged(file + " is no archive of a board.", e);
        }
    }

    /** A part of an archive, to be read before the next one is asked for. */
    final class Member extends InputStream {
        private final String name;

        private Member(String name) {
            this.name = name;
        }

        String name() {
            return name;
        }

        /** In bytes, as it stands in the archive. */
        long size() {
            return tar.getCurrentEntry().getSize();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = tar.read(bytes, from, length);
            if (read > 0) {
                sum.bytes(bytes, from, read);
            }
            return read;
        }

        /** All of it. */
        byte[] small() throws IOException {
            byte[] bytes = readNBytes(SMALL + 1);
            if (bytes.length > SMALL) {
                throw new Damaged(file + " is damaged: " + name + " is too long.");
            }
            return bytes;
        }
    }

    Contents contents() {
        return contents;
    }

    /** After the last member: what it says of all. */
    End end() {
        return end;
    }

    /** Empty after the last. @throws Damaged when it is cut off, or some byte is another than was written */
    Optional<Member> next() throws IOException {
        try {
            while (current != null && current.read(skipped, 0, skipped.length) >= 0) {
                // What was not read counts too.
            }
            return following();
        } catch (Damaged e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new Damaged(file + " is damaged, or cut off: " + e.getMessage(), e);
        }
    }

    private Contents begin() throws IOException {
        Member first = following().orElseThrow(() -> new Damaged(file + " is no archive of a board."));
        if (!first.name().equals(Contents.NAME)) {
            throw new Damaged(file + " is no archive of a board.");
        }
        String text = new String(first.small(), StandardCharsets.UTF_8);
        if (Json.read(text, Format.class).format() > Contents.FORMAT) {
            throw new Damaged(file + " was made by a newer Guatu: use that one.");
        }
        return Json.read(text, Contents.class);
    }

    /** Of a format that is to come nothing else is known. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Format(int format) {}

    private Optional<Member> following() throws IOException {
        TarArchiveEntry entry = tar.getNextEntry();
        if (entry == null) {
            throw new Damaged(file + " is cut off: it has no end.");
        }
        if (!entry.isCheckSumOK()) {
            throw new Damaged(file + " is damaged: " + said(entry) + " is not as it was written.");
        }
        // A link has no bytes, and a sparse file has as many as it claims: a few bytes that are read for ever.
        boolean plain = entry.getLinkFlag() == TarConstants.LF_NORMAL || entry.getLinkFlag() == TarConstants.LF_OLDNORM;
        if (!plain || entry.isSparse()) {
            throw new Damaged(file + " is no archive of a board: " + said(entry) + " in it is no plain file.");
        }
        current = new Member(entry.getName());
        if (!entry.getName().equals(End.NAME)) {
            sum.member(entry.getName(), entry.getSize());
            return Optional.of(current);
        }
        String found = sum.hex();
        end = Json.read(new String(tar.readNBytes(SMALL), StandardCharsets.UTF_8), End.class);
        if (!end.sha256().equals(found)) {
            throw new Damaged(file + " is damaged: it is not as it was written.");
        }
        return Optional.empty();
    }

    /** As a terminal may be told it. */
    private static String said(TarArchiveEntry entry) {
        String name = entry.getName().replaceAll("[^\\w./-]", "?");
        return name.substring(0, Math.min(60, name.length()));
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
