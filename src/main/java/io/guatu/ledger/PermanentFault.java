package io.guatu.ledger;

import io.vertx.sqlclient.DatabaseException;

/** The database refuses what was to be written, and would refuse it again: the fault is in it, not in the moment. */
public final class PermanentFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    PermanentFault(Throwable cause) {
        super(cause.getMessage(), cause);
    }

    static boolean isCause(Throwable fault) {
        return fault instanceof DatabaseException && !TransientFault.explains(fault);
    }
}
