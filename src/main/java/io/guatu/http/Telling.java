package io.guatu.http;

import io.guatu.access.Principal;
import io.guatu.command.Proposal;
import io.guatu.command.Verdict;
import io.guatu.command.Writer;
import io.guatu.domain.Entry;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Update;
import io.vertx.core.Future;
import java.time.Clock;

/** Tells the ledger on somebody's behalf; a refusal becomes the problem that says so. */
final class Telling {
    private final Writer writer;
    private final Clock clock;

    Telling(Writer writer, Clock clock) {
        this.writer = writer;
        this.clock = clock;
    }

    /** @param request what makes a resend the same request: not the update, which may hold an id that we chose */
    Future<Entry> tell(Principal who, String key, String request, ProjectId project, Update update) {
        return writer.submit(Proposal.of(who, key, request, clock.instant(), project, update))
                .compose(verdict -> verdict instanceof Verdict.Accepted accepted
                        ? Future.succeededFuture(accepted.entry())
                        : Future.failedFuture(Problem.of(((Verdict.Refused) verdict).refusal())));
    }
}
