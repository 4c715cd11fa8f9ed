package io.guatu.board.fold;

import io.guatu.domain.Author;
import io.guatu.domain.HazardUpdate.HazardFound;
import io.guatu.domain.PhotoId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A safety finding on its way to being closed. {@code notice} is the one that covers it, null without one;
 * {@code fix} what was done about it, {@code rectifiers} the ids of all who ever did something; {@code sentBack} how often
 * the re-check failed; {@code extended} a deadline that was set when it was sent back, null without one; {@code closed} is
 * null while open.
 */
public record Hazard(
        long seq,
        HazardFound found,
        Author by,
        Instant at,
        Status status,
        Notice notice,
        Fix fix,
        Set<String> rectifiers,
        int sentBack,
        LocalDate extended,
        String recheck,
        Instant closed)
        implements Items.Item {
    public Hazard {
        rectifiers = Set.copyOf(rectifiers);
    }

    static Hazard found(long seq, HazardFound found, Author by, Instant at) {
        return new Hazard(seq, found, by, at, Status.FOUND, null, null, Set.of(), 0, null, null, null);
    }

    public enum Status {
        FOUND,
        NOTICED,
        RECTIFIED,
        SENT_BACK,
        CLOSED
    }

    /** @param asOf the day on which it was done; null: the day it was told */
    public record Fix(String text, List<PhotoId> photos, Author by, Instant at, LocalDate asOf) {}

    /** The day on which it was found. */
    public LocalDate since(ZoneId zone) {
        return found.asOf() == null ? LocalDate.ofInstant(at, zone) : found.asOf();
    }

    @Override
    public boolean open() {
        return closed == null;
    }

    /** The last day for putting it right, or null when no notice names one. */
    public LocalDate deadline() {
        return extended != null || notice == null ? extended : notice.issued().deadline();
    }

    /** Whether somebody must still rectify it. */
    public boolean waits() {
        return status == Status.NOTICED || status == Status.SENT_BACK;
    }

    boolean shows(PhotoId photo) {
        return found.photos() != null && found.photos().contains(photo)
                || fix != null && fix.photos() != null && fix.photos().contains(photo);
    }

    Hazard noticed(Notice by) {
        return with(Status.NOTICED, by, fix, rectifiers, sentBack, extended, recheck, closed);
    }

    Hazard fixed(Fix done) {
        Set<String> all = new HashSet<>(rectifiers);
        all.add(done.by().id());
        return with(Status.RECTIFIED, notice, done, all, sentBack, extended, recheck, closed);
    }

    Hazard closed(Instant when, String text) {
        return with(Status.CLOSED, notice, fix, rectifiers, sentBack, extended, text, when);
    }

    /** @param until a new deadline, or null: the old one stays */
    Hazard sentBack(String text, LocalDate until) {
        LocalDate deadline = until == null ? extended : until;
        return with(Status.SENT_BACK, notice, fix, rectifiers, sentBack + 1, deadline, text, closed);
    }

    private Hazard with(
            Status next,
            Notice covering,
            Fix done,
            Set<String> all,
            int back,
            LocalDate until,
            String text,
            Instant when) {
        return new Hazard(seq, found, by, at, next, covering, done, all, back, until, text, when);
    }
}
