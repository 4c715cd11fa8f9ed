package io.guatu.board.fold;

import io.guatu.domain.BlockerUpdate;
import io.guatu.domain.BlockerUpdate.BlockerCleared;
import io.guatu.domain.BlockerUpdate.BlockerEscalated;
import io.guatu.domain.BlockerUpdate.BlockerPromised;
import io.guatu.domain.BlockerUpdate.BlockerRaised;
import io.guatu.domain.BlockerUpdate.PetitionsCounted;
import io.guatu.domain.BlockerUpdate.RelocationCounted;
import io.guatu.domain.Entry;
import io.guatu.domain.Level;
import io.guatu.domain.MilestoneId;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A project's blockers, by the seq that raised them, oldest first; the newest relocation and petition counts, null until
 * told, and how much land was handed over year by year. Petitions are not for the card.
 */
public record Blockers(Items<Blocker> all, RelocationCounted relocation, PetitionsCounted petitions, LandSolved land) {
    static final Blockers NONE = new Blockers(Items.none(), null, null, LandSolved.NONE);

    public List<Blocker> open() {
        return List.copyOf(all.open().values());
    }

    /** The open blockers that hold up this milestone, oldest first. */
    List<Blocker> holding(MilestoneId milestone) {
        return all.open().values().stream()
                .filter(blocker -> blocker.holds(milestone))
                .toList();
    }

    Blockers after(Entry entry) {
        if (!(entry.update() instanceof BlockerUpdate update)) {
            return this;
        }
        if (update instanceof BlockerRaised raised) {
            return with(all.with(new Blocker(
                    entry.seq(),
                    raised,
                    entry.by(),
                    entry.at(),
                    raised.promised(),
                    entry.at(),
                    raised.promised() == null ? 0 : 1,
                    Level.PROJECT,
                    null,
                    null)));
        }
        if (update instanceof BlockerPromised promised) {
            return change(promised.blocker(), blocker -> blocker.promised(promised.promised(), entry.at()));
        }
        if (update instanceof BlockerEscalated escalated) {
            return change(escalated.blocker(), blocker -> blocker.escalated(escalated.level()));
        }
        if (update instanceof BlockerCleared cleared) {
            return change(cleared.blocker(), blocker -> blocker.cleared(entry.at(), cleared.how()));
        }
        return update instanceof RelocationCounted counted ? counted(counted) : counted((PetitionsCounted) update);
    }

    /** A count of an earlier day that comes late takes nothing back. */
    private Blockers counted(RelocationCounted counted) {
        boolean late = relocation != null && relocation.asOf().isAfter(counted.asOf());
        return new Blockers(all, late ? relocation : counted, petitions, land.after(counted));
    }

    private Blockers counted(PetitionsCounted counted) {
        boolean late = petitions != null && petitions.asOf().isAfter(counted.asOf());
        return late ? this : new Blockers(all, relocation, counted, land);
    }

    private Blockers change(long seq, UnaryOperator<Blocker> change) {
        return with(all.with(seq, change));
    }

    private Blockers with(Items<Blocker> changed) {
        return new Blockers(changed, relocation, petitions, land);
    }
}
