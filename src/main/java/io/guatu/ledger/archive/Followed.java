package io.guatu.ledger.archive;

import io.guatu.domain.BoardUpdate.FormReceived;
import io.guatu.domain.PhotoId;
import io.guatu.domain.Update;
import io.guatu.ledger.ChainCheck.Broken;
import io.guatu.ledger.ChainLinks;
import io.guatu.ledger.ChainLinks.Sealed;
import io.guatu.ledger.Seal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The entries of a transaction that is not committed yet, followed along their seals.
 *
 * @param photos how many they name @param missing how many of these are not there
 * @param forms offices' own workbooks that they name @param formsMissing how many of these are not there
 */
record Followed(long entries, long photos, long missing, long forms, long formsMissing) {
    private static final int PAGE = 2_000;
    private static final int ROWS = 200;

    /** Why nobody could be brought back from what is here now; none where the chain is whole. */
    static Optional<String> fault(long seq, Seal seal, Connection owner) throws SQLException {
        try {
            to(seq, seal, Measure.OWN, owner);
            return Optional.empty();
        } catch (Refused e) {
            return Optional.of(e.getMessage());
        }
    }

    /** @throws Refused when an entry is not as it was written, or the last is not this one */
    static Followed to(long seq, Seal seal, Measure measure, Connection owner) throws Refused, SQLException {
        refuseEndless(owner);
        ChainLinks links = new ChainLinks();
        Named named = new Named();
        Set<String> forms = new HashSet<>();
        try (Statement statement = owner.createStatement()) {
            statement.setFetchSize(ROWS);
            try (ResultSet row = statement.executeQuery(ArchiveSql.ENTRIES)) {
                while (row.next()) {
                    Sealed stored = sealed(row);
                    Optional<Broken> broken = links.follow(stored);
                    if (broken.isPresent()) {
                        throw new Refused("The ledger in it is broken: entry "
                                + broken.get().seq() + " " + broken.get().why() + ".");
                    }
                    Update update = links.entry().update();
                    measure.take(stored, links.entry());
                    PhotoId brought = update.brings();
                    if (brought != null) {
                        named.add(row.getString("project"), brought, owner);
                    }
                    if (update instanceof FormReceived received) {
                        forms.add(received.file());
                    }
                }
            }
        }
        if (!links.endAt(seq, seal)) {
            throw new Refused("The ledger in it is broken: it does not end where it says.");
        }
        measure.end();
        named.look(owner);
        return new Followed(
                links.seq(), named.all, named.all - named.there, forms.size(), forms.size() - there(forms, owner));
    }

    /** A town has tens of them. */
    private static long there(Set<String> forms, Connection owner) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(ArchiveSql.FORMS_THERE)) {
            statement.setArray(1, owner.createArrayOf("text", forms.toArray()));
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    private static void refuseEndless(Connection owner) throws Refused, SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet found = statement.executeQuery(ArchiveSql.ENDLESS)) {
            if (found.next()) {
                throw new Refused(
                        "The ledger in it is broken: entry " + found.getLong(1) + " is longer than any can be.");
            }
        }
    }

    /** Photos that entries name, looked up some at a time. */
    private static final class Named {
        private final List<String> projects = new ArrayList<>();
        private final List<String> ids = new ArrayList<>();
        private long all;
        private long there;

        void add(String project, PhotoId id, Connection owner) throws SQLException {
            projects.add(project);
            ids.add(id.value());
            all++;
            if (ids.size() == PAGE) {
                look(owner);
            }
        }

        void look(Connection owner) throws SQLException {
            try (PreparedStatement statement = owner.prepareStatement(ArchiveSql.PHOTOS_THERE)) {
                statement.setArray(1, owner.createArrayOf("text", projects.toArray()));
                statement.setArray(2, owner.createArrayOf("text", ids.toArray()));
                try (ResultSet found = statement.executeQuery()) {
                    found.next();
                    there += found.getLong(1);
                }
            }
            projects.clear();
            ids.clear();
        }
    }

    private static Sealed sealed(ResultSet row) throws SQLException {
        return new Sealed(
                row.getLong("seq"),
                row.getString("project"),
                row.getLong("project_seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("author_id"),
                row.getString("author_role"),
                row.getString("author_name"),
                row.getString("author_company"),
                row.getString("kind"),
                row.getObject("refers", Long.class),
                row.getString("body"),
                row.getString("seal"));
    }
}
