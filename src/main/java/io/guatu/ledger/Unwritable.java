package io.guatu.ledger;

import io.vertx.sqlclient.DatabaseException;
import java.util.regex.Pattern;

/** The database refuses what was to be written, and would refuse it again: the fault is in it, not in the moment. */
public final class Unwritable extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * SQLSTATE of what another try may mend: connections, a transaction cut off or on a standby, a rollback, resources, an
     * operator, a lock that was not to be had.
     */
    private static final Pattern PASSING = Pattern.compile("(08|25|40|53|57).*|55P03");

    Unwritable(Throwable cause) {
        super(cause.getMessage(), cause);
    }

    static boolean isCause(Throwable fault) {
        return fault instanceof DatabaseException refused
                && refused.getSqlState() != null
                && !PASSING.matcher(refused.getSqlState()).matches();
    }
}
