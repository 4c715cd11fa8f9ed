package io.guatu.ledger;

import io.guatu.domain.PersonId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/** Password hashes, outside the ledger: a hash must be replaceable and must never be read with the entries. */
public final class Credentials {
    private final Pool pool;

    public Credentials(Pool pool) {
        this.pool = pool;
    }

    public Future<Optional<String>> find(PersonId person) {
        return pool.preparedQuery(Sql.READ_CREDENTIAL)
                .execute(Tuple.of(person.value()))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next().getString("hash")));
    }

    public Future<Void> set(PersonId person, String hash) {
        return pool.preparedQuery(Sql.SET_CREDENTIAL)
                .execute(Tuple.of(person.value(), hash))
                .mapEmpty();
    }
}
