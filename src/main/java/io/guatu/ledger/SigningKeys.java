package io.guatu.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/** The names of the keys that the nodes of this board sign with: nodes with different keys refuse each other's tokens. */
public final class SigningKeys {
    private final Pool pool;

    public SigningKeys(Pool pool) {
        this.pool = pool;
    }

    /** Says that a node starts that signs with this key. @return the key of the node that started before it */
    public Future<Optional<String>> see(String kid) {
        return pool.query(AccountSql.READ_SIGNING_KEY)
                .execute()
                .map(rows -> rows.stream().findFirst().map(row -> row.getString("kid")))
                .compose(last -> pool.preparedQuery(AccountSql.SEE_SIGNING_KEY)
                        .execute(Tuple.of(kid))
                        .map(last));
    }
}
