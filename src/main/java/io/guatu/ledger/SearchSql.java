package io.guatu.ledger;

import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * A search as a statement that asks for what is looked for and nothing else: what is not asked for must not be in it, or the
 * server plans for any of it, and reads the whole ledger for a project's ten entries.
 */
final class SearchSql {
    private final StringBuilder fitting = new StringBuilder("WHERE true\n");
    private final Tuple values = Tuple.tuple();

    SearchSql(Search search) {
        and("seq > ?", search.after());
        and("seq < ?", search.before());
        and("project = ?", search.project() == null ? null : search.project().value());
        and("kind = ?", search.kind());
        and("author_id = ?", search.author());
        // Time never goes back in the ledger: a time is a place in its order.
        and("seq > COALESCE((" + EntrySql.READ_SEQ_BEFORE.replace("$1", "?") + "), 0)", utc(search.from()));
        and("seq <= COALESCE((" + EntrySql.READ_SEQ_BEFORE.replace("$1", "?") + "), 0)", utc(search.to()));
        and(
                "kind <> ALL (?)",
                search.hidden().isEmpty() ? null : search.hidden().toArray(String[]::new));
    }

    /** What is null is not asked for. */
    SearchSql and(String condition, Object value) {
        if (value != null) {
            values.addValue(value);
            fitting.append("  AND ")
                    .append(condition.replace("?", "$" + values.size()))
                    .append('\n');
        }
        return this;
    }

    SearchSql text(String text) {
        return and("(body ILIKE ? OR author_name ILIKE ?)", "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%");
    }

    Tuple values() {
        return values;
    }

    String first(boolean newestFirst, int limit) {
        return EntrySql.COLUMNS + fitting + order(newestFirst) + "LIMIT " + limit + "\n";
    }

    /** The place of the entry that fits after so many that do. */
    String placeAfter(int many, boolean newestFirst) {
        return "SELECT seq\nFROM entry\n" + fitting + order(newestFirst) + "OFFSET " + many + "\nLIMIT 1\n";
    }

    static String order(boolean newestFirst) {
        return "ORDER BY seq" + (newestFirst ? " DESC\n" : "\n");
    }

    private static Object utc(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
