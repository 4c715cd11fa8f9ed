package io.guatu.command;

import static io.guatu.command.Refusal.Code.ALREADY_THERE;
import static io.guatu.command.Refusal.Code.DEADLINE_IN_PAST;
import static io.guatu.command.Refusal.Code.DIRECTIVE_NOT_ANSWERED;
import static io.guatu.command.Refusal.Code.DIRECTIVE_NOT_OPEN;
import static io.guatu.command.Refusal.Code.NOT_YOUR_DIRECTIVE;
import static io.guatu.command.Refusal.Code.PROMISE_IN_PAST;

import io.guatu.board.fold.Directive;
import io.guatu.domain.DirectiveUpdate;
import io.guatu.domain.DirectiveUpdate.DirectiveAccepted;
import io.guatu.domain.DirectiveUpdate.DirectiveAcknowledged;
import io.guatu.domain.DirectiveUpdate.DirectiveAnswered;
import io.guatu.domain.DirectiveUpdate.DirectiveIssued;
import io.guatu.domain.DirectiveUpdate.DirectiveSentBack;
import io.guatu.domain.DirectiveUpdate.DirectiveWithdrawn;
import io.guatu.domain.Role;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The way of a directive 督办: issued 下发 → acknowledged 签收 → answered 反馈 → accepted 办结, or sent back and answered
 * again. An answer is an acknowledgement too. The issuer or any leader decides on the answer; the office, which may issue
 * for itself, does not close what a leader issued.
 */
final class DirectiveRules {
    private DirectiveRules() {}

    static Optional<Refusal> judge(RuleContext now, DirectiveUpdate update) {
        if (update instanceof DirectiveIssued issued) {
            return deadline(now, issued.deadline());
        }
        if (update instanceof DirectiveAcknowledged acknowledged) {
            return open(now, acknowledged.directive())
                    .or(() -> Refusal.when(
                            find(now, acknowledged.directive()).status() != Directive.Status.ISSUED, ALREADY_THERE))
                    .or(() -> acknowledged.promised() == null
                            ? Refusal.none()
                            : Refusal.when(acknowledged.promised().isBefore(now.today()), PROMISE_IN_PAST));
        }
        if (update instanceof DirectiveAnswered answered) {
            return open(now, answered.directive())
                    .or(() -> Refusal.when(
                            find(now, answered.directive()).status() == Directive.Status.ANSWERED, ALREADY_THERE));
        }
        if (update instanceof DirectiveAccepted accepted) {
            return answered(now, accepted.directive());
        }
        if (update instanceof DirectiveSentBack back) {
            return answered(now, back.directive())
                    .or(() -> back.deadline() == null ? Refusal.none() : deadline(now, back.deadline()));
        }
        long withdrawn = ((DirectiveWithdrawn) update).directive();
        return open(now, withdrawn).or(() -> yours(now, withdrawn));
    }

    private static Optional<Refusal> deadline(RuleContext now, LocalDate deadline) {
        return Refusal.when(deadline.isBefore(now.today()), DEADLINE_IN_PAST);
    }

    private static Optional<Refusal> open(RuleContext now, long seq) {
        Directive directive = find(now, seq);
        return Refusal.when(directive == null || !directive.open(), DIRECTIVE_NOT_OPEN);
    }

    private static Optional<Refusal> answered(RuleContext now, long seq) {
        return open(now, seq)
                .or(() -> yours(now, seq))
                .or(() -> Refusal.when(find(now, seq).status() != Directive.Status.ANSWERED, DIRECTIVE_NOT_ANSWERED));
    }

    private static Optional<Refusal> yours(RuleContext now, long seq) {
        boolean leaders = find(now, seq).by().role() == Role.LEADER;
        return Refusal.when(leaders && now.who().role() != Role.LEADER, NOT_YOUR_DIRECTIVE);
    }

    private static Directive find(RuleContext now, long seq) {
        return now.project().directives().all().get(seq);
    }
}
