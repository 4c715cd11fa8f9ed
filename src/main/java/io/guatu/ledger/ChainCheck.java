package io.guatu.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.domain.Author;
import io.guatu.domain.Role;
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

    /** May be called once. What is written meanwhile is not looked at. */
    public Future<Result> run() {
        return new PgLedger(pool).head().compose(this::run);
    }

    private Future<Result> run(Head head) {
        return pool.preparedQuery(Sql.READ_AFTER).execute(Tuple.of(seq, PAGE)).compose(rows -> {
            for (Row row : rows) {
                if (seq == head.seq()) {
                    return Future.succeededFuture(end(head));
                }
                Optional<Broken> broken = follow(row);
                if (broken.isPresent()) {
                    return Future.succeededFuture(new Result(seq, broken));
                }
            }
            return rows.size() == 0 ? Future.succeededFuture(end(head)) : run(head);
        });
    }

    private Optional<Broken> follow(Row row) {
        long expected = seq + 1;
        if (row.getLong("seq") != expected) {
            return Optional.of(new Broken(expected, "is missing"));
        }
        Author author = Rows.author(row);
        // The seal of nobody's company is that of a company called "-"; only contractors have one, and all of them
        // have.
        if ((author.company() == null) == (author.role() == Role.CONTRACTOR)) {
            return Optional.of(new Broken(expected, "has an author who cannot be"));
        }
        // The kind stands beside the body for the searches, and is not sealed itself.
        if (!Json.read(row.getString("body"), JsonNode.class)
                .path("kind")
                .asText()
                .equals(row.getString("kind"))) {
            return Optional.of(new Broken(expected, "is called another kind than it is"));
        }
        String project = row.getString("project");
        long position = row.getLong("project_seq");
        if (project != null && position != positions.merge(project, 1L, Long::sum)) {
            return Optional.of(new Broken(expected, "has a wrong position in project " + project));
        }
        seal = seal.then(
                expected, project, position, row.getOffsetDateTime("at").toInstant(), author, row.getString("body"));
        if (!seal.hex().equals(row.getString("seal"))) {
            return Optional.of(new Broken(expected, "does not match its seal"));
        }
        seq = expected;
        return Optional.empty();
    }

    private Result end(Head head) {
        if (head.seq() > seq) {
            return new Result(seq, Optional.of(new Broken(seq + 1, "is missing")));
        }
        boolean same = head.seq() == seq && head.seal().equals(seal);
        return new Result(
                seq, same ? Optional.empty() : Optional.of(new Broken(seq, "is not the entry that the head names")));
    }
}
