package io.guatu.relay;

import java.time.LocalDate;
import java.util.concurrent.TimeoutException;

/** A past day takes longer than anybody waits: it goes on being read, and whoever asks again is answered when it was. */
public final class BeingRead extends TimeoutException {
    private static final long serialVersionUID = 1;

    private final LocalDate day;
    private final long percent;

    /** @param percent of the entries that had to be read, by now */
    BeingRead(LocalDate day, long percent) {
        super(day + " is being read: " + percent + " %");
        this.day = day;
        this.percent = percent;
    }

    public LocalDate day() {
        return day;
    }

    public long percent() {
        return percent;
    }

    /** Nobody is at fault, and many may ask. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
