package io.guatu.ledger;

/** The ledger does not go on from where the caller's state stands, or is too far ahead of it: it must be followed first. */
public final class OutOfStep extends RuntimeException {
    private static final long serialVersionUID = 1;

    public OutOfStep(String message) {
        super(message, null, false, false);
    }
}
