package io.guatu.board.fold;

import io.guatu.domain.DirectiveUpdate;
import io.guatu.domain.DirectiveUpdate.DirectiveAccepted;
import io.guatu.domain.DirectiveUpdate.DirectiveAcknowledged;
import io.guatu.domain.DirectiveUpdate.DirectiveAnswered;
import io.guatu.domain.DirectiveUpdate.DirectiveIssued;
import io.guatu.domain.DirectiveUpdate.DirectiveSentBack;
import io.guatu.domain.DirectiveUpdate.DirectiveWithdrawn;
import io.guatu.domain.Entry;
import java.util.function.UnaryOperator;

/** A project's directives, by the seq that issued them, oldest first. */
public record Directives(Items<Directive> all) {
    static final Directives NONE = new Directives(Items.none());

    Directives after(Entry entry) {
        if (!(entry.update() instanceof DirectiveUpdate update)) {
            return this;
        }
        if (update instanceof DirectiveIssued issued) {
            return new Directives(all.with(Directive.issued(entry, issued)));
        }
        if (update instanceof DirectiveAcknowledged acknowledged) {
            return change(
                    acknowledged.directive(), directive -> directive.acknowledged(entry, acknowledged.promised()));
        }
        if (update instanceof DirectiveAnswered answered) {
            return change(answered.directive(), directive -> directive.answered(entry, answered));
        }
        if (update instanceof DirectiveSentBack back) {
            return change(back.directive(), directive -> directive.sentBack(entry, back.reason(), back.deadline()));
        }
        if (update instanceof DirectiveAccepted accepted) {
            return change(
                    accepted.directive(),
                    directive -> directive.closed(entry, Directive.Status.CLOSED, accepted.note()));
        }
        DirectiveWithdrawn withdrawn = (DirectiveWithdrawn) update;
        return change(
                withdrawn.directive(),
                directive -> directive.closed(entry, Directive.Status.WITHDRAWN, withdrawn.reason()));
    }

    private Directives change(long seq, UnaryOperator<Directive> change) {
        return new Directives(all.with(seq, change));
    }
}
