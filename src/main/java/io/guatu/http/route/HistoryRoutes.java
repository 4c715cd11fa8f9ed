package io.guatu.http.route;

import io.guatu.access.Scope;
import io.guatu.board.Board;
import io.guatu.board.Changes;
import io.guatu.board.Digest;
import io.guatu.board.SafetyReport;
import io.guatu.board.fold.Project;
import io.guatu.domain.ProjectId;
import io.guatu.http.answer.LastingAnswers;
import io.guatu.http.contract.Operations;
import io.guatu.http.contract.RequestParams;
import io.guatu.http.problem.Problem;
import io.guatu.http.request.Caller;
import io.guatu.relay.BoardHistory;
import io.guatu.relay.Digests;
import io.guatu.relay.Moment;
import io.guatu.relay.Relay;
import io.guatu.state.Present;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What became of the programme: what changed between two days, its curve, the digest for walls, the year's safety. */
public final class HistoryRoutes implements Operations.Routes {
    private final Vertx vertx;
    private final Caller caller;
    private final Relay relay;
    private final BoardHistory past;
    private final Digests digests;
    private final LastingAnswers answers;

    public HistoryRoutes(
            Vertx vertx, Caller caller, Relay relay, BoardHistory past, Digests digests, LastingAnswers answers) {
        this.vertx = vertx;
        this.caller = caller;
        this.relay = relay;
        this.past = past;
        this.digests = digests;
        this.answers = answers;
    }

    @Override
    public void on(Operations operations) {
        operations.on("readChanges", this::changes);
        operations.on("readCurve", this::curve);
        operations.on("readDigest", this::digest);
        operations.on("readSafety", this::safety);
    }

    private record OfChanges(Moment from, Moment to) {}

    private record OfCurve(Moment of) {}

    private record OfDigest(Moment of, boolean yesterday, boolean meeting) {}

    private record OfSafety(Moment of, int year, ProjectId project) {}

    void changes(RoutingContext context) {
        caller.of(context, Scope::maySeeBoard);
        RequestParams asked = RequestParams.of(context);
        LocalDate from = asked.day("from").orElse(null);
        Long fromSeq = asked.number("fromSeq").orElse(null);
        if ((from == null) == (fromSeq == null)) {
            throw Problem.of(422, "from-once");
        }
        if (fromSeq != null && fromSeq > relay.board().seq()) {
            throw new Problem(422, "unknown-entry", Map.of("seq", fromSeq.toString()), List.of());
        }
        LocalDate to = asked.day("to").orElse(relay.board().day());
        Future<Moment> before = from == null ? past.at(fromSeq) : onDay(from);
        Future<Moment> after = onDay(to);
        Future.all(before, after)
                .onSuccess(both -> changes(context, before.result(), after.result()))
                .onFailure(context::fail);
    }

    private void changes(RoutingContext context, Moment from, Moment to) {
        if (from.seq() > to.seq() || to.day().isBefore(from.day())) {
            context.fail(Problem.of(422, "days-unordered"));
            return;
        }
        answers.json(context, new OfChanges(from, to), () -> past.board(from).compose(before -> past.board(to)
                .compose(after -> vertx.executeBlocking(() -> Changes.between(before, after), false))));
    }

    void curve(RoutingContext context) {
        caller.of(context, Scope::maySeeBoard);
        Present now = relay.now();
        answers.json(
                context,
                new OfCurve(Moment.of(now)),
                () -> vertx.executeBlocking(() -> Digest.programme(now.board()), false));
    }

    void digest(RoutingContext context) {
        caller.of(context, Scope::maySeeBoard);
        digests.now()
                .compose(digest -> past.after(digest.seq(), digest.day()).map(moment -> {
                    OfDigest of = new OfDigest(moment, digest.yesterday() != null, digest.meeting() != null);
                    answers.json(context, of, () -> Future.succeededFuture(digest));
                    return null;
                }))
                .onFailure(context::fail);
    }

    void safety(RoutingContext context) {
        caller.of(context, Scope::maySeeBoard);
        RequestParams asked = RequestParams.of(context);
        Present now = relay.now();
        Board board = now.board();
        int year = asked.number("year").map(Long::intValue).orElse(board.day().getYear());
        ProjectId id = asked.text("project").map(ProjectId::new).orElse(null);
        // What was found in a project that has left the board since was found all the same.
        Collection<Project> projects =
                id == null ? board.projects().byId().values() : List.of(ProjectRoutes.onBoard(board, id));
        answers.json(
                context,
                new OfSafety(Moment.of(now), year, id),
                () -> vertx.executeBlocking(() -> SafetyReport.of(projects, year, board.zone()), false));
    }

    private Future<Moment> onDay(LocalDate day) {
        return day.isAfter(relay.board().day()) ? Future.failedFuture(Problem.of(422, "day-in-future")) : past.on(day);
    }
}
