package io.guatu.board;

import io.guatu.domain.Entry;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.MilestonePlanned;
import io.guatu.domain.ProgressReported;
import io.guatu.domain.ProgressReturned;
import io.guatu.domain.ProgressVerified;
import io.guatu.domain.ProjectId;
import io.guatu.domain.ProjectOpened;
import io.guatu.domain.Role;
import io.guatu.domain.StillTrue;
import io.guatu.domain.Update;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A project as its entries left it, before any day or rule. {@code seq} and {@code projectSeq} are those of its newest
 * entry; {@code heard} is the newest sign of life (opened, planned, reported, verified, confirmed); {@code reported} and
 * {@code confirmed} are null until it happened. Milestones keep the order in which they were planned.
 */
public record Project(
        ProjectId id,
        long seq,
        long projectSeq,
        ProjectOpened opened,
        Map<MilestoneId, Milestone> milestones,
        Instant heard,
        Instant reported,
        Instant confirmed) {

    /** Days that may pass between two reports when nobody said otherwise. */
    private static final int WEEKLY = 7;

    public Project {
        milestones = Collections.unmodifiableMap(milestones);
    }

    static Project open(Entry entry, ProjectOpened opened) {
        return new Project(entry.project(), entry.seq(), entry.projectSeq(), opened, Map.of(), entry.at(), null, null);
    }

    /** This project after one more of its own entries. The entry was accepted once, so it is never judged again. */
    Project after(Entry entry) {
        Update update = entry.update();
        Project next = at(entry);
        if (update instanceof MilestonePlanned planned) {
            return next.with(Milestone.of(planned)).heard(entry.at());
        }
        if (update instanceof ProgressReported reported) {
            UnaryOperator<Milestone> change = entry.by().role() == Role.CONTRACTOR
                    ? milestone -> milestone.pending(Report.of(entry, reported))
                    : milestone -> milestone.verified(reported.percent(), reported.asOf(), reported.forecast());
            return next.change(reported.milestone(), change).reported(entry.at());
        }
        if (update instanceof ProgressVerified verified) {
            return pending(verified.report())
                    .map(report -> next.change(
                                    report.milestone(),
                                    milestone -> milestone.verified(report.percent(), report.asOf(), report.forecast()))
                            .confirmed(entry.at()))
                    .orElse(next);
        }
        if (update instanceof ProgressReturned returned) {
            return pending(returned.report())
                    .map(report -> next.change(report.milestone(), milestone -> milestone.pending(null)))
                    .orElse(next);
        }
        if (update instanceof StillTrue) {
            return next.confirmed(entry.at());
        }
        return next; // grants concern who may speak, not what is true of the project
    }

    /** The unanswered report that this entry brought. */
    public Optional<Report> pending(long report) {
        return milestones.values().stream()
                .map(Milestone::pending)
                .filter(pending -> pending != null && pending.seq() == report)
                .findFirst();
    }

    public int cadence() {
        return opened.cadence() == null ? WEEKLY : opened.cadence();
    }

    private Project at(Entry entry) {
        return new Project(id, entry.seq(), entry.projectSeq(), opened, milestones, heard, reported, confirmed);
    }

    private Project with(Milestone milestone) {
        Map<MilestoneId, Milestone> changed = new LinkedHashMap<>(milestones);
        changed.put(milestone.id(), milestone);
        return new Project(id, seq, projectSeq, opened, changed, heard, reported, confirmed);
    }

    private Project change(MilestoneId milestone, UnaryOperator<Milestone> change) {
        return with(change.apply(milestones.get(milestone)));
    }

    private Project heard(Instant at) {
        return new Project(id, seq, projectSeq, opened, milestones, at, reported, confirmed);
    }

    private Project reported(Instant at) {
        return new Project(id, seq, projectSeq, opened, milestones, at, at, confirmed);
    }

    private Project confirmed(Instant at) {
        return new Project(id, seq, projectSeq, opened, milestones, at, reported, at);
    }
}
