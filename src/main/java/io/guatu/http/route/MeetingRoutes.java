package io.guatu.http.route;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.guatu.access.HeadSignatures;
import io.guatu.access.Scope;
import io.guatu.board.Agenda;
import io.guatu.board.Minutes;
import io.guatu.domain.BoardUpdate.MeetingHeld;
import io.guatu.domain.Entry;
import io.guatu.http.answer.LastingAnswers;
import io.guatu.http.answer.Reply;
import io.guatu.http.contract.Operations;
import io.guatu.http.contract.RequestParams;
import io.guatu.http.request.Caller;
import io.guatu.ledger.EntrySearch;
import io.guatu.ledger.Json;
import io.guatu.ledger.Search;
import io.guatu.relay.BoardHistory;
import io.guatu.relay.Moment;
import io.guatu.relay.Relay;
import io.guatu.state.Present;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** 调度会: what the next meeting has to speak of, the meetings that were held, the minutes of each. */
public final class MeetingRoutes implements Operations.Routes {
    private static final int PAGE = 50;

    private final Vertx vertx;
    private final Caller caller;
    private final Relay relay;
    private final Meetings meetings;
    private final EntrySearch ledger;
    private final LastingAnswers answers;

    public MeetingRoutes(
            Vertx vertx,
            Caller caller,
            Relay relay,
            BoardHistory past,
            EntrySearch ledger,
            HeadSignatures signatures,
            LastingAnswers answers) {
        this.vertx = vertx;
        this.caller = caller;
        this.relay = relay;
        this.meetings = new Meetings(vertx, past, ledger, relay, signatures);
        this.ledger = ledger;
        this.answers = answers;
    }

    @Override
    public void on(Operations operations) {
        operations.on("readAgenda", this::agenda);
        operations.on("listMeetings", this::list);
        operations.on("readMinutes", this::minutes);
    }

    /** A meeting in the list; {@code decisions} is null where none were noted. */
    private record Held(long seq, Instant at, String title, String by, Integer decisions) {
        static Held of(Entry entry) {
            MeetingHeld held = (MeetingHeld) entry.update();
            List<Long> decisions = held.decisions();
            return new Held(
                    entry.seq(),
                    entry.at(),
                    held.title(),
                    entry.by().name(),
                    decisions == null ? null : decisions.size());
        }
    }

    private record Told(@JsonUnwrapped Minutes minutes, String seal, String mark) {}

    private record OfAgenda(Moment of) {}

    private record OfMinutes(Moment of, long meeting) {}

    void agenda(RoutingContext context) {
        caller.of(context, Scope::maySeeBoard);
        Present now = relay.now();
        answers.json(context, new OfAgenda(Moment.of(now)), () -> meetings.last(now.board())
                .compose(last -> vertx.executeBlocking(() -> Agenda.of(now.board(), last), false)));
    }

    void list(RoutingContext context) {
        caller.of(context, Scope::maySeeBoard);
        RequestParams asked = RequestParams.of(context);
        String kind = Json.kind(MeetingHeld.class);
        long before = asked.number("before").orElse(Long.MAX_VALUE);
        int limit = asked.number("limit").map(Long::intValue).orElse(PAGE);
        ledger.find(new Search(0, before, null, kind, null, null, null, null, Set.of()), true, limit)
                .onSuccess(held -> Reply.json(
                        context,
                        200,
                        Map.of("meetings", held.entries().stream().map(Held::of).toList())))
                .onFailure(context::fail);
    }

    void minutes(RoutingContext context) {
        caller.of(context, Scope::maySeeBoard);
        long seq = RequestParams.of(context).pathNumber("meeting");
        meetings.held(seq)
                .onSuccess(held -> {
                    Present now = relay.now();
                    answers.json(context, new OfMinutes(Moment.of(now), seq), () -> meetings.kept(held, now.board())
                            .map(kept -> new Told(kept.minutes(), kept.seal().text(), kept.mark())));
                })
                .onFailure(context::fail);
    }
}
