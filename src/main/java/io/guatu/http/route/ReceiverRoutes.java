package io.guatu.http.route;

import io.guatu.access.Principal;
import io.guatu.access.Scope;
import io.guatu.http.answer.Reply;
import io.guatu.http.contract.Operations;
import io.guatu.http.contract.RequestParams;
import io.guatu.http.problem.Problem;
import io.guatu.http.request.Caller;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/**
 * Which groups and programs hear from the board: the office looks after them. No entry of the ledger says any of it: an address
 * must be forgotten when it is removed.
 */
public final class ReceiverRoutes implements Operations.Routes {
    private final Caller caller;
    private final Telling telling;

    public ReceiverRoutes(Caller caller, Telling telling) {
        this.caller = caller;
        this.telling = telling;
    }

    @Override
    public void on(Operations operations) {
        operations.on("listReceivers", this::list);
        operations.on("saveReceiver", this::save);
        operations.on("removeReceiver", this::remove);
        operations.on("testReceiver", this::test);
        operations.on("readOutbox", this::outbox);
        operations.on("sendAgain", this::again);
    }

    private Principal office(RoutingContext context) {
        return caller.of(context, who -> Scope.maySee(who, Scope.Sight.RECEIVERS, null));
    }

    private static String receiver(RoutingContext context) {
        return RequestParams.of(context).path("receiver", id -> id);
    }

    void list(RoutingContext context) {
        office(context);
        telling.directory()
                .groups()
                .map(all -> all.stream().map(Wishes.Shown::of).toList())
                .onSuccess(receivers -> Reply.json(
                        context, 200, Map.of("receivers", receivers, "mail", telling.mail(), "links", telling.links())))
                .onFailure(context::fail);
    }

    void save(RoutingContext context) {
        Principal who = office(context);
        Wishes.Asked asked = RequestParams.of(context).body(Wishes.Asked.class);
        telling.save(receiver(context), null, asked, who)
                .onSuccess(saved -> Reply.json(context, 200, Wishes.Shown.of(saved)))
                .onFailure(context::fail);
    }

    void remove(RoutingContext context) {
        Principal who = office(context);
        telling.remove(context, receiver(context), who);
    }

    void test(RoutingContext context) {
        office(context);
        telling.test(context, receiver(context));
    }

    void outbox(RoutingContext context) {
        office(context);
        telling.outbox(context, null);
    }

    void again(RoutingContext context) {
        office(context);
        telling.directory()
                .again(RequestParams.of(context).pathNumber("message"))
                .onSuccess(waits -> Telling.none(context, waits, Problem.of(409, "message-not-failed")))
                .onFailure(context::fail);
    }
}
