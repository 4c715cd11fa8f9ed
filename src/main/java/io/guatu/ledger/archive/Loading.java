package io.guatu.ledger.archive;

import io.guatu.ledger.Database;
import io.guatu.ledger.Seal;
import io.guatu.ledger.archive.ArchiveReader.Member;
import io.guatu.ledger.archive.Contents.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads an archive into a database with nothing in it, all of it or nothing, and lets nobody in before the chain of seals was
 * followed from its first entry to the one that the archive names.
 */
public final class Loading {
    private final Connection owner;
    private final Contents contents;
    private final Measure measure;

    private Loading(Connection owner, Contents contents, Measure measure) {
        this.owner = owner;
        this.contents = contents;
        this.measure = measure;
    }

    /**
     * What came of it.
     *
     * @param photos how many the entries name @param missing how many of these the archive does not have
     * @param forms offices' own workbooks that they name @param formsMissing how many of these it does not have
     */
    public record Loaded(Contents contents, long entries, long photos, long missing, long forms, long formsMissing) {}

    /** Reads all of it. @throws Damaged when it is cut off, or not as it was written */
    public static Contents check(Path file) throws IOException {
        try (ArchiveReader archive = new ArchiveReader(file)) {
            while (archive.next().isPresent()) {
                // Reading is what finds out.
            }
            return archive.contents();
        }
    }

    /** The small files beside the tables, by their names. @param names those that are looked for */
    public static Map<String, byte[]> beside(Path file, List<String> names) throws IOException {
        Map<String, byte[]> found = new HashMap<>();
        try (ArchiveReader archive = new ArchiveReader(file)) {
            for (Optional<Member> next = archive.next(); next.isPresent(); next = archive.next()) {
                Member member = next.get();
                if (names.contains(member.name())) {
                    found.put(member.name(), member.small());
                } else if (member.name().indexOf('/') > 0) {
                    break; // the tables come after them
                }
            }
        }
        return found;
    }

    /**
     * @param office the hash of the first password of the account {@code office}, for an export, which brings none
     * @param measure of what another board wrote
     * @throws Refused when the database is not empty, or the archive's ledger is not whole
     */
    public static Loaded from(Path file, Database database, String office, Measure measure)
            throws IOException, SQLException {
        Contents contents = check(file);
        prepare(database, contents);
        try (Connection owner = database.connect();
                ArchiveReader archive = new ArchiveReader(file)) {
            owner.setAutoCommit(false);
            return new Loading(owner, contents, measure).run(archive, office);
        }
    }

    /** Brings an empty database to where that of the archive was: its rows fit there, and later migrations know them. */
    private static void prepare(Database database, Contents contents) throws Refused, SQLException {
        try (Connection owner = database.connect()) {
            if (there(owner, ArchiveSql.HAS_SCHEMA)) {
                refuseUnlessEmpty(owner);
                if (!contents.schema().equals(schema(owner))) {
                    execute(owner, ArchiveSql.DROP_EMPTY);
                }
            }
        }
        if (!database.migrate(contents.schema())) {
            throw new Refused("It was made by a newer Guatu (" + contents.program() + "): use that one.");
        }
    }

    private static String schema(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet standing = statement.executeQuery(ArchiveSql.STANDING)) {
            return standing.next() ? standing.getString("schema") : null;
        }
    }

    private static void refuseUnlessEmpty(Connection owner) throws Refused, SQLException {
        if (!there(owner, ArchiveSql.IS_EMPTY)) {
            throw new Refused(
                    "There is a board already: give it a database, or a data folder (GUATU_DATA), with nothing in it.");
        }
    }

    private Loaded run(ArchiveReader archive, String office) throws IOException, SQLException {
        execute(owner, ArchiveSql.ALONE);
        refuseUnlessEmpty(owner);
        Filling filling = new Filling(owner, known());
        for (Optional<Member> next = archive.next(); next.isPresent(); next = archive.next()) {
            filling.take(next.get());
        }
        Map<String, Long> rows = filling.end();
        if (!rows.equals(archive.end().rows())) {
            throw new Damaged("It is damaged: it has not as many rows as it says.");
        }
        if (contents.kind() == Kind.EXPORT) {
            execute(owner, ArchiveSql.MOVE_HEAD);
            execute(owner, ArchiveSql.BEGUN);
            credential(office);
        } else {
            execute(owner, ArchiveSql.RENEW);
        }
        Followed followed = Followed.to(contents.seq(), new Seal(contents.seal()), measure, owner);
        head();
        goOnNumbering();
        owner.commit();
        return new Loaded(
                contents,
                followed.entries(),
                followed.photos(),
                followed.missing(),
                followed.forms(),
                followed.formsMissing());
    }

    /** The archive's tables, of which this database has every one, by name and by column. */
    private List<Contents.Table> known() throws Refused, SQLException {
        List<Contents.Table> here = Tables.of(owner, contents.kind());
        if (!here.containsAll(contents.tables())) {
            throw new Refused("It has tables that a board of its version does not have.");
        }
        return contents.tables();
    }

    private void head() throws Refused, SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet head = statement.executeQuery(ArchiveSql.HEAD)) {
            if (!head.next()
                    || head.getLong(1) != contents.seq()
                    || !contents.seal().equals(head.getString(2))) {
                throw new Refused("The ledger in it is broken: its head is another than it says.");
            }
        }
    }

    private void credential(String office) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(ArchiveSql.OFFICE)) {
            statement.setString(1, office);
            statement.executeUpdate();
        }
    }

    private void goOnNumbering() throws SQLException {
        List<String[]> columns = new ArrayList<>();
        try (Statement statement = owner.createStatement();
                ResultSet found = statement.executeQuery(ArchiveSql.NUMBERED)) {
            while (found.next()) {
                columns.add(new String[] {found.getString(1), found.getString(2), found.getString(3)});
            }
        }
        for (String[] column : columns) {
            String next = ArchiveSql.GO_ON_NUMBERING.formatted(column[0], column[2]);
            try (PreparedStatement statement = owner.prepareStatement(next)) {
                statement.setString(1, column[0]);
                statement.setString(2, column[1]);
                statement.execute();
            }
        }
    }

    static boolean there(Connection owner, String question) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getBoolean(1);
        }
    }

    private static void execute(Connection owner, String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
