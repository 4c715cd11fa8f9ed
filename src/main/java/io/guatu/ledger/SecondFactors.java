package io.guatu.ledger;

import io.guatu.domain.PersonId;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What people hold beside their passwords, outside the ledger. Every node asks the same table. */
public final class SecondFactors {
    private final Pool pool;

    public SecondFactors(Pool pool) {
        this.pool = pool;
    }

    /**
     * @param sealed the secret, as only the program can open it
     * @param confirmed whether somebody has shown a code of it
     * @param step the newest code that was used
     */
    public record Factor(String sealed, boolean confirmed, long step) {}

    public Future<Optional<Factor>> find(PersonId person) {
        return pool.preparedQuery(AccountSql.READ_FACTOR)
                .execute(Tuple.of(person.value()))
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Factor(
                                row.getBuffer("secret").toString(StandardCharsets.UTF_8),
                                row.getBoolean("confirmed"),
                                row.getLong("step"))));
    }

    /** One that nobody has confirmed yet. @return the one that is there then: another window may have been first */
    public Future<Factor> propose(PersonId person, String sealed) {
        return pool.preparedQuery(AccountSql.PROPOSE_FACTOR)
                .execute(Tuple.of(person.value(), Buffer.buffer(sealed)))
                .compose(proposed -> find(person))
                .map(Optional::orElseThrow);
    }

    /** @param codes the marks of its recovery codes @return whether it was this that confirmed it */
    public Future<Boolean> confirm(PersonId person, long step, List<String> codes) {
        return pool.preparedQuery(AccountSql.CONFIRM_FACTOR)
                .execute(Tuple.of(person.value(), step, codes.toArray(String[]::new)))
                .map(done -> done.rowCount() == 1);
    }

    /** Uses the code of a step, in one statement: two nodes never both do. @return whether nobody used it, or a newer one */
    public Future<Boolean> use(PersonId person, long step) {
        return pool.preparedQuery(AccountSql.USE_FACTOR)
                .execute(Tuple.of(person.value(), step))
                .map(used -> used.rowCount() == 1);
    }

    /** @param mark of a recovery code @return whether it was one that nobody had used */
    public Future<Boolean> recover(PersonId person, String mark) {
        return pool.preparedQuery(AccountSql.RECOVER)
                .execute(Tuple.of(person.value(), mark))
                .map(used -> used.rowCount() == 1);
    }

    /** The phone is lost: the next log-in begins with another. */
    public Future<Void> forget(PersonId person) {
        return pool.preparedQuery(AccountSql.FORGET_FACTOR)
                .execute(Tuple.of(person.value()))
                .mapEmpty();
    }
}
