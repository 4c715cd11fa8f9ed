package io.guatu.board;

import io.guatu.board.figures.Deadlines;
import io.guatu.board.fold.Blocker;
import io.guatu.board.fold.Project;
import io.guatu.board.fold.Slippage;
import io.guatu.domain.Factor;
import io.guatu.domain.Level;
import io.guatu.domain.MilestoneId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A blocker as it is shown. {@code days} it has been (or was) open, without those of a suspension; {@code until}: when a promise for a day off ends; {@code past} days it is past its promise, null when
 * it is not or nobody promised; {@code promises} how often a day was promised; {@code cost} the days of slips that were
 * charged to it.
 */
public record BlockerView(
        long seq,
        Factor factor,
        String text,
        String need,
        String from,
        List<MilestoneId> milestones,
        Level level,
        Instant at,
        LocalDate asOf,
        long days,
        LocalDate promised,
        LocalDate until,
        int promises,
        Long past,
        long cost,
        Instant cleared,
        String how) {

    /** The open ones, oldest first. */
    static List<BlockerView> open(Project project, Deadlines deadlines) {
        return project.blockers().open().stream()
                .map(blocker -> of(project, blocker, deadlines))
                .toList();
    }

    static BlockerView of(Project project, Blocker blocker, Deadlines deadlines) {
        long past = deadlines.past(blocker);
        return new BlockerView(
                blocker.seq(),
                blocker.factor(),
                blocker.raised().text(),
                blocker.raised().need(),
                blocker.raised().from(),
                blocker.raised().milestones(),
                blocker.level(),
                blocker.at(),
                blocker.raised().asOf(),
                deadlines.open(blocker),
                deadlines.promised(blocker),
                blocker.open() ? deadlines.until(deadlines.promised(blocker)) : null,
                blocker.promises(),
                past > 0 ? past : null,
                Slippage.cost(project.plan().slips(), blocker.seq()),
                blocker.cleared(),
                blocker.how());
    }
}
