package io.guatu.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.domain.Author;
import io.guatu.domain.Role;
import io.guatu.domain.Update;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads the ledger from its beginning and checks that nothing was changed, removed or put between. Remembers how far it
 * came: another run reads only what was added since.
 */
public final class ChainCheck {
    private static final int PAGE = 5_000;

    private final Vertx vertx;
    private final Pool pool;
    private final Map<String, Long> positions = new HashMap<>();
    private Seal seal = Seal.NONE;
    private long seq;

    public ChainCheck(Vertx vertx, Pool pool) {
        this.vertx = vertx;
        this.pool = pool;
    }

    /** @param entries how many entries are as they were written @param broken the first that is not */
    public record Result(long entries, Optional<Broken> broken) {}

    public record Broken(long seq, Why why) {}

    /** What is wrong with an entry, said of its number. */
    public enum Why {
        MISSING("is missing"),
        POSITION("has a wrong position in its project"),
        AUTHOR("has an author who cannot be"),
        KIND("is called another kind than it is"),
        REFERS("is said to answer another entry than it does"),
        SEAL("does not match its seal"),
        HEAD("is not the entry that the head names");

        private final String words;

        Why(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** One run at a time. */
    public Future<Result> run() {
        return read(0);
    }

    /** @param promised an entry that the head has named, so that it must be there */
    private Future<Result> read(long promised) {
        return pool.preparedQuery(EntrySql.READ_SEALED)
                .execute(Tuple.of(seq, PAGE))
                .compose(rows -> {
                    if (rows.size() == 0) {
                        return promised > seq ? broken(seq + 1, Why.MISSING) : end();
                    }
                    // A hash an entry: not on the event loop.
                    return vertx.executeBlocking(() -> follow(rows))
                            .compose(broken ->
                                    broken.isPresent() ? Future.succeededFuture(new Result(seq, broken)) : read(0));
                });
    }

    private Optional<Broken> follow(RowSet<Row> rows) {
        for (Row row : rows) {
            Optional<Broken> broken = follow(row);
            if (broken.isPresent()) {
                return broken;
            }
        }
        return Optional.empty();
    }

    private Optional<Broken> follow(Row row) {
        long expected = seq + 1;
        if (row.getLong("seq") != expected) {
            return Optional.of(new Broken(expected, Why.MISSING));
        }
        Author author = Rows.author(row);
        // The seal of nobody's company is that of a company called "-"; only contractors have one, and all of them
        // have.
        if ((author.company() == null) == (author.role() == Role.CONTRACTOR)) {
            return Optional.of(new Broken(expected, Why.AUTHOR));
        }
        // The kind stands beside the body for the searches, and is not sealed itself.
        if (!Json.read(row.getString("body"), JsonNode.class)
                .path("kind")
                .asText()
                .equals(row.getString("kind"))) {
            return Optional.of(new Broken(expected, Why.KIND));
        }
        String project = row.getString("project");
        long position = row.getLong("project_seq");
        if (project != null && position != positions.getOrDefault(project, 0L) + 1) {
            return Optional.of(new Broken(expected, Why.POSITION));
        }
        Seal next = seal.then(
                expected, project, position, row.getOffsetDateTime("at").toInstant(), author, row.getString("body"));
        if (!next.hex().equals(row.getString("seal"))) {
            return Optional.of(new Broken(expected, Why.SEAL));
        }
        // Nor is this; the body is known to be as it was written by now, and so can be read.
        if (!Objects.equals(Json.read(row.getString("body"), Update.class).answers(), row.getLong("refers"))) {
            return Optional.of(new Broken(expected, Why.REFERS));
        }
        if (project != null) {
            positions.put(project, position);
        }
        seal = next;
        seq = expected;
        return Optional.empty();
    }

    /** Entries may have been added between the last page and the head: then they are there to be read. */
    private Future<Result> end() {
        return new PgLedger(pool).head().compose(head -> {
            if (head.seq() > seq) {
                return read(head.seq());
            }
            return head.seq() == seq && head.seal().equals(seal)
                    ? Future.succeededFuture(new Result(seq, Optional.empty()))
                    : broken(seq, Why.HEAD);
        });
    }

    private Future<Result> broken(long at, Why why) {
        return Future.succeededFuture(new Result(seq, Optional.of(new Broken(at, why))));
    }
}
