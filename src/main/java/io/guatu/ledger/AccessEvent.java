package io.guatu.ledger;

import java.time.Instant;
import java.util.Objects;

/**
 * Somebody came in, was refused, or took something away.
 *
 * @param who a person's, grant's or screen's id; null: nobody that is known
 * @param role its word; null as who is
 * @param address it came from
 * @param what was asked for; null where the kind says it all
 */
public record AccessEvent(Instant at, Kind kind, String who, String role, String address, String what) {
    private static final int LONGEST = 200;

    /** What happened. */
    public enum Kind {
        LOG_IN,
        LOG_IN_REFUSED,
        /** No token, a bad one, or one that may not. */
        REFUSED,
        DOWNLOAD,
        /** A contractor's or a wall's link, told once an hour for each address. */
        LINK_USED,
        /** Where messages go, or what of, is another: no entry of the ledger says so, for it could not forget an address. */
        RECEIVER_CHANGED,
        /** So much happened that so many were only counted. */
        NOT_KEPT;

        /** Whether whoever caused it has shown who it is: strangers do not crowd out the others. */
        boolean known() {
            return this == LOG_IN || this == DOWNLOAD || this == LINK_USED || this == RECEIVER_CHANGED;
        }
    }

    public AccessEvent {
        who = clipped(who);
        what = clipped(what);
        address = clipped(address);
    }

    /** Strangers choose some of it. */
    private static String clipped(String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** The same but for when. */
    boolean like(AccessEvent other) {
        return kind == other.kind
                && Objects.equals(who, other.who)
                && address.equals(other.address)
                && Objects.equals(what, other.what);
    }
}
