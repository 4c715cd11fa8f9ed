package io.guatu.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * What was told of each project, beside the ledger: one for all nodes, moved in the same transaction in which the news goes into
 * the outbox. A mark is text that this room does not read.
 */
public final class TidingMarks {
    private final Pool pool;

    public TidingMarks(Pool pool) {
        this.pool = pool;
    }

    /** Up to which entry of which past events were looked at. */
    public record Cursor(UUID epoch, long seq) {}

    /** What a board says of its projects: their marks, and on which day and at which entry that is so. */
    public record Said(Map<String, String> marks, LocalDate day, long seq) {
        public Said {
            marks = new TreeMap<>(marks);
        }
    }

    /** What is to be told, whom, of these projects, whose earlier marks (of those that have one) were these. */
    public interface News {
        List<Outbox.Letter> of(Set<String> projects, Map<String, String> before, List<Receivers.Kept> receivers);
    }

    public Future<Optional<Cursor>> cursor() {
        return pool.preparedQuery(OutboxSql.CURSOR).execute().map(rows -> rows.stream()
                .findFirst()
                .map(row -> new Cursor(row.getUUID("epoch"), row.getLong("seq"))));
    }

    public Future<Void> move(Cursor cursor) {
        return move(pool, cursor);
    }

    /** Everything that is so counts as known, and nothing of it is told: a first start, or another past. */
    public Future<Void> begin(Said said, Cursor cursor) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(OutboxSql.FORGET_MARKS)
                .execute()
                .compose(forgotten -> set(connection, said))
                .compose(set -> move(connection, cursor)));
    }

    public Future<Map<String, String>> all() {
        return pool.preparedQuery(OutboxSql.ALL_MARKS).execute().map(rows -> {
            Map<String, String> marks = new TreeMap<>();
            rows.forEach(row -> marks.put(row.getString("project"), row.getString("mark")));
            return marks;
        });
    }

    /**
     * Moves the marks of these projects, and puts into the outbox what {@code news} makes of those that were there and of the
     * receivers. What another node has said of a later board stays.
     *
     * @param news is not asked about a project of which another node has said more
     */
    public Future<Void> advance(Said said, News news) {
        String[] projects = said.marks().keySet().toArray(String[]::new);
        return pool.withTransaction(connection -> connection
                .preparedQuery(OutboxSql.MARKS)
                .execute(Tuple.tuple().addArrayOfString(projects))
                .compose(rows -> {
                    Map<String, String> before = new TreeMap<>();
                    Map<String, String> mine = new TreeMap<>(said.marks());
                    for (Row row : rows) {
                        if (later(row, said)) {
                            mine.remove(row.getString("project"));
                        } else {
                            before.put(row.getString("project"), row.getString("mark"));
                        }
                    }
                    Said told = new Said(mine, said.day(), said.seq());
                    return receivers(connection)
                            .compose(receivers -> Outbox.put(connection, news.of(mine.keySet(), before, receivers)))
                            .compose(put -> set(connection, told));
                }));
    }

    /** The receivers and what they are told of events, in one transaction. */
    public Future<Void> happened(Function<List<Receivers.Kept>, List<Outbox.Letter>> news, Cursor cursor) {
        return pool.withTransaction(connection -> receivers(connection)
                .compose(receivers -> Outbox.put(connection, news.apply(receivers)))
                .compose(put -> move(connection, cursor)));
    }

    private static boolean later(Row row, Said said) {
        int days = row.getLocalDate("day").compareTo(said.day());
        return days > 0 || days == 0 && row.getLong("seq") > said.seq();
    }

    private static Future<List<Receivers.Kept>> receivers(SqlConnection connection) {
        return connection.preparedQuery(OutboxSql.RECEIVERS).execute().map(rows -> rows.stream()
                .map(Receivers.Kept::of)
                .toList());
    }

    private static Future<Void> set(SqlConnection connection, Said said) {
        if (said.marks().isEmpty()) {
            return Future.succeededFuture();
        }
        Tuple row = Tuple.tuple()
                .addArrayOfString(said.marks().keySet().toArray(String[]::new))
                .addArrayOfString(said.marks().values().toArray(String[]::new))
                .addLocalDate(said.day())
                .addLong(said.seq());
        return connection.preparedQuery(OutboxSql.SET_MARKS).execute(row).mapEmpty();
    }

    private static Future<Void> move(SqlClient client, Cursor cursor) {
        return client.preparedQuery(OutboxSql.MOVE_CURSOR)
                .execute(Tuple.of(cursor.epoch(), cursor.seq()))
                .mapEmpty();
    }
}
