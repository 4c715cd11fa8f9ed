package io.guatu.command;

import io.guatu.ledger.Obstacle;

/**
 * The ledger cannot be reached, or too many wait. Whether the update is in the ledger is not known; sending it again with
 * the same key is safe and tells.
 */
public final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Obstacle obstacle;

    Unavailable(String message, Throwable cause) {
        this(message, cause, Obstacle.of(cause));
    }

    /** @param obstacle what stands in the way, as far as is known */
    public Unavailable(String message, Throwable cause, Obstacle obstacle) {
        super(message, cause, false, false);
        this.obstacle = obstacle;
    }

    public Obstacle obstacle() {
        return obstacle;
    }
}
