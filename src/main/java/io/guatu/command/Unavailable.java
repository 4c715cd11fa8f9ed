package io.guatu.command;

/**
 * The ledger cannot be reached, or too many wait. Whether the update is in the ledger is not known; sending it again with
 * the same key is safe and tells.
 */
public final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unavailable(String message, Throwable cause) {
        super(message, cause, false, false);
    }
}
