package io.guatu.http.route;

import io.guatu.access.Principal;
import io.guatu.access.Scope;
import io.guatu.board.Board;
import io.guatu.board.fold.Project;
import io.guatu.domain.ProgressUpdate.ProgressReported;
import io.guatu.http.answer.Reply;
import io.guatu.http.contract.Operations;
import io.guatu.http.contract.RequestParams;
import io.guatu.http.request.Caller;
import io.guatu.message.MessageReading;
import io.guatu.relay.Relay;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;

/** Reading what people write in a chat. What it seems to mean is told, once a person has looked, as every report is. */
public final class MessageRoutes implements Operations.Routes {
    private final Vertx vertx;
    private final Caller caller;
    private final Relay relay;

    public MessageRoutes(Vertx vertx, Caller caller, Relay relay) {
        this.vertx = vertx;
        this.caller = caller;
        this.relay = relay;
    }

    @Override
    public void on(Operations operations) {
        operations.on("readMessage", this::read);
    }

    void read(RoutingContext context) {
        Principal who = caller.of(
                context,
                each -> Scope.maySeeBoard(each) && Scope.tells(each.role()).contains(ProgressReported.class));
        String message = RequestParams.of(context).said("text");
        Board board = relay.board();
        List<Project> own = board.cards().keySet().stream()
                .filter(project -> Scope.mayTell(who, ProgressReported.class, project))
                .map(project -> board.projects().byId().get(project))
                .toList();
        // Beside a thousand names, some milliseconds.
        vertx.executeBlocking(() -> MessageReading.of(message, own, board.day()), false)
                .onSuccess(drafts -> Reply.json(context, 200, Map.of("drafts", drafts)))
                .onFailure(context::fail);
    }
}
