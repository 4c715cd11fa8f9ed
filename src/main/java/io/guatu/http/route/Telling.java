package io.guatu.http.route;

import io.guatu.access.Principal;
import io.guatu.courier.Destinations;
import io.guatu.courier.Directory;
import io.guatu.courier.Directory.Listed;
import io.guatu.courier.Reached;
import io.guatu.courier.Wish;
import io.guatu.domain.PersonId;
import io.guatu.http.answer.Reply;
import io.guatu.http.contract.RequestParams;
import io.guatu.http.problem.Problem;
import io.guatu.relay.Relay;
import io.guatu.text.TextFile;
import io.guatu.tidings.Wording;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is done with a receiver, whosever it is; who may, the routes have asked. */
public final class Telling {
    private static final long SECONDS_UNTIL_NEXT_TEST = 600;
    private static final int PAGE = 50;

    private final Relay relay;
    private final Directory directory;
    private final Wishes wishes;
    private final boolean mail;

    /** @param mail whether a mail server is set up */
    public Telling(Relay relay, Directory directory, Destinations destinations, boolean mail) {
        this.relay = relay;
        this.directory = directory;
        this.wishes = new Wishes(destinations, mail);
        this.mail = mail;
    }

    Directory directory() {
        return directory;
    }

    boolean mail() {
        return mail;
    }

    /** Whether messages have links: only the office knows where the board is reached. */
    boolean links() {
        return relay.board().projects().settings().address() != null;
    }

    /** @param person whose own it is; null: a group's */
    Future<Listed> save(String id, PersonId person, Wishes.Asked asked, Principal who) {
        return Future.all(directory.find(id), directory.reached(id)).compose(read -> {
            Optional<Listed> known = read.resultAt(0);
            Optional<Reached> before = read.resultAt(1);
            boolean same = known.isPresent() && known.get().wish().channel() == asked.channel();
            Wish wish = wishes.wish(asked, known.orElse(null), relay.board());
            Reached reached = wishes.reached(asked, same ? before.orElse(null) : null);
            return directory
                    .save(id, person, wish, reached, who.author().name())
                    .compose(saved ->
                            saved ? directory.find(id) : Future.failedFuture(Problem.of(409, "too-many-receivers")))
                    .map(found -> found.orElseThrow(Telling::unknown));
        });
    }

    void remove(RoutingContext context, String id, Principal who) {
        directory
                .remove(id, who.author().name())
                .onSuccess(removed -> none(context, removed, unknown()))
                .onFailure(context::fail);
    }

    void test(RoutingContext context, String id) {
        String key = RequestParams.of(context).key();
        directory
                .find(id)
                .compose(found -> directory.test(found.orElseThrow(Telling::unknown), key))
                .onSuccess(sent -> none(
                        context,
                        sent,
                        new Problem(
                                429,
                                "too-many-tests",
                                Map.of("seconds", Long.toString(SECONDS_UNTIL_NEXT_TEST)),
                                List.of())))
                .onFailure(context::fail);
    }

    /** @param id null: what all groups were told */
    void outbox(RoutingContext context, String id) {
        RequestParams asked = RequestParams.of(context);
        String language = context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        Wording wording = new Wording(TextFile.in(language), relay.board());
        long before = asked.number("before").orElse(Long.MAX_VALUE);
        int limit = asked.number("limit").map(Long::intValue).orElse(PAGE);
        directory
                .told(id, before, limit)
                .map(items -> items.stream()
                        .map(item -> Wishes.Message.of(item, wording))
                        .toList())
                .onSuccess(messages -> Reply.json(context, 200, Map.of("messages", messages)))
                .onFailure(context::fail);
    }

    /** Nothing where it was done, else why it was not. */
    static void none(RoutingContext context, boolean done, Problem otherwise) {
        if (done) {
            Reply.none(context);
        } else {
            context.fail(otherwise);
        }
    }

    private static Problem unknown() {
        return Problem.of(404, "unknown-receiver");
    }
}
