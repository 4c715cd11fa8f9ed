package io.guatu.ledger.archive;

import io.guatu.ledger.Database;
import io.guatu.ledger.Json;
import io.guatu.ledger.Seal;
import io.guatu.ledger.archive.Contents.Kind;
import io.guatu.ledger.archive.Contents.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Writes a board into a file, as it is at one moment, while it goes on. */
public final class Saving {
    private static final int CHUNK = 4 * 1024 * 1024;

    private final Connection owner;
    private final ArchiveWriter archive;
    private final Map<String, Long> rows = new LinkedHashMap<>();

    private Saving(Connection owner, ArchiveWriter archive) {
        this.owner = owner;
        this.archive = archive;
    }

    /**
     * What is in a file, which was read again after it was written.
     *
     * @param fault why nobody could be brought back from it, since the ledger itself is broken; none where it is whole
     */
    public record Saved(Contents contents, Optional<String> fault) {}

    /**
     * @param beside small files that belong to the board, by their names in the archive
     * @param program the version that makes it
     * @throws IOException with a sentence as its message; then there is no such file, or still the one that was there
     */
    public static Saved to(Path file, Database database, Kind kind, Map<String, Path> beside, String program)
            throws IOException, SQLException {
        Instant made = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Optional<String> fault;
        try (Connection owner = database.connect();
                ArchiveWriter archive = new ArchiveWriter(file, made)) {
            owner.setAutoCommit(false);
            owner.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            owner.setReadOnly(true);
            fault = new Saving(owner, archive).run(kind, beside, made, program);
        } catch (Refused e) {
            throw e;
        } catch (IOException e) {
            throw new Refused(
                    "The file " + file + " could not be written: " + e.getMessage() + ". Nothing of it is left.");
        }
        return new Saved(Loading.check(file), fault);
    }

    private Optional<String> run(Kind kind, Map<String, Path> beside, Instant made, String program)
            throws IOException, SQLException {
        if (!Loading.there(owner, ArchiveSql.HAS_SCHEMA)) {
            throw new Refused("There is no board here yet.");
        }
        List<Table> tables = Tables.of(owner, kind);
        Contents contents = contents(kind, made, program, tables);
        archive.add(Contents.NAME, Json.bytes(contents));
        for (Map.Entry<String, Path> small : beside.entrySet()) {
            if (Files.exists(small.getValue())) {
                archive.add(small.getKey(), Files.readAllBytes(small.getValue()));
            }
        }
        for (Table table : tables) {
            copy(table);
        }
        Optional<String> fault = Followed.fault(contents.seq(), new Seal(contents.seal()), owner);
        owner.rollback(); // nothing was changed
        archive.end(rows);
        return fault;
    }

    private Contents contents(Kind kind, Instant made, String program, List<Table> tables)
            throws Refused, SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet standing = statement.executeQuery(ArchiveSql.STANDING)) {
            standing.next();
            if (kind == Kind.EXPORT && standing.getLong("seq") == 0) {
                throw new Refused("Nothing was told to this board yet: there is nothing to export.");
            }
            return new Contents(
                    Contents.FORMAT,
                    kind,
                    made,
                    program,
                    standing.getString("schema"),
                    standing.getObject("epoch", UUID.class),
                    standing.getLong("seq"),
                    standing.getString("seal"),
                    tables);
        }
    }

    private void copy(Table table) throws IOException, SQLException {
        CopyOut copy = owner.unwrap(PGConnection.class).getCopyAPI().copyOut(Tables.copyOut(table));
        Chunk chunk = new Chunk(table);
        int number = 0;
        try {
            for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                chunk.out.write(row);
                chunk.taken += row.length;
                if (chunk.taken >= CHUNK) {
                    put(chunk, ++number);
                    chunk = new Chunk(table);
                }
            }
        } catch (IOException e) {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
            throw e;
        }
        if (chunk.taken > 0) {
            put(chunk, ++number);
        }
        rows.put(table.name(), copy.getHandledRowCount());
    }

    private void put(Chunk chunk, int number) throws IOException {
        chunk.out.close();
        archive.add(
                chunk.table.name() + "/" + "%06d".formatted(number) + (Tables.binary(chunk.table) ? ".bin" : ".gz"),
                chunk.bytes.array(),
                chunk.bytes.size());
    }

    /** Some rows, compressed where that helps. */
    private static final class Chunk {
        private final Table table;
        private final Bytes bytes = new Bytes();
        private final OutputStream out;
        private int taken;

        Chunk(Table table) throws IOException {
            this.table = table;
            this.out = Tables.binary(table) ? bytes : new GZIPOutputStream(bytes);
        }
    }
}
