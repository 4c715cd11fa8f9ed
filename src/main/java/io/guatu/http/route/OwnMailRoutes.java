package io.guatu.http.route;

import io.guatu.access.Principal;
import io.guatu.access.Scope;
import io.guatu.courier.Directory;
import io.guatu.domain.PersonId;
import io.guatu.http.answer.Reply;
import io.guatu.http.contract.Operations;
import io.guatu.http.contract.RequestParams;
import io.guatu.http.request.Caller;
import io.vertx.ext.web.RoutingContext;

/** What somebody hears by mail: everybody says it for themselves, and sees nobody else's. */
public final class OwnMailRoutes implements Operations.Routes {
    private final Caller caller;
    private final Telling telling;

    public OwnMailRoutes(Caller caller, Telling telling) {
        this.caller = caller;
        this.telling = telling;
    }

    @Override
    public void on(Operations operations) {
        operations.on("readMyMail", this::read);
        operations.on("saveMyMail", this::save);
        operations.on("removeMyMail", this::remove);
        operations.on("testMyMail", this::test);
        operations.on("readMyOutbox", this::outbox);
    }

    private Principal person(RoutingContext context) {
        return caller.of(context, who -> Scope.maySee(who, Scope.Sight.OWN_MAIL, null));
    }

    private static PersonId id(Principal who) {
        return new PersonId(who.author().id());
    }

    private static String own(Principal who) {
        return Directory.own(id(who));
    }

    record OwnMail(boolean setUp, boolean links, Wishes.Shown mail) {}

    private OwnMail answer(Wishes.Shown shown) {
        return new OwnMail(telling.mail(), telling.links(), shown);
    }

    void read(RoutingContext context) {
        Principal who = person(context);
        telling.directory()
                .find(own(who))
                .map(found -> found.map(Wishes.Shown::of).orElse(null))
                .onSuccess(shown -> Reply.json(context, 200, answer(shown)))
                .onFailure(context::fail);
    }

    void save(RoutingContext context) {
        Principal who = person(context);
        Wishes.Asked asked = RequestParams.of(context)
                .body(Wishes.Asked.class)
                .mailOf(who.author().name());
        telling.save(own(who), id(who), asked, who)
                .onSuccess(saved -> Reply.json(context, 200, answer(Wishes.Shown.of(saved))))
                .onFailure(context::fail);
    }

    void remove(RoutingContext context) {
        Principal who = person(context);
        telling.remove(context, own(who), who);
    }

    void test(RoutingContext context) {
        telling.test(context, own(person(context)));
    }

    void outbox(RoutingContext context) {
        telling.outbox(context, own(person(context)));
    }
}
