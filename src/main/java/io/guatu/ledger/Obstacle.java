package io.guatu.ledger;

import io.vertx.sqlclient.DatabaseException;

/** What keeps the ledger from being added to, as its database says it. */
public enum Obstacle {
    /** It says nothing, or there is none. */
    AWAY,
    /** Somebody else holds what must be written, or it takes too long. */
    LOCKED,
    /** A standby, or a server that was told to take nothing. */
    READ_ONLY,
    DISK_FULL,
    /** The clocks of this machine and of the database are too far apart: its entries would bear a wrong time. */
    CLOCK,
    /** It holds an entry that this program does not understand: what is so now, and so what may be added, it cannot tell. */
    NOT_UNDERSTOOD;

    private static final String NOT_HERE = "25006";
    private static final String FULL = "53100";
    private static final String NO_LOCK = "55P03";
    private static final String CANCELLED = "57014";

    /** What this fault of the database, or of something that it caused, is a sign of. */
    public static Obstacle of(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof NotUnderstood) {
                return NOT_UNDERSTOOD;
            }
            if (cause instanceof DatabaseException refused) {
                return of(String.valueOf(refused.getSqlState()));
            }
        }
        return AWAY;
    }

    private static Obstacle of(String state) {
        return switch (state) {
            case NOT_HERE -> READ_ONLY;
            case FULL -> DISK_FULL;
            case NO_LOCK, CANCELLED -> LOCKED;
            default -> AWAY;
        };
    }
}
