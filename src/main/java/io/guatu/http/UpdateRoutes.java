package io.guatu.http;

import io.guatu.access.Principal;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Update;
import io.guatu.ledger.Json;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;

/** Telling the board something about a project. */
final class UpdateRoutes {
    private final Caller caller;
    private final Telling telling;

    UpdateRoutes(Caller caller, Telling telling) {
        this.caller = caller;
        this.telling = telling;
    }

    /** What the answer to an accepted update says. */
    record Receipt(long seq, long projectSeq) {}

    void post(RoutingContext context) {
        Principal who = caller.of(context);
        Asked asked = Asked.of(context);
        ProjectId project = asked.path("project", ProjectId::new);
        Update update = read(asked.body().encode());
        telling.tell(who, asked.key(), project + " " + Json.write(update), project, update)
                .onSuccess(entry -> Reply.json(context, 201, new Receipt(entry.seq(), entry.projectSeq())))
                .onFailure(context::fail);
    }

    /** The contract has passed it; what is still wrong are values such as 30 February. */
    private static Update read(String body) {
        try {
            return Json.read(body, Update.class);
        } catch (IllegalArgumentException e) {
            throw new Problem(400, "invalid", Map.of(), List.of(new Problem.Fault("/", e.getMessage())));
        }
    }
}
