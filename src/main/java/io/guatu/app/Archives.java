package io.guatu.app;

import io.guatu.access.Keys;
import io.guatu.access.Passwords;
import io.guatu.ledger.Database;
import io.guatu.ledger.archive.Contents;
import io.guatu.ledger.archive.Contents.Kind;
import io.guatu.ledger.archive.Loading;
import io.guatu.ledger.archive.Measure;
import io.guatu.ledger.archive.Saving;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** {@code guatu backup}, {@code restore}, {@code export}, {@code import}: for whoever is at the terminal. All of it blocks. */
final class Archives {
    private static final String KEYS = "keys.json";
    private static final String HEADS = HeadFile.NAME;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);

    private final Config config;
    private final Path file;

    /** @param where a file, or the folder for one that is named by the time */
    Archives(Config config, Path where) {
        this.config = config;
        this.file = where.toAbsolutePath().normalize();
    }

    /**
     * All of the board with the keys and the signed heads, which lie outside the database.
     *
     * @return false when the ledger is broken: the file is there, and restores nothing
     */
    boolean backup(Database database) throws IOException, SQLException {
        if (!Files.exists(config.keys())) {
            throw new IOException("There are no keys at " + config.keys()
                    + ", and without them a backup opens no link and no password again: name them by GUATU_KEYS.");
        }
        return save(database, Kind.BACKUP, Map.of(KEYS, config.keys(), HEADS, heads()));
    }

    /** The ledger and its photos: nobody's password, no key. @return false when the ledger is broken */
    boolean export(Database database) throws IOException, SQLException {
        return save(database, Kind.EXPORT, Map.of());
    }

    private boolean save(Database database, Kind kind, Map<String, Path> beside) throws IOException, SQLException {
        String named = kind.name().toLowerCase(Locale.ROOT);
        Path to = Files.isDirectory(file)
                ? file.resolve("guatu-" + named + "-"
                        + ZonedDateTime.now(ZoneOffset.UTC).format(STAMP) + ".tar")
                : file;
        Saving.Saved saved = Saving.to(to, database, kind, beside, Build.VERSIONS.guatu());
        System.out.println(
                to + " holds the board up to entry " + saved.contents().seq() + " (" + Files.size(to) / 1024
                        + " KiB); it was read again" + (saved.fault().isEmpty() ? " and is whole." : "."));
        saved.fault()
                .ifPresent(fault -> System.err.println(
                        fault + " Nothing can be brought back from this file: keep those from before."));
        return saved.fault().isEmpty();
    }

    /** Whether the file is as it was written. */
    void check() throws IOException {
        Contents contents = Loading.check(file);
        System.out.println(file + " is whole: the " + contents.kind().name().toLowerCase(Locale.ROOT)
                + " of a board up to entry " + contents.seq() + ", made " + contents.made() + " by Guatu "
                + contents.program() + ".");
    }

    /** Before anything is touched: the file is whole, it is one of these, and its keys are no others than those that are here. */
    void expect(Kind kind) throws IOException {
        Contents contents = Loading.check(file);
        if (contents.kind() != kind) {
            throw new IOException(
                    kind == Kind.BACKUP
                            ? file + " is an export, which has no passwords and no keys: use import."
                            : file + " is a backup: use restore.");
        }
        byte[] keys = Loading.beside(file, List.of(KEYS)).get(KEYS);
        if (keys != null && Files.exists(config.keys()) && !Arrays.equals(keys, Files.readAllBytes(config.keys()))) {
            throw new IOException(config.keys() + " holds other keys than the backup: move it away first.");
        }
    }

    void restore(Database database) throws IOException, SQLException {
        Map<String, byte[]> beside = Loading.beside(file, List.of(KEYS, HEADS));
        Loading.Loaded loaded = Loading.from(file, database, null, Measure.OWN);
        keep(config.keys(), beside.get(KEYS));
        keep(heads(), beside.get(HEADS));
        told(loaded);
        System.out.println("Everybody logs in again, and every page begins anew. What was told after "
                + loaded.contents().made() + " is gone, revocations of links among it: look them over.");
    }

    /** @param told hears the first password of the office, where the settings name none */
    void bring(Database database, Consumer<String> told) throws Exception {
        String password = config.officePassword().orElseGet(Program::password);
        Loading.Loaded loaded = Loading.from(file, database, hash(password), new BroughtEntries());
        told(loaded);
        System.out.println("Nobody has a password here yet but the office, and old links open nothing.");
        if (config.officePassword().isEmpty()) {
            told.accept(password);
        }
    }

    private String hash(String password) throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            Keys keys = Keys.load(vertx, config.keys());
            return new Passwords(vertx, keys, Passwords.Cost.RECOMMENDED)
                    .hash(password)
                    .await();
        } finally {
            vertx.close().await();
        }
    }

    private static void told(Loading.Loaded loaded) {
        System.out.println("The ledger is whole: " + loaded.entries() + " entries, and "
                + (loaded.photos() - loaded.missing()) + " of the " + loaded.photos() + " photos and "
                + (loaded.forms() - loaded.formsMissing()) + " of the " + loaded.forms()
                + " forms of offices that they name.");
    }

    /** What is there stays: a node's own heads are newer than those of a backup. */
    private static void keep(Path path, byte[] bytes) throws IOException {
        if (bytes == null || Files.exists(path)) {
            return;
        }
        Files.createDirectories(path.getParent());
        Path partial = path.resolveSibling(path.getFileName() + ".partial");
        Files.deleteIfExists(partial);
        Files.createFile(partial, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(partial, bytes);
        Files.move(partial, path);
    }

    private Path heads() {
        return config.data().resolve(HEADS);
    }
}
