package io.guatu.command;

import static io.guatu.command.Refusal.Code.AS_OF_IN_FUTURE;
import static io.guatu.command.Refusal.Code.BLOCKER_NOT_OPEN;
import static io.guatu.command.Refusal.Code.LEVEL_NOT_HIGHER;
import static io.guatu.command.Refusal.Code.MILESTONE_NOT_GRANTED;
import static io.guatu.command.Refusal.Code.NOTHING_TOLD;
import static io.guatu.command.Refusal.Code.PROMISE_IN_PAST;
import static io.guatu.command.Refusal.Code.RELOCATION_UNORDERED;
import static io.guatu.command.Refusal.Code.UNKNOWN_MILESTONE;

import io.guatu.board.fold.Blocker;
import io.guatu.domain.BlockerUpdate;
import io.guatu.domain.BlockerUpdate.BlockerCleared;
import io.guatu.domain.BlockerUpdate.BlockerEscalated;
import io.guatu.domain.BlockerUpdate.BlockerPromised;
import io.guatu.domain.BlockerUpdate.BlockerRaised;
import io.guatu.domain.BlockerUpdate.PetitionsCounted;
import io.guatu.domain.BlockerUpdate.RelocationCounted;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.Relocation;
import java.time.LocalDate;
import java.util.Optional;

/** What may be said about what is in the way. */
final class BlockerRules {
    private BlockerRules() {}

    static Optional<Refusal> judge(RuleContext now, BlockerUpdate update) {
        if (update instanceof BlockerRaised raised) {
            return raised(now, raised);
        }
        if (update instanceof BlockerPromised promised) {
            return open(now, promised.blocker()).or(() -> promise(now, promised.promised()));
        }
        if (update instanceof BlockerEscalated escalated) {
            return open(now, escalated.blocker()).or(() -> higher(now, escalated));
        }
        if (update instanceof BlockerCleared cleared) {
            return open(now, cleared.blocker());
        }
        return update instanceof RelocationCounted counted
                ? relocation(now, counted)
                : Refusal.when(((PetitionsCounted) update).asOf().isAfter(now.today()), AS_OF_IN_FUTURE);
    }

    private static Optional<Refusal> raised(RuleContext now, BlockerRaised raised) {
        if (raised.milestones() != null) {
            for (MilestoneId milestone : raised.milestones()) {
                if (!now.project().plan().milestones().containsKey(milestone)) {
                    return Refusal.because(UNKNOWN_MILESTONE, "milestone", milestone);
                }
                if (now.contractor() && !now.who().milestones().contains(milestone)) {
                    return Refusal.because(MILESTONE_NOT_GRANTED);
                }
            }
        }
        return now.asOf(raised.asOf())
                .or(() -> raised.promised() == null ? Refusal.none() : promise(now, raised.promised()));
    }

    private static Optional<Refusal> promise(RuleContext now, LocalDate day) {
        return Refusal.when(day.isBefore(now.today()), PROMISE_IN_PAST);
    }

    private static Optional<Refusal> higher(RuleContext now, BlockerEscalated escalated) {
        Blocker blocker = now.project().blockers().all().get(escalated.blocker());
        return Refusal.when(escalated.level().compareTo(blocker.level()) <= 0, LEVEL_NOT_HIGHER);
    }

    private static Optional<Refusal> open(RuleContext now, long seq) {
        Blocker blocker = now.project().blockers().all().get(seq);
        return Refusal.when(blocker == null || !blocker.open(), BLOCKER_NOT_OPEN);
    }

    private static Optional<Refusal> relocation(RuleContext now, RelocationCounted counted) {
        if (counted.households() == null && counted.mu() == null) {
            return Refusal.because(NOTHING_TOLD);
        }
        if (counted.asOf().isAfter(now.today())) {
            return Refusal.because(AS_OF_IN_FUTURE);
        }
        return Refusal.when(!ordered(counted.households()) || !ordered(counted.mu()), RELOCATION_UNORDERED);
    }

    private static boolean ordered(Relocation counts) {
        return counts == null || counts.ordered();
    }
}
