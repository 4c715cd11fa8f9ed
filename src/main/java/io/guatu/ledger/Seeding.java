package io.guatu.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;

/** Whether the board was seeded: started on which day, and done or not. */
public final class Seeding {
    private final Pool pool;

    public Seeding(Pool pool) {
        this.pool = pool;
    }

    public record State(LocalDate day, boolean done) {}

    /** Begins a seeding on this day, or returns the one that was begun before. */
    public Future<State> begin(LocalDate day) {
        return pool.preparedQuery(SeedingSql.BEGIN_SEEDING)
                .execute(Tuple.of(day))
                .compose(begun -> pool.query(SeedingSql.READ_SEEDING).execute())
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return new State(row.getLocalDate("day"), row.getBoolean("done"));
                });
    }

    public Future<Void> done() {
        return pool.query(SeedingSql.END_SEEDING).execute().mapEmpty();
    }
}
