package io.guatu.ledger;

/** A question took longer than questions may: narrowed down it is answered sooner. */
public final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooLong(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
