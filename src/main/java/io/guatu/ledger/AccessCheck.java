package io.guatu.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/**
 * Reads the access log from its oldest row that is kept and checks that nothing was changed, or cut out of it. The oldest one
 * follows what was forgotten, so its own mark cannot be checked.
 */
public final class AccessCheck {
    private static final int PAGE = 5_000;

    private final Pool pool;
    private final AccessMarks marks;
    private long id;
    private long checked;
    private long unknown;
    private String mac;
    private Long broken;

    public AccessCheck(Pool pool, AccessMarks marks) {
        this.pool = pool;
        this.marks = marks;
    }

    /** @param checked rows @param unknown rows of them whose key is no more @param broken the first that is not as it was written */
    public record Result(long checked, long unknown, Optional<Long> broken) {}

    public Future<Result> run() {
        return Loop.whileTrue(() -> pool.preparedQuery(AccessSql.READ_MARKED)
                        .execute(Tuple.of(id, PAGE))
                        .map(rows -> rows.size() > 0 && follow(rows)))
                .compose(read -> pool.query(AccessSql.READ_HEAD).execute())
                .map(head -> {
                    Row end = head.iterator().next();
                    if (broken == null
                            && mac != null
                            && (end.getLong("id") != id || !end.getString("mac").equals(mac))) {
                        broken = id + 1;
                    }
                    return new Result(checked, unknown, Optional.ofNullable(broken));
                });
    }

    private boolean follow(RowSet<Row> rows) {
        for (Row row : rows) {
            AccessRow next = AccessLog.row(row);
            String stored = row.getString("mac");
            Optional<String> right =
                    mac == null ? Optional.of(stored) : marks.mark(row.getString("kid"), next.marked(mac));
            if (mac != null && next.id() != id + 1
                    || right.isPresent() && !right.get().equals(stored)) {
                broken = mac == null ? next.id() : id + 1;
                return false;
            }
            unknown += right.isEmpty() ? 1 : 0;
            checked++;
            id = next.id();
            mac = stored;
        }
        return true;
    }
}
