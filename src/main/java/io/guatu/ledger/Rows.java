package io.guatu.ledger;

import io.guatu.domain.Author;
import io.guatu.domain.Entry;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Role;
import io.guatu.domain.Update;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Objects;

/** Database rows as records. */
final class Rows {
    private Rows() {}

    static Head head(Row row) {
        return new Head(
                row.getUUID("epoch"),
                row.getLong("seq"),
                new Seal(row.getString("seal")),
                row.getOffsetDateTime("at").toInstant());
    }

    /** @throws NotUnderstood when this program cannot tell what it says */
    static Entry entry(Row row) {
        long seq = row.getLong("seq");
        Instant at = row.getOffsetDateTime("at").toInstant();
        String project = row.getString("project");
        try {
            return new Entry(
                    seq,
                    project == null ? null : new ProjectId(project),
                    row.getLong("project_seq"),
                    at,
                    author(row),
                    Objects.requireNonNull(Json.read(row.getString("body"), Update.class), "it says nothing"));
        } catch (IllegalArgumentException | NullPointerException fault) {
            throw new NotUnderstood(seq, at, fault.getMessage());
        }
    }

    static Author author(Row row) {
        return new Author(
                row.getString("author_id"),
                Role.valueOf(row.getString("author_role")),
                row.getString("author_name"),
                row.getString("author_company"));
    }
}
