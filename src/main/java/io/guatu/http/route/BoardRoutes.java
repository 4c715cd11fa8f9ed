package io.guatu.http.route;

import io.guatu.access.Principal;
import io.guatu.access.Scope;
import io.guatu.access.Scope.Sight;
import io.guatu.board.Board;
import io.guatu.board.Changes;
import io.guatu.board.Frame;
import io.guatu.board.SafetyReport;
import io.guatu.board.Today;
import io.guatu.board.figures.Programme;
import io.guatu.board.fold.Project;
import io.guatu.bridge.Answers;
import io.guatu.bridge.FrameJson;
import io.guatu.bridge.Frames.Position;
import io.guatu.domain.Name;
import io.guatu.domain.ProjectId;
import io.guatu.domain.RuleSet;
import io.guatu.http.answer.Reply;
import io.guatu.http.contract.Operations;
import io.guatu.http.contract.RequestParams;
import io.guatu.http.problem.Problem;
import io.guatu.http.request.Caller;
import io.guatu.relay.BoardHistory;
import io.guatu.relay.Relay;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reading the board: today or on a past day, under its rules or others; what changed; what the programme adds up to. */
public final class BoardRoutes implements Operations.Routes {
    private final Vertx vertx;
    private final Clock clock;
    private final Caller caller;
    private final Relay relay;
    private final BoardHistory past;
    private final Answers answers;
    private final Map<String, RuleSet> shipped;

    public BoardRoutes(
            Vertx vertx,
            Clock clock,
            Caller caller,
            Relay relay,
            BoardHistory past,
            Answers answers,
            Map<String, RuleSet> shipped) {
        this.vertx = vertx;
        this.clock = clock;
        this.caller = caller;
        this.relay = relay;
        this.past = past;
        this.answers = answers;
        this.shipped = shipped;
    }

    @Override
    public void on(Operations operations) {
        operations.on("readDoor", this::door);
        operations.on("readBoard", this::board);
        operations.on("readToday", this::today);
        operations.on("readChanges", this::changes);
        operations.on("readCurve", this::curve);
        operations.on("readSafety", this::safety);
        operations.on("readRules", this::rules);
        operations.on("previewRules", this::preview);
    }

    record Door(Name name, Boolean demo) {}

    /** Whose board it is, for whoever stands at the door. */
    void door(RoutingContext context) {
        Frame.Title title = answers.frames().title(relay.board());
        Reply.json(context, 200, new Door(title.name(), title.demo()));
    }

    void board(RoutingContext context) {
        Principal who = caller.of(context, Scope::maySeeBoard);
        RequestParams asked = RequestParams.of(context);
        LocalDate day = asked.day("asOf").orElse(null);
        String rules = asked.text("rules").orElse(null);
        if (day != null || rules != null) {
            RuleSet other = rules == null ? null : shipped(who, rules);
            onDay(day)
                    .compose(board -> other == null ? answers.sync(board, null, Position.NOWHERE) : under(board, other))
                    .onSuccess(frame -> reply(context, frame))
                    .onFailure(context::fail);
            return;
        }
        Board board = relay.board();
        Position position = new Position(
                asked.text("epoch").map(UUID::fromString).orElse(null),
                asked.day("day").orElse(null),
                asked.number("seq").orElse(null));
        // Weak: the time at which the frame leaves is another each time.
        String etag =
                "W/\"" + board.epoch() + "." + board.day() + "." + board.seq() + "." + position.base(board) + "\"";
        context.response().putHeader(HttpHeaders.ETAG, etag);
        if (etag.equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            context.response().setStatusCode(304).end();
        } else {
            answers.sync(board, null, position)
                    .onSuccess(frame -> reply(context, frame))
                    .onFailure(context::fail);
        }
    }

    void today(RoutingContext context) {
        Principal who = caller.of(context, Scope::maySeeBoard);
        Reply.json(context, 200, Today.of(relay.board(), who.role(), who::owns));
    }

    /** The present board under a rule set that nobody adopted. */
    void preview(RoutingContext context) {
        caller.of(context, who -> Scope.maySee(who, Sight.RULES, null));
        RuleSet rules = RequestParams.of(context).body(RuleSet.class);
        if (!rules.ordered()) {
            throw Problem.of(422, "thresholds-unordered"); // what could not be adopted is not shown either
        }
        under(relay.board(), rules).onSuccess(frame -> reply(context, frame)).onFailure(context::fail);
    }

    void rules(RoutingContext context) {
        caller.of(context, who -> Scope.maySee(who, Sight.RULES, null));
        Reply.json(
                context,
                200,
                Map.of("inForce", relay.board().terms().rules(), "shipped", List.copyOf(shipped.values())));
    }

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
        (from == null ? past.at(fromSeq) : onDay(from))
                .compose(before -> onDay(to)
                        .compose(after -> before.seq() > after.seq() || to.isBefore(before.day())
                                ? Future.failedFuture(Problem.of(422, "days-unordered"))
                                : vertx.executeBlocking(() -> Changes.between(before, after))))
                .onSuccess(changes -> Reply.json(context, 200, changes))
                .onFailure(context::fail);
    }

    void curve(RoutingContext context) {
        caller.of(context, Scope::maySeeBoard);
        Board board = relay.board();
        List<Project> counted = board.projects().byId().values().stream()
                .filter(project -> board.cards().containsKey(project.id())
                        && !board.cards().get(project.id()).lamp().outside())
                .toList();
        vertx.executeBlocking(
                        () -> Programme.of(counted, board.projects().settings().weighting(), board.day(), board.zone()))
                .onSuccess(programme -> Reply.json(context, 200, programme))
                .onFailure(context::fail);
    }

    void safety(RoutingContext context) {
        caller.of(context, Scope::maySeeBoard);
        RequestParams asked = RequestParams.of(context);
        Board board = relay.board();
        int year = asked.number("year").map(Long::intValue).orElse(board.day().getYear());
        // What was found in a project that has left the board since was found all the same.
        Collection<Project> projects = asked.text("project")
                .map(ProjectId::new)
                .<Collection<Project>>map(id -> List.of(ProjectRoutes.onBoard(board, id)))
                .orElse(board.projects().byId().values());
        Reply.json(context, 200, SafetyReport.of(projects, year, board.zone()));
    }

    private Future<Board> onDay(LocalDate day) {
        Board now = relay.board();
        if (day == null) {
            return Future.succeededFuture(now);
        }
        return day.isAfter(now.day()) ? Future.failedFuture(Problem.of(422, "day-in-future")) : past.on(day);
    }

    private Future<byte[]> under(Board board, RuleSet rules) {
        return vertx.executeBlocking(
                () -> FrameJson.encode(answers.frames().sync(board.under(rules), null, Position.NOWHERE)));
    }

    private void reply(RoutingContext context, byte[] frame) {
        Reply.encoded(context, FrameJson.leaving(frame, clock.instant()));
    }

    private RuleSet shipped(Principal who, String id) {
        if (!Scope.maySee(who, Sight.RULES, null)) {
            throw Problem.of(403, "not-in-scope");
        }
        RuleSet rules = shipped.get(id);
        if (rules == null) {
            throw Problem.of(404, "unknown-rules");
        }
        return rules;
    }
}
