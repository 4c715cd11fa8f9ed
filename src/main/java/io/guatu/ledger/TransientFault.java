package io.guatu.ledger;

import io.vertx.core.VertxException;
import io.vertx.sqlclient.DatabaseException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** Whether a fault is the database's absence and no fault of anybody's request: the same may be asked again later. */
public final class TransientFault {
    /**
     * SQLSTATE of what another try may mend: connections, a transaction cut off or on a standby, a rollback, resources, a
     * lock or a state that was not to be had, an operator.
     */
    private static final Pattern PASSING = Pattern.compile("(08|25|40|53|55|57).*");

    private TransientFault() {}

    public static boolean explains(Throwable fault) {
        if (fault instanceof DatabaseException refused) {
            return refused.getSqlState() == null
                    || PASSING.matcher(refused.getSqlState()).matches();
        }
        // The pool's and the connection's own faults have no class of theirs.
        return fault instanceof VertxException
                || fault instanceof IOException
                || fault instanceof TimeoutException
                || fault != null && "Pool closed".equals(fault.getMessage());
    }
}
