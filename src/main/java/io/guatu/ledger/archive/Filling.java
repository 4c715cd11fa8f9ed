package io.guatu.ledger.archive;

import io.guatu.ledger.archive.ArchiveReader.Member;
import io.guatu.ledger.archive.Contents.Table;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Fills tables from an archive's members, one table after the other. */
final class Filling {
    private static final int BUFFER = 64 * 1024;

    private final Connection owner;
    private final Map<String, Table> tables = new HashMap<>();
    private final Map<String, Long> rows = new HashMap<>();
    private final Unpacking unpacking = new Unpacking();
    private final byte[] buffer = new byte[BUFFER];
    private String name;
    private CopyIn copy;

    Filling(Connection owner, List<Table> all) throws SQLException {
        this.owner = owner;
        String[] quoted = all.stream().map(Tables::quoted).toArray(String[]::new);
        try (Statement statement = owner.createStatement()) {
            // What the migrations put there is in the archive as it became.
            statement.execute("TRUNCATE " + String.join(", ", quoted) + " CASCADE");
        }
        all.forEach(table -> {
            tables.put(table.name(), table);
            rows.put(table.name(), 0L);
        });
    }

    /** What is no table's is not for us. */
    void take(Member member) throws IOException, SQLException {
        int slash = member.name().indexOf('/');
        Table table = slash < 0 ? null : tables.get(member.name().substring(0, slash));
        if (table == null) {
            return;
        }
        if (!table.name().equals(name)) {
            finish();
            name = table.name();
            copy = owner.unwrap(PGConnection.class).getCopyAPI().copyIn(Tables.copyIn(table));
        }
        unpacking.begin(member.name(), member.size());
        InputStream in = Tables.binary(table) ? member : new GZIPInputStream(member, BUFFER);
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            unpacking.more(read);
            copy.writeToCopy(buffer, 0, read);
        }
    }

    /** How many rows each table got. */
    Map<String, Long> end() throws SQLException {
        finish();
        return rows;
    }

    private void finish() throws SQLException {
        if (copy != null) {
            rows.merge(name, copy.endCopy(), Long::sum);
        }
    }
}
