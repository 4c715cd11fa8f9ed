package io.guatu.ledger;

import java.time.Instant;

/** A line of the access log. @param times how often it happened within the second that was written together */
public record AccessRow(
        long id, Instant at, AccessEvent.Kind kind, String who, String role, String address, String what, int times) {
    /** What the mark of a row is of, with the mark of the row before it. */
    String marked(String before) {
        return String.join(
                "\n",
                before,
                Long.toString(id),
                at.toString(),
                kind.name(),
                line(who),
                line(role),
                line(address),
                line(what),
                Integer.toString(times));
    }

    private static String line(String field) {
        return field == null ? "-" : field.replace("\\", "\\\\").replace("\n", "\\n");
    }
}
