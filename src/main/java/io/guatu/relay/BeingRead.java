package io.guatu.relay;

import java.time.LocalDate;

/** A past day takes longer than anybody waits: it goes on being read, and whoever asks again is answered when it was. */
public final class BeingRead extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final LocalDate day;
    private final long percent;

    /** @param percent of the entries that had to be read, by now */
    BeingRead(LocalDate day, long percent) {
        super(day + " is being read: " + percent + " %", null, false, false);
        this.day = day;
        this.percent = percent;
    }

    public LocalDate day() {
        return day;
    }

    public long percent() {
        return percent;
    }
}
