package io.guatu.ledger;

import io.guatu.domain.Author;
import io.guatu.domain.Entry;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Role;
import io.guatu.domain.Update;
import io.vertx.sqlclient.Row;

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

    static Entry entry(Row row) {
        String project = row.getString("project");
        return new Entry(
                row.getLong("seq"),
                project == null ? null : new ProjectId(project),
                row.getLong("project_seq"),
                row.getOffsetDateTime("at").toInstant(),
                author(row),
                Json.read(row.getString("body"), Update.class));
    }

    static Author author(Row row) {
        return new Author(
                row.getString("author_id"),
                Role.valueOf(row.getString("author_role")),
                row.getString("author_name"),
                row.getString("author_company"));
    }
}
