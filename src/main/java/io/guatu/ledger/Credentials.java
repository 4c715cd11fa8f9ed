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

    /** @param first somebody else chose and told it: whoever logs in with it chooses another */
    public record Credential(String hash, boolean first) {}

    public Future<Optional<Credential>> find(PersonId person) {
        return pool.preparedQuery(AccountSql.READ_CREDENTIAL)
                .execute(Tuple.of(person.value()))
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Credential(row.getString("hash"), row.getBoolean("first"))));
    }

    /** @return whether it is this one: another node may have been first */
    public Future<Boolean> setFirst(PersonId person, Credential credential) {
        return pool.preparedQuery(AccountSql.SET_FIRST_CREDENTIAL)
                .execute(Tuple.of(person.value(), credential.hash(), credential.first()))
                .map(set -> set.rowCount() == 1);
    }

    /** @param seq of the entry that says so: told again it sets nothing again, and heals what a crash left unset */
    public Future<Void> set(PersonId person, Credential credential, long seq) {
        return pool.preparedQuery(AccountSql.SET_CREDENTIAL)
                .execute(Tuple.of(person.value(), credential.hash(), credential.first(), seq))
                .mapEmpty();
    }
}
