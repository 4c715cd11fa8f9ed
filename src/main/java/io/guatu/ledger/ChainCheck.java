package io.guatu.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.domain.Author;
import io.guatu.domain.BoardUpdate.SealChosen;
import io.guatu.domain.Role;
import io.guatu.domain.SealHash;
import io.guatu.domain.Update;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Arrays;
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
    /** Rows of the last page. */
    private int read;

    public ChainCheck(Vertx vertx, Pool pool) {
        this.vertx = vertx;
        this.pool = pool;
    }

    /** Goes on from where an earlier check came to. */
    ChainCheck(Vertx vertx, Pool pool, ChainCheckpoint from) {
        this(vertx, pool);
        positions.putAll(from.positions());
        seal = from.seal();
        seq = from.seq();
    }

    /** Every entry up to this one is as it was written. */
    public long verified() {
        return seq;
    }

    /** Where another check can go on. @param since when the reading began at the first entry */
    ChainCheckpoint checkpoint(Instant since) {
        return new ChainCheckpoint(seq, seal, Map.copyOf(positions), since);
    }

    /** @param entries how many entries are as they were written @param broken the first that is not */
    public record Result(long entries, Optional<Broken> broken) {}

    public record Broken(long seq, Why why) {}

    /** What is wrong with an entry, said of its number. */
    public enum Why {
        MISSING("is missing"),
        BODY("has a body that is no update as JSON"),
        POSITION("has a wrong position in its project"),
        AUTHOR("has an author who cannot be"),
        KIND("is called another kind than it is"),
        REFERS("is said to answer another entry than it does"),
        SEAL("does not match its seal"),
        HASH("is sealed by another hash than the ledger had chosen"),
        HEAD("is not the entry that the head names"),
        SIGNED("is not the entry that a node signed once");

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
        Promise<Result> result = Promise.promise();
        // The head has named this entry, so that it must be there.
        long[] promised = {0};
        Loop.whileTrue(() -> page().compose(page -> {
                    if (page.isPresent()) {
                        result.complete(new Result(seq, page));
                        return Future.succeededFuture(false);
                    }
                    if (read > 0) {
                        return Future.succeededFuture(true);
                    }
                    if (promised[0] > seq) {
                        result.complete(broken(seq + 1, Why.MISSING));
                        return Future.succeededFuture(false);
                    }
                    return new PgLedger(pool).head().map(head -> {
                        promised[0] = head.seq();
                        boolean grown = head.seq() > seq;
                        if (!grown) {
                            result.complete(end(head));
                        }
                        return grown;
                    });
                }))
                .onFailure(result::tryFail);
        return result.future();
    }

    /** What is broken in the next page. */
    private Future<Optional<Broken>> page() {
        return pool.preparedQuery(EntrySql.READ_SEALED)
                .execute(Tuple.of(seq, PAGE))
                .compose(rows -> {
                    read = rows.size();
                    // A hash an entry: not on the event loop.
                    return vertx.executeBlocking(() -> follow(rows), false);
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
        if (Arrays.stream(Role.values()).noneMatch(role -> role.name().equals(row.getString("author_role")))) {
            return Optional.of(new Broken(expected, Why.AUTHOR));
        }
        Author author = Rows.author(row);
        // The seal of nobody's company is that of a company called "-"; only contractors have one, and all of them
        // have.
        if ((author.company() == null) == (author.role() == Role.CONTRACTOR)) {
            return Optional.of(new Broken(expected, Why.AUTHOR));
        }
        // The kind stands beside the body for the searches, and is not sealed itself.
        Optional<JsonNode> body = json(row.getString("body"));
        if (body.isEmpty()) {
            return Optional.of(new Broken(expected, Why.BODY));
        }
        if (!body.get().path("kind").asText().equals(row.getString("kind"))) {
            return Optional.of(new Broken(expected, Why.KIND));
        }
        String project = row.getString("project");
        long position = row.getLong("project_seq");
        if (project != null && position != positions.getOrDefault(project, 0L) + 1) {
            return Optional.of(new Broken(expected, Why.POSITION));
        }
        Seal stored = new Seal(row.getString("seal"));
        Seal next = seal.then(
                stored.hash(),
                expected,
                project,
                position,
                row.getOffsetDateTime("at").toInstant(),
                author,
                row.getString("body"));
        if (!next.says(stored)) {
            return Optional.of(new Broken(expected, Why.SEAL));
        }
        Optional<Update> update = update(row.getString("body"));
        if (update.isEmpty()) {
            return Optional.of(new Broken(expected, Why.BODY));
        }
        SealHash chosen = update.get() instanceof SealChosen another ? another.hash() : seal.hash();
        if (chosen != stored.hash()) {
            return Optional.of(new Broken(expected, Why.HASH));
        }
        // Nor is this; the body is known to be as it was written by now.
        if (!Objects.equals(update.get().answers(), row.getLong("refers"))) {
            return Optional.of(new Broken(expected, Why.REFERS));
        }
        if (project != null) {
            positions.put(project, position);
        }
        seal = stored;
        seq = expected;
        return Optional.empty();
    }

    private static Optional<JsonNode> json(String body) {
        try {
            return Optional.of(Json.read(body, JsonNode.class)).filter(JsonNode::isObject);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Update> update(String body) {
        try {
            return Optional.of(Json.read(body, Update.class));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Result end(Head head) {
        return head.seq() == seq && head.seal().equals(seal)
                ? new Result(seq, Optional.empty())
                : broken(seq, Why.HEAD);
    }

    private Result broken(long at, Why why) {
        return new Result(seq, Optional.of(new Broken(at, why)));
    }
}
