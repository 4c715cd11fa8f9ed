package io.guatu.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the whole ledger and checks that nothing was changed, removed or put between. */
public final class ChainCheck {
    private static final int PAGE = 5_000;

    private final Pool pool;
    private final Map<String, Long> positions = new HashMap<>();
    private Seal seal = Seal.NONE;
    private long seq;

    public ChainCheck(Pool pool) {
        this.pool = pool;
    }

    /** @param entries how many entries were read @param broken the first entry that is not as it was written */
    public record Result(long entries, Optional<Broken> broken) {}

    public record Broken(long seq, String why) {}

    /** May be called once. */
    public Future<Result> run() {
        return pool.preparedQuery(Sql.READ_AFTER).execute(Tuple.of(seq, PAGE)).compose(rows -> {
            for (Row row : rows) {
                Optional<Broken> broken = follow(row);
                if (broken.isPresent()) {
                    return Future.succeededFuture(new Result(seq, broken));
                }
            }
            return rows.size() == 0 ? end() : run();
        });
    }

    private Optional<Broken> follow(Row row) {
        long expected = seq + 1;
        if (row.getLong("seq") != expected) {
            return Optional.of(new Broken(expected, "is missing"));
        }
        String project = row.getString("project");
        long position = row.getLong("project_seq");
        if (project != null && position != positions.merge(project, 1L, Long::sum)) {
            return Optional.of(new Broken(expected, "has a wrong position in project " + project));
        }
        seal = seal.then(
                expected,
                project,
                position,
                row.getOffsetDateTime("at").toInstant(),
                Rows.author(row),
                row.getString("body"));
        if (!seal.hex().equals(row.getString("seal"))) {
            return Optional.of(new Broken(expected, "does not match its seal"));
        }
        seq = expected;
        return Optional.empty();
    }

    private Future<Result> end() {
        return new PgLedger(pool).head().map(head -> {
            if (head.seq() > seq) {
                return new Result(seq, Optional.of(new Broken(seq + 1, "is missing")));
            }
            boolean same = head.seq() == seq && head.seal().equals(seal);
            return new Result(
                    seq,
                    same ? Optional.empty() : Optional.of(new Broken(seq, "is not the entry that the head names")));
        });
    }
}
