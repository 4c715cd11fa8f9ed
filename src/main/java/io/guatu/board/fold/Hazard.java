package io.guatu.board.fold;

import io.guatu.domain.Author;
import io.guatu.domain.HazardUpdate.HazardFound;
import io.guatu.domain.PhotoId;
import java.time.Instant;
import java.util.List;

/**
 * A safety finding on its way to being closed. {@code notice} is the seq of the notice that covers it, null without one;
 * {@code fix} what was done about it; {@code sentBack} how often the re-check failed; {@code closed} is null while open.
 */
public record Hazard(
        long seq,
        HazardFound found,
        Author by,
        Instant at,
        Status status,
        Long notice,
        Fix fix,
        int sentBack,
        String recheck,
        Instant closed) {

    public enum Status {
        FOUND,
        NOTICED,
        RECTIFIED,
        SENT_BACK,
        CLOSED
    }

    public record Fix(String text, List<PhotoId> photos, Author by, Instant at) {}

    public boolean open() {
        return closed == null;
    }

    /** Whether somebody must still rectify it. */
    public boolean waits() {
        return status == Status.NOTICED || status == Status.SENT_BACK;
    }

    Hazard noticed(long by) {
        return new Hazard(seq, found, this.by, at, Status.NOTICED, by, fix, sentBack, recheck, closed);
    }

    Hazard fixed(Fix done) {
        return new Hazard(seq, found, by, at, Status.RECTIFIED, notice, done, sentBack, recheck, closed);
    }

    Hazard closed(Instant when, String text) {
        return new Hazard(seq, found, by, at, Status.CLOSED, notice, fix, sentBack, text, when);
    }

    Hazard sentBack(String text) {
        return new Hazard(seq, found, by, at, Status.SENT_BACK, notice, fix, sentBack + 1, text, closed);
    }
}
