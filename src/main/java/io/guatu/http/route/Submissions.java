package io.guatu.http.route;

import io.guatu.access.Principal;
import io.guatu.access.Scope;
import io.guatu.board.Board;
import io.guatu.board.Card;
import io.guatu.board.ProjectCard;
import io.guatu.board.SiteCard;
import io.guatu.command.Command;
import io.guatu.command.Refusal;
import io.guatu.command.Unavailable;
import io.guatu.command.Verdict;
import io.guatu.command.Writability;
import io.guatu.command.Writer;
import io.guatu.domain.Entry;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Update;
import io.guatu.http.problem.Problem;
import io.guatu.ledger.Obstacle;
import io.guatu.relay.Relay;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Tells the ledger on somebody's behalf; a refusal becomes the problem that says so. */
public final class Submissions {
    private static final long PATIENCE_MILLIS = 1_500;

    private final Writer writer;
    private final Relay relay;
    private final Clock clock;
    private final Writability writability;

    public Submissions(Writer writer, Writability writability, Relay relay, Clock clock) {
        this.writer = writer;
        this.writability = writability;
        this.relay = relay;
        this.clock = clock;
    }

    /**
     * Answers once this node shows it, so that whoever reads next reads what was written; or soon after, when the relay is
     * held up: then it is in the ledger all the same.
     *
     * @param request what makes a resend the same request: not the update, which may hold an id that we chose
     */
    Future<Entry> tell(Principal who, String key, String request, ProjectId project, Update update) {
        return tell(who, key, request, project, update, null);
    }

    /** @param expected see {@link Command} */
    Future<Entry> tell(Principal who, String key, String request, ProjectId project, Update update, Long expected) {
        return tell(who, key, request, project, List.of(update), expected).map(entries -> entries.get(0));
    }

    /** All of them or none, answered as one is. @param expected where the author saw the project, or null */
    Future<List<Entry>> tell(
            Principal who, String key, String request, ProjectId project, List<Update> updates, Long expected) {
        Optional<Obstacle> forbidden = writability.forbidden();
        if (forbidden.isPresent()) {
            return Future.failedFuture(new Unavailable("this node must not write", null, forbidden.get()));
        }
        return writer.submit(Command.of(who, key, request, clock.instant(), project, updates, expected))
                .compose(verdict -> verdict instanceof Verdict.Accepted accepted
                        ? shown(accepted.entries())
                        : refused((Verdict.Refused) verdict, who, project, updates));
    }

    private Future<List<Entry>> shown(List<Entry> entries) {
        return relay.at(entries.get(entries.size() - 1).seq())
                .timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .map(entries)
                .otherwise(entries);
    }

    private <T> Future<T> refused(Verdict.Refused refused, Principal who, ProjectId project, List<Update> updates) {
        Refusal refusal = refused.refusal();
        if (refusal.code() == Refusal.Code.MOVED_MEANWHILE) {
            // The present state, so that a person can see both: at least as new as the one it was judged by.
            return relay.at(Long.parseLong(refusal.parameters().get("seq")))
                    .compose(board ->
                            Future.failedFuture(Problem.of(refusal).with("current", current(board, who, project))));
        }
        String place = (updates.size() > 1 ? "/updates/" + refused.index() : "")
                + refusal.code()
                        .field(updates.get(refused.index()))
                        .map(field -> "/" + field)
                        .orElse("");
        Problem problem = Problem.of(refusal);
        return Future.failedFuture(place.isEmpty() ? problem : problem.at(place));
    }

    /** The card as this reader may see it; null when it may not, or there is none. */
    private static ProjectCard current(Board board, Principal who, ProjectId project) {
        Card card = board.cards().get(project);
        if (card == null || Scope.maySeeBoard(who)) {
            return card;
        }
        return Scope.maySeeSite(who, project) ? SiteCard.of(card) : null;
    }
}
