package io.guatu.http.route;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.access.Principal;
import io.guatu.domain.Entry;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Update;
import io.guatu.http.answer.Reply;
import io.guatu.http.contract.Operations;
import io.guatu.http.contract.RequestParams;
import io.guatu.http.problem.Problem;
import io.guatu.http.request.Caller;
import io.guatu.ledger.Json;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Telling the board something about a project, or about itself. */
public final class UpdateRoutes implements Operations.Routes {
    /** A hundred updates. */
    private static final long LONGEST_BATCH = 1024 * 1024;

    private final Caller caller;
    private final Submissions submissions;

    public UpdateRoutes(Caller caller, Submissions submissions) {
        this.caller = caller;
        this.submissions = submissions;
    }

    @Override
    public void on(Operations operations) {
        operations.on("postUpdate", this::post);
        operations.on("postUpdates", LONGEST_BATCH, RoutingContext::next, this::postBatch);
        operations.on("postBoardUpdate", this::postToBoard);
    }

    /** What the answer to an accepted update says. */
    record Receipt(long seq, long projectSeq) {
        static Receipt of(Entry entry) {
            return new Receipt(entry.seq(), entry.projectSeq());
        }
    }

    void post(RoutingContext context) {
        Principal who = caller.of(context);
        RequestParams asked = RequestParams.of(context);
        ProjectId project = asked.path("project", ProjectId::new);
        Update update = asked.body(Update.class);
        tell(context, who, project, List.of(update))
                .onSuccess(entries -> Reply.json(context, 201, Receipt.of(entries.get(0))))
                .onFailure(context::fail);
    }

    void postBatch(RoutingContext context) {
        Principal who = caller.of(context);
        RequestParams asked = RequestParams.of(context);
        ProjectId project = asked.path("project", ProjectId::new);
        List<Update> updates = new ArrayList<>();
        for (JsonNode update : asked.body().path("updates")) {
            updates.add(RequestParams.read(update, Update.class, "/updates/" + updates.size()));
        }
        tell(context, who, project, updates)
                .onSuccess(entries -> Reply.json(
                        context,
                        201,
                        Map.of("entries", entries.stream().map(Receipt::of).toList())))
                .onFailure(context::fail);
    }

    /** What concerns the whole board. */
    void postToBoard(RoutingContext context) {
        Principal who = caller.of(context);
        RequestParams asked = RequestParams.of(context);
        Update update = asked.body(Update.class);
        submissions
                .tell(who, asked.key(), "board " + Json.write(update), null, update)
                .onSuccess(entry -> Reply.json(context, 201, Receipt.of(entry)))
                .onFailure(context::fail);
    }

    private Future<List<Entry>> tell(RoutingContext context, Principal who, ProjectId project, List<Update> updates) {
        RequestParams asked = RequestParams.of(context);
        Optional<Long> match = ifMatch(context);
        Long expected = asked.number("expectedProjectSeq").or(() -> match).orElse(null);
        String request =
                updates.size() == 1 ? project + " " + Json.write(updates.get(0)) : project + " " + Json.write(updates);
        return submissions
                .tell(who, asked.key(), request, project, updates, expected)
                .recover(fault -> Future.failedFuture(
                        match.isPresent()
                                        && fault instanceof Problem problem
                                        && problem.code().equals("moved-meanwhile")
                                ? problem.as(412)
                                : fault));
    }

    /** The position as an entity tag: {@code "17"}. */
    private static Optional<Long> ifMatch(RoutingContext context) {
        String tag = context.request().getHeader(HttpHeaders.IF_MATCH);
        if (tag == null || tag.equals("*")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(tag.replaceAll("^\"|\"$", "")));
        } catch (NumberFormatException e) {
            throw Problem.invalid("If-Match", "fault-format");
        }
    }
}
