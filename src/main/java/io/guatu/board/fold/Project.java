package io.guatu.board.fold;

import io.guatu.domain.AccessUpdate;
import io.guatu.domain.Entry;
import io.guatu.domain.ProjectId;
import io.guatu.domain.ProjectUpdate.PhotoReceived;
import io.guatu.domain.ProjectUpdate.ProjectOpened;

/**
 * A project as its entries left it, topic by topic, before any day or rule. {@code seq} and {@code projectSeq} are those of
 * its newest entry; {@code moved} is the {@code projectSeq} of the newest that says something of the project itself: that a
 * photo arrived, or that somebody got access, changes nothing that another person may have judged by.
 */
public record Project(
        ProjectId id,
        long seq,
        long projectSeq,
        long moved,
        Profile profile,
        Description description,
        Permits permits,
        Plan plan,
        LastHeard lastHeard,
        Blockers blockers,
        Hazards hazards,
        Directives directives,
        Investment investment,
        Contracts contracts,
        Photos photos,
        Diary diary,
        Companies companies) {

    static Project open(Entry entry, ProjectOpened opened) {
        return new Project(
                entry.project(),
                entry.seq(),
                entry.projectSeq(),
                entry.projectSeq(),
                Profile.of(opened),
                Description.NONE,
                Permits.NONE,
                Plan.NONE,
                LastHeard.of(entry),
                Blockers.NONE,
                Hazards.NONE,
                Directives.NONE,
                Investment.NONE,
                Contracts.NONE,
                Photos.NONE,
                Diary.NONE,
                Companies.NONE);
    }

    /** This project after one more of its own entries. The entry was accepted once, so it is never judged again. */
    Project after(Entry stored) {
        Entry entry = companies.told(stored);
        return new Project(
                id,
                entry.seq(),
                entry.projectSeq(),
                moves(entry) ? entry.projectSeq() : moved,
                profile.after(entry),
                description.after(entry),
                permits.after(entry),
                plan.after(entry, blockers),
                lastHeard.after(entry),
                blockers.after(entry),
                hazards.after(entry),
                directives.after(entry),
                investment.after(entry),
                contracts.after(entry),
                photos.after(entry),
                diary.after(entry),
                companies.after(entry));
    }

    private static boolean moves(Entry entry) {
        return !(entry.update() instanceof PhotoReceived || entry.update() instanceof AccessUpdate);
    }
}
