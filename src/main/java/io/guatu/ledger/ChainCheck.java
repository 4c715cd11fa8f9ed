package io.guatu.ledger;

import io.guatu.ledger.ChainLinks.Sealed;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads the ledger from its beginning and checks that nothing was changed, removed or put between. Remembers how far it
 * came: another run reads only what was added since.
 */
public final class ChainCheck {
    private static final int PAGE = 5_000;

    private final Vertx vertx;
    private final Pool pool;
    private final ChainLinks links;
    /** Rows of the last page. */
    private int read;

    public ChainCheck(Vertx vertx, Pool pool) {
        this(vertx, pool, new ChainLinks());
    }

    private ChainCheck(Vertx vertx, Pool pool, ChainLinks links) {
        this.vertx = vertx;
        this.pool = pool;
        this.links = links;
    }

    /** Goes on from where an earlier check came to. */
    ChainCheck(Vertx vertx, Pool pool, ChainCheckpoint from) {
        this(vertx, pool, new ChainLinks(from));
    }

    /** Every entry up to this one is as it was written. */
    public long verified() {
        return links.seq();
    }

    /** Where another check can go on. @param since when the reading began at the first entry */
    ChainCheckpoint checkpoint(Instant since) {
        return links.checkpoint(since);
    }

    /** @param entries how many entries are as they were written @param broken the first that is not */
    public record Result(long entries, Optional<Broken> broken) {}

    public record Broken(long seq, Why why) {}

    /** What is wrong with an entry, said of its number. */
    public enum Why {
        MISSING("is missing"),
        BODY("has a body that is no update as JSON"),
        PROJECT("names its project by what is no id"),
        OF_BOARD("is of a kind that is told of the whole board, and names a project"),
        OF_PROJECT("is of a kind that is told of a project, and names none"),
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
                        result.complete(new Result(links.seq(), page));
                        return Future.succeededFuture(false);
                    }
                    if (read > 0) {
                        return Future.succeededFuture(true);
                    }
                    if (promised[0] > links.seq()) {
                        result.complete(broken(links.seq() + 1, Why.MISSING));
                        return Future.succeededFuture(false);
                    }
                    return new PgLedger(pool).head().map(head -> {
                        promised[0] = head.seq();
                        boolean grown = head.seq() > links.seq();
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
                .execute(Tuple.of(links.seq(), PAGE))
                .compose(rows -> {
                    read = rows.size();
                    // A hash an entry: not on the event loop.
                    return vertx.executeBlocking(() -> follow(rows), false);
                });
    }

    private Optional<Broken> follow(RowSet<Row> rows) {
        for (Row row : rows) {
            Optional<Broken> broken = links.follow(sealed(row));
            if (broken.isPresent()) {
                return broken;
            }
        }
        return Optional.empty();
    }

    private static Sealed sealed(Row row) {
        return new Sealed(
                row.getLong("seq"),
                row.getString("project"),
                row.getLong("project_seq"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("author_id"),
                row.getString("author_role"),
                row.getString("author_name"),
                row.getString("author_company"),
                row.getString("kind"),
                row.getLong("refers"),
                row.getString("body"),
                row.getString("seal"));
    }

    private Result end(Head head) {
        return links.endAt(head.seq(), head.seal())
                ? new Result(links.seq(), Optional.empty())
                : broken(links.seq(), Why.HEAD);
    }

    private Result broken(long at, Why why) {
        return new Result(links.seq(), Optional.of(new Broken(at, why)));
    }
}
