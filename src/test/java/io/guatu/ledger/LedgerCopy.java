package io.guatu.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Adds very many entries to a ledger that nobody uses, by its owner: numbered, timed and sealed as any other, and copied in a
 * stream. All in one transaction.
 */
public final class LedgerCopy implements AutoCloseable {
    private static final int TOGETHER = 2_000;
    private static final String ENTRIES = """
            COPY guatu.entry (seq, project, project_seq, at, author_id, author_role, author_name, author_company, kind, body, refers,
                              seal)
            FROM STDIN
            """;
    /** What is not needed for being right is made at the end. */
    private static final String INDEXES = """
            SELECT c.relname, pg_get_indexdef(c.oid)
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            WHERE i.indrelid = 'guatu.entry'::regclass AND NOT i.indisprimary
            """;
    /** Whoever wrote of late may send it again. */
    private static final String KEYS = """
            INSERT INTO guatu.idempotency (author, key, fingerprint, seq)
            SELECT author_id, 'grown-' || seq, repeat('0', 64), seq
            FROM guatu.entry
            WHERE at > (SELECT at FROM guatu.head) - interval '90 days'
            ON CONFLICT DO NOTHING
            """;

    private final Connection owner;
    private final List<String> indexes = new ArrayList<>();
    private final CopyIn copy;
    private Batch batch;

    public LedgerCopy(Connection owner) throws SQLException {
        this.owner = owner;
        owner.setAutoCommit(false);
        try (Statement statement = owner.createStatement()) {
            try (ResultSet found = statement.executeQuery(INDEXES)) {
                while (found.next()) {
                    indexes.add(found.getString(2));
                }
            }
            for (String index : indexes) {
                statement.execute("DROP INDEX guatu." + index.replaceAll(".* INDEX (\\S+) ON .*", "$1"));
            }
            try (ResultSet head = statement.executeQuery("SELECT seq, seal, at FROM guatu.head")) {
                head.next();
                batch = new Batch(new Head(
                        new UUID(0, 0),
                        head.getLong(1),
                        new Seal(head.getString(2)),
                        head.getObject(3, OffsetDateTime.class).toInstant()));
            }
        }
        copy = owner.unwrap(PGConnection.class).getCopyAPI().copyIn(ENTRIES);
    }

    /** The seq of the entry that will be added next. */
    public long next() {
        return batch.head().seq() + 1;
    }

    public void add(NewEntry entry) {
        batch.add(entry);
        if (batch.lines().size() == TOGETHER) {
            flush();
        }
    }

    private void flush() {
        StringBuilder rows = new StringBuilder(TOGETHER * 500);
        for (Batch.Line line : batch.lines()) {
            var entry = line.entry();
            field(rows, Long.toString(entry.seq()));
            field(rows, entry.project() == null ? null : entry.project().value());
            field(rows, Long.toString(entry.projectSeq()));
            field(rows, entry.at().toString());
            field(rows, entry.by().id());
            field(rows, entry.by().role().name());
            field(rows, entry.by().name());
            field(rows, entry.by().company());
            field(rows, Json.kind(entry.update().getClass()));
            field(rows, line.body());
            Long answers = entry.update().answers();
            field(rows, answers == null ? null : answers.toString());
            rows.append(line.seal().text()).append('\n');
        }
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        batch = new Batch(batch.head());
    }

    private static void field(StringBuilder rows, String value) {
        if (value == null) {
            rows.append("\\N");
        } else {
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                switch (c) {
                    case '\\' -> rows.append("\\\\");
                    case '\n' -> rows.append("\\n");
                    case '\t' -> rows.append("\\t");
                    case '\r' -> rows.append("\\r");
                    default -> rows.append(c);
                }
            }
        }
        rows.append('\t');
    }

    /** Commits. */
    @Override
    public void close() throws SQLException {
        flush();
        copy.endCopy();
        try (Statement statement = owner.createStatement()) {
            Head head = batch.head();
            statement.execute("UPDATE guatu.head SET seq = " + head.seq() + ", seal = '"
                    + head.seal().text() + "', at = '" + head.at() + "'");
            statement.execute(KEYS);
            // Nothing of it is news that somebody missed.
            statement.execute("DELETE FROM guatu.tiding_cursor");
            statement.execute("SET maintenance_work_mem = '1GB'");
            for (String index : indexes) {
                statement.execute(index);
            }
            owner.commit();
            owner.setAutoCommit(true);
            statement.execute("VACUUM ANALYZE guatu.entry");
            statement.execute("VACUUM ANALYZE guatu.idempotency");
        }
    }
}
