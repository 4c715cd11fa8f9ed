package io.guatu.app;

import io.guatu.access.HeadSignatures;
import io.guatu.access.HeadSignatures.Signed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Signed heads, a line each, oldest first, in the data folder and so outside the database. Methods block. */
final class HeadFile {
    static final String NAME = "heads.txt";
    /** A line an hour for a quarter of a year. */
    private static final int KEPT = 2_200;

    private final Path file;
    private final HeadSignatures signatures;

    HeadFile(Path data, HeadSignatures signatures) {
        this.file = data.resolve(NAME);
        this.signatures = signatures;
    }

    Path path() {
        return file;
    }

    /** Those that a key of ours signed, oldest first; none when there is no file. */
    List<Signed> read() throws IOException {
        List<Signed> heads = new ArrayList<>();
        for (String line : lines()) {
            Optional<Signed> signed = signatures.read(line);
            signed.ifPresent(heads::add);
        }
        return heads;
    }

    /** The newest of this epoch that a key of ours signed. */
    Optional<Signed> newest(UUID epoch) throws IOException {
        List<String> lines = lines();
        for (int i = lines.size() - 1; i >= 0; i--) {
            // Most signatures need not be checked to see that they are of another ledger.
            Optional<Signed> signed =
                    HeadSignatures.speaksOf(lines.get(i), epoch) ? signatures.read(lines.get(i)) : Optional.empty();
            if (signed.isPresent()) {
                return signed;
            }
        }
        return Optional.empty();
    }

    /** On disk when it returns. Of the oldest lines some are dropped when there are very many. */
    void add(String line) throws IOException {
        Files.createDirectories(file.getParent());
        List<String> before = lines();
        if (before.size() >= KEPT) {
            Path shorter = file.resolveSibling(NAME + ".new");
            Files.write(shorter, before.subList(KEPT / 2, before.size()));
            Files.move(shorter, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
            channel.force(false);
        }
    }

    private List<String> lines() throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
