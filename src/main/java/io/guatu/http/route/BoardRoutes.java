package io.guatu.http.route;

import io.guatu.access.Principal;
import io.guatu.access.Scope;
import io.guatu.access.Scope.Sight;
import io.guatu.board.Board;
import io.guatu.board.Frame;
import io.guatu.board.Today;
import io.guatu.board.Wait.Party;
import io.guatu.bridge.Answers;
import io.guatu.bridge.FrameJson;
import io.guatu.bridge.Frames.Position;
import io.guatu.bridge.Leaving;
import io.guatu.bridge.PastFrames;
import io.guatu.command.Verifying;
import io.guatu.domain.Name;
import io.guatu.domain.ProjectUpdate.ProjectOpened;
import io.guatu.domain.Role;
import io.guatu.domain.RuleSet;
import io.guatu.http.answer.LastingAnswers;
import io.guatu.http.answer.Reply;
import io.guatu.http.contract.Operations;
import io.guatu.http.contract.RequestParams;
import io.guatu.http.problem.Problem;
import io.guatu.http.request.Caller;
import io.guatu.relay.BoardHistory;
import io.guatu.relay.Moment;
import io.guatu.relay.Relay;
import io.guatu.state.FirstSteps;
import io.guatu.state.KnownNames;
import io.guatu.state.Present;
import io.guatu.state.State;
import io.guatu.state.WaitingList;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Reading the board: today or on a past day, under its rules or others. */
public final class BoardRoutes implements Operations.Routes {
    private final Vertx vertx;
    private final Clock clock;
    private final Caller caller;
    private final Relay relay;
    private final BoardHistory past;
    private final PastFrames frames;
    private final Answers answers;
    private final LastingAnswers lasting;
    private final Map<String, RuleSet> shipped;

    public BoardRoutes(
            Vertx vertx,
            Clock clock,
            Caller caller,
            Relay relay,
            BoardHistory past,
            PastFrames frames,
            Answers answers,
            LastingAnswers lasting,
            Map<String, RuleSet> shipped) {
        this.vertx = vertx;
        this.clock = clock;
        this.caller = caller;
        this.relay = relay;
        this.past = past;
        this.frames = frames;
        this.answers = answers;
        this.lasting = lasting;
        this.shipped = shipped;
    }

    @Override
    public void on(Operations operations) {
        operations.on("readDoor", this::door);
        operations.on("readBoard", this::board);
        operations.on("readToday", this::today);
        operations.on("readWaiting", this::waiting);
        operations.on("readFirstSteps", this::firstSteps);
        operations.on("readNames", this::names);
        operations.on("readRules", this::rules);
        operations.on("previewRules", this::preview);
    }

    record Door(Name name, Boolean demo) {}

    /** Whose board it is, for whoever stands at the door. */
    void door(RoutingContext context) {
        Frame.Title title = answers.frames().title(relay.board());
        Reply.json(context, 200, new Door(title.name(), title.demo()));
    }

    /** What is missing before the board lives. */
    void firstSteps(RoutingContext context) {
        caller.of(context, who -> Scope.mayTell(who, ProjectOpened.class, null));
        Reply.json(context, 200, FirstSteps.of(relay.now().state(), clock.instant()));
    }

    /** What a name may be chosen from, while it is typed. */
    void names(RoutingContext context) {
        caller.of(context, who -> Scope.maySee(who, Sight.NAMES, null));
        Reply.json(context, 200, KnownNames.of(relay.now().state()));
    }

    void board(RoutingContext context) {
        Principal who = caller.of(context, Scope::maySeeBoard);
        RequestParams asked = RequestParams.of(context);
        LocalDate day = asked.day("asOf").orElse(null);
        String rules = asked.text("rules").orElse(null);
        if (day != null || rules != null) {
            RuleSet other = rules == null ? null : shipped(who, rules);
            onDay(day)
                    .onSuccess(moment -> lasting.bytes(
                            context, new OfBoard(moment, rules), () -> past(moment, other), this::leaving))
                    .onFailure(context::fail);
            return;
        }
        Present now = relay.now();
        Position position = new Position(
                asked.text("epoch").map(UUID::fromString).orElse(null),
                asked.day("day").orElse(null),
                asked.number("seq").orElse(null),
                asked.text("seal").orElse(null));
        answers.known(now, position)
                .onSuccess(known -> news(context, now, known))
                .onFailure(context::fail);
    }

    private void news(RoutingContext context, Present now, Position position) {
        Board board = now.board();
        String seal = now.head().seal().digits();
        // Weak: the time at which the frame leaves is another each time.
        String etag = "W/\"" + board.epoch() + "." + board.day() + "." + board.seq() + "." + seal + "."
                + position.base(board) + "\"";
        context.response().putHeader(HttpHeaders.ETAG, etag);
        if (etag.equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            context.response().setStatusCode(304).end();
        } else {
            answers.sync(now, null, position)
                    .onSuccess(frame -> reply(context, frame))
                    .onFailure(context::fail);
        }
    }

    /** @param rules the id of others than those of then, or null */
    private record OfBoard(Moment moment, String rules) {}

    private Future<byte[]> past(Moment moment, RuleSet other) {
        return other == null
                ? answers.once(new OfBoard(moment, null), () -> frames.of(moment))
                : answers.once(new OfBoard(moment, other.id()), () -> past.present(moment)
                        .compose(then -> whole(() -> then.under(other))));
    }

    void today(RoutingContext context) {
        Principal who = caller.of(context, Scope::maySeeBoard);
        State state = relay.now().state();
        Today today = Today.of(
                relay.board(), who.role(), who::owns, project -> !Verifying.isLeftToOthers(state, who.role(), project));
        Reply.json(context, 200, today);
    }

    /** Names are in it, so no screen reads it; a manager reads of own projects, the others of all. */
    void waiting(RoutingContext context) {
        Principal who = caller.of(context, each -> Scope.maySee(each, Sight.NAMES, null));
        Party party = Party.valueOf(
                RequestParams.of(context).text("party").orElseThrow().toUpperCase(Locale.ROOT));
        Reply.json(
                context,
                200,
                WaitingList.of(
                        relay.now().state(),
                        relay.board(),
                        party,
                        project -> who.role() != Role.MANAGER || who.owns(project)));
    }

    /** The present board under a rule set that nobody adopted. */
    void preview(RoutingContext context) {
        caller.of(context, who -> Scope.maySee(who, Sight.RULES, null));
        RuleSet rules = RequestParams.of(context).body(RuleSet.class);
        Present now = relay.now();
        if (!rules.ordered()) {
            throw Problem.of(422, "thresholds-unordered"); // what could not be adopted is not shown either
        }
        whole(() -> now.under(rules)).onSuccess(frame -> reply(context, frame)).onFailure(context::fail);
    }

    void rules(RoutingContext context) {
        caller.of(context, who -> Scope.maySee(who, Sight.RULES, null));
        Reply.json(
                context,
                200,
                Map.of("inForce", relay.board().terms().rules(), "shipped", List.copyOf(shipped.values())));
    }

    private Future<Moment> onDay(LocalDate day) {
        Present now = relay.now();
        if (day == null) {
            return Future.succeededFuture(Moment.of(now));
        }
        return day.isAfter(now.board().day()) ? Future.failedFuture(Problem.of(422, "day-in-future")) : past.on(day);
    }

    private Future<byte[]> whole(Supplier<Present> shown) {
        return vertx.executeBlocking(
                () -> FrameJson.encode(answers.frames().sync(shown.get(), null, Position.NOWHERE)), false);
    }

    private void reply(RoutingContext context, byte[] frame) {
        Reply.encoded(context, leaving(frame));
    }

    private byte[] leaving(byte[] frame) {
        return FrameJson.leaving(frame, Leaving.now(relay, clock));
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
