package io.guatu.http.route;

import io.guatu.access.Principal;
import io.guatu.access.Scope;
import io.guatu.courier.Destinations;
import io.guatu.courier.Directory;
import io.guatu.courier.Directory.Listed;
import io.guatu.courier.Reached;
import io.guatu.courier.TextFile;
import io.guatu.courier.Wish;
import io.guatu.domain.PersonId;
import io.guatu.http.answer.Reply;
import io.guatu.http.contract.Operations;
import io.guatu.http.contract.RequestParams;
import io.guatu.http.problem.Problem;
import io.guatu.http.request.Caller;
import io.guatu.ledger.Outbox;
import io.guatu.relay.Relay;
import io.guatu.tidings.Wording;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who hears from the board: groups and programs, which the office looks after, and everybody's own mail. No entry of the ledger
 * says any of it: an address must be forgotten when it is removed.
 */
public final class ReceiverRoutes implements Operations.Routes {
    private static final long SECONDS_UNTIL_NEXT_TEST = 600;

    private final Caller caller;
    private final Relay relay;
    private final Directory directory;
    private final Wishes wishes;
    private final boolean mail;
    private final TextFile zh = new TextFile("zh");
    private final TextFile en = new TextFile("en");

    /** @param mail whether a mail server is set up */
    public ReceiverRoutes(Caller caller, Relay relay, Directory directory, Destinations destinations, boolean mail) {
        this.caller = caller;
        this.relay = relay;
        this.directory = directory;
        this.wishes = new Wishes(destinations, mail);
        this.mail = mail;
    }

    @Override
    public void on(Operations operations) {
        operations.on("listReceivers", this::list);
        operations.on("saveReceiver", this::save);
        operations.on("removeReceiver", this::remove);
        operations.on("testReceiver", this::test);
        operations.on("readOutbox", this::outbox);
        operations.on("sendAgain", this::again);
        operations.on("readMyMail", this::mine);
        operations.on("saveMyMail", this::saveMine);
        operations.on("removeMyMail", this::removeMine);
        operations.on("testMyMail", this::testMine);
        operations.on("readMyOutbox", this::myOutbox);
    }

    private Principal office(RoutingContext context) {
        return caller.of(context, who -> Scope.maySee(who, Scope.Sight.RECEIVERS, null));
    }

    private Principal person(RoutingContext context) {
        return caller.of(context, who -> Scope.maySee(who, Scope.Sight.OWN_MAIL, null));
    }

    private static String group(RoutingContext context) {
        return RequestParams.of(context).path("receiver", id -> id);
    }

    private static String own(Principal who) {
        return Directory.own(new PersonId(who.author().id()));
    }

    private boolean links() {
        return relay.board().projects().settings().address() != null;
    }

    void list(RoutingContext context) {
        office(context);
        directory
                .groups()
                .onSuccess(all -> Reply.json(
                        context,
                        200,
                        Map.of(
                                "receivers",
                                all.stream().map(Wishes.Shown::of).toList(),
                                "mail",
                                mail,
                                "links",
                                links())))
                .onFailure(context::fail);
    }

    void save(RoutingContext context) {
        Principal who = office(context);
        Wishes.Asked asked = RequestParams.of(context).body(Wishes.Asked.class);
        save(group(context), null, asked, who)
                .onSuccess(saved -> Reply.json(context, 200, Wishes.Shown.of(saved)))
                .onFailure(context::fail);
    }

    private Future<Listed> save(String id, PersonId person, Wishes.Asked asked, Principal who) {
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
                    .map(found -> found.orElseThrow(ReceiverRoutes::unknown));
        });
    }

    void remove(RoutingContext context) {
        Principal who = office(context);
        remove(context, group(context), who);
    }

    private void remove(RoutingContext context, String id, Principal who) {
        directory
                .remove(id, who.author().name())
                .onSuccess(removed -> {
                    if (removed) {
                        Reply.none(context);
                    } else {
                        context.fail(unknown());
                    }
                })
                .onFailure(context::fail);
    }

    void test(RoutingContext context) {
        office(context);
        test(context, group(context));
    }

    private void test(RoutingContext context, String id) {
        String key = RequestParams.of(context).key();
        directory
                .find(id)
                .compose(found -> directory.test(found.orElseThrow(ReceiverRoutes::unknown), key))
                .onSuccess(sent -> {
                    if (sent) {
                        Reply.none(context);
                    } else {
                        context.fail(new Problem(
                                429,
                                "too-many-tests",
                                Map.of("seconds", Long.toString(SECONDS_UNTIL_NEXT_TEST)),
                                List.of()));
                    }
                })
                .onFailure(context::fail);
    }

    void outbox(RoutingContext context) {
        office(context);
        outbox(context, null);
    }

    void again(RoutingContext context) {
        office(context);
        directory
                .again(RequestParams.of(context).pathNumber("message"))
                .onSuccess(waits -> {
                    if (waits) {
                        Reply.none(context);
                    } else {
                        context.fail(Problem.of(409, "message-not-failed"));
                    }
                })
                .onFailure(context::fail);
    }

    private void outbox(RoutingContext context, String id) {
        RequestParams asked = RequestParams.of(context);
        String language = context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        boolean english = language != null && language.startsWith("en");
        directory
                .told(
                        id,
                        asked.number("before").orElse(Long.MAX_VALUE),
                        asked.number("limit").orElse(50L).intValue())
                .onSuccess(items -> Reply.json(context, 200, Map.of("messages", messages(items, english))))
                .onFailure(context::fail);
    }

    private List<Wishes.Message> messages(List<Outbox.Item> items, boolean english) {
        Wording wording = new Wording(english ? en : zh, relay.board());
        return items.stream().map(item -> Wishes.Message.of(item, wording)).toList();
    }

    record OwnMail(boolean setUp, boolean links, Wishes.Shown mail) {}

    void mine(RoutingContext context) {
        Principal who = person(context);
        directory
                .find(own(who))
                .onSuccess(found -> Reply.json(
                        context,
                        200,
                        new OwnMail(mail, links(), found.map(Wishes.Shown::of).orElse(null))))
                .onFailure(context::fail);
    }

    void saveMine(RoutingContext context) {
        Principal who = person(context);
        Wishes.Asked asked = RequestParams.of(context)
                .body(Wishes.Asked.class)
                .mailOf(who.author().name());
        save(own(who), new PersonId(who.author().id()), asked, who)
                .onSuccess(saved -> Reply.json(context, 200, new OwnMail(mail, links(), Wishes.Shown.of(saved))))
                .onFailure(context::fail);
    }

    void removeMine(RoutingContext context) {
        Principal who = person(context);
        remove(context, own(who), who);
    }

    void testMine(RoutingContext context) {
        test(context, own(person(context)));
    }

    void myOutbox(RoutingContext context) {
        outbox(context, own(person(context)));
    }

    private static Problem unknown() {
        return Problem.of(404, "unknown-receiver");
    }
}
