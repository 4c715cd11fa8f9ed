package io.guatu.board.fold;

import io.guatu.domain.Author;
import io.guatu.domain.BlockerUpdate.BlockerRaised;
import io.guatu.domain.Factor;
import io.guatu.domain.Level;
import io.guatu.domain.MilestoneId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What holds a project up. {@code promised} is the day by which it shall be gone, null when nobody promised, and
 * {@code said} when that was last said;
 * {@code promises} counts how often a day was promised; {@code cleared} and {@code how} are null while it is open.
 */
public record Blocker(
        long seq,
        BlockerRaised raised,
        Author by,
        Instant at,
        LocalDate promised,
        Instant said,
        int promises,
        Level level,
        Instant cleared,
        String how)
        implements Items.Item {

    public Factor factor() {
        return raised.factor();
    }

    /** The day since which it is in the way. */
    public LocalDate since(ZoneId zone) {
        return raised.asOf() == null ? LocalDate.ofInstant(at, zone) : raised.asOf();
    }

    @Override
    public boolean open() {
        return cleared == null;
    }

    public boolean holds(MilestoneId milestone) {
        return raised.milestones() == null || raised.milestones().contains(milestone);
    }

    Blocker promised(LocalDate day, Instant when) {
        return new Blocker(seq, raised, by, at, day, when, promises + 1, level, cleared, how);
    }

    Blocker escalated(Level to) {
        return new Blocker(seq, raised, by, at, promised, said, promises, to, cleared, how);
    }

    Blocker cleared(Instant when, String sentence) {
        return new Blocker(seq, raised, by, at, promised, said, promises, level, when, sentence);
    }
}
