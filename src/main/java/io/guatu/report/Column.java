package io.guatu.report;

/**
 * A column of a table: what it is called stands in the texts under {@code table.<id>}.
 *
 * @param group the heading above it and its neighbours; null: none
 * @param summed whether the foot says what it adds up to
 * @param needed whether an empty cell is a gap that is named
 */
public record Column(String id, String group, Kind kind, boolean summed, boolean needed) {
    /** What its cells are: words, 万元, percent, how many, how much, a day. */
    public enum Kind {
        TEXT,
        MONEY,
        PERCENT,
        COUNT,
        QUANTITY,
        DAY
    }

    static Column text(String id) {
        return new Column(id, null, Kind.TEXT, false, false);
    }

    static Column money(String id) {
        return new Column(id, null, Kind.MONEY, true, true);
    }

    static Column percent(String id) {
        return new Column(id, null, Kind.PERCENT, false, false);
    }

    static Column count(String id) {
        return new Column(id, null, Kind.COUNT, true, false);
    }

    static Column quantity(String id) {
        return new Column(id, null, Kind.QUANTITY, true, false);
    }

    static Column day(String id) {
        return new Column(id, null, Kind.DAY, false, false);
    }

    Column under(String heading) {
        return new Column(id, heading, kind, summed, needed);
    }

    Column missed() {
        return new Column(id, group, kind, summed, true);
    }

    Column optional() {
        return new Column(id, group, kind, summed, false);
    }
}
