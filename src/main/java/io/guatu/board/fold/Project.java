package io.guatu.board.fold;

import io.guatu.domain.Entry;
import io.guatu.domain.ProjectId;
import io.guatu.domain.ProjectUpdate.ProjectOpened;

/**
 * A project as its entries left it, topic by topic, before any day or rule. {@code seq} and {@code projectSeq} are those of
 * its newest entry.
 */
public record Project(
        ProjectId id,
        long seq,
        long projectSeq,
        About about,
        Plan plan,
        Signs signs,
        Blockers blockers,
        Hazards hazards,
        Directives directives,
        Investment investment,
        Photos photos) {

    static Project open(Entry entry, ProjectOpened opened) {
        return new Project(
                entry.project(),
                entry.seq(),
                entry.projectSeq(),
                About.of(opened),
                Plan.NONE,
                Signs.of(entry),
                Blockers.NONE,
                Hazards.NONE,
                Directives.NONE,
                Investment.NONE,
                Photos.NONE);
    }

    /** This project after one more of its own entries. The entry was accepted once, so it is never judged again. */
    Project after(Entry entry) {
        return new Project(
                id,
                entry.seq(),
                entry.projectSeq(),
                about.after(entry),
                plan.after(entry, blockers),
                signs.after(entry),
                blockers.after(entry),
                hazards.after(entry),
                directives.after(entry),
                investment.after(entry),
                photos.after(entry));
    }
}
