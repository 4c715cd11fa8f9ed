package io.guatu.http.route;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guatu.access.Person;
import io.guatu.access.Principal;
import io.guatu.domain.PersonId;
import io.guatu.domain.Role;
import io.guatu.http.contract.RequestParams;
import io.guatu.http.request.Caller;
import io.guatu.http.request.ClientAddress;
import io.guatu.ledger.AccessEvent;
import io.guatu.ledger.AccessEvent.Kind;
import io.guatu.ledger.AccessLog;
import io.guatu.ledger.Json;
import io.guatu.relay.Relay;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Notes who came in, who was refused and what was taken away, once it is answered. A name that nobody has is not kept: people
 * type passwords there. No query is kept, and no token.
 */
public final class AccessNotes implements Handler<RoutingContext> {
    private static final String RECEIVERS = "/api/receivers/";
    private static final String DOOR = "/api/session";
    /** What a page shows is not taken away. */
    private static final String THUMBNAIL = "thumbnail";

    private static final int KNOWN_LINKS = 10_000;

    private final AccessLog log;
    private final Relay relay;
    private final Clock clock;
    /** Links that were told of within the hour. */
    private final Cache<String, Boolean> links = Caffeine.newBuilder()
            .maximumSize(KNOWN_LINKS)
            .expireAfterWrite(Duration.ofHours(1))
            .executor(Runnable::run)
            .build();

    public AccessNotes(AccessLog log, Relay relay, Clock clock) {
        this.log = log;
        this.relay = relay;
        this.clock = clock;
    }

    @Override
    public void handle(RoutingContext context) {
        context.addEndHandler(ended -> note(context));
        context.next();
    }

    private void note(RoutingContext context) {
        int status = context.response().getStatusCode();
        boolean door = DOOR.equals(context.normalizedPath())
                && HttpMethod.POST.equals(context.request().method());
        Principal who = Caller.known(context);
        if (door) {
            door(context, status);
        } else if (status == 401 || status == 403 || status == 429) {
            String what = context.request().method() + " " + context.normalizedPath() + " " + status;
            note(context, Kind.REFUSED, who, what);
        } else if (who != null && status < 300 && changesReceiver(context)) {
            note(context, Kind.RECEIVER_CHANGED, who, context.request().method() + " " + context.normalizedPath());
        } else if (who != null && status == 200 && taken(context).isPresent()) {
            note(context, Kind.DOWNLOAD, who, taken(context).get());
        }
        if (who != null && status < 400 && (who.role() == Role.CONTRACTOR || who.role() == Role.SCREEN)) {
            String link = who.author().id() + " " + ClientAddress.address(context.request());
            if (links.asMap().putIfAbsent(link, true) == null) {
                note(context, Kind.LINK_USED, who, null);
            }
        }
    }

    private static boolean changesReceiver(RoutingContext context) {
        HttpMethod method = context.request().method();
        return (HttpMethod.PUT.equals(method) || HttpMethod.DELETE.equals(method))
                && context.normalizedPath().startsWith(RECEIVERS);
    }

    private void door(RoutingContext context, int status) {
        RequestParams asked = RequestParams.of(context);
        if (asked == null || status != 200 && status != 401 && status != 403 && status != 429) {
            return; // it never came to a name
        }
        Optional<Person> person = person(asked.said("name"));
        log.note(new AccessEvent(
                clock.instant(),
                status == 200 ? Kind.LOG_IN : Kind.LOG_IN_REFUSED,
                person.map(known -> known.added().person().value()).orElse(null),
                person.map(known -> Json.kebab(known.added().role())).orElse(null),
                ClientAddress.address(context.request()),
                status == 200 ? null : Integer.toString(status)));
    }

    private Optional<Person> person(String name) {
        try {
            return Optional.ofNullable(relay.roster().people().get(new PersonId(name)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void note(RoutingContext context, Kind kind, Principal who, String what) {
        log.note(new AccessEvent(
                clock.instant(),
                kind,
                who == null ? null : who.author().id(),
                who == null ? null : Json.kebab(who.role()),
                ClientAddress.address(context.request()),
                what));
    }

    /** Files; of pictures, of which a page shows many, where they are and not which. */
    private static Optional<String> taken(RoutingContext context) {
        String type = context.response().headers().get(HttpHeaders.CONTENT_TYPE);
        String path = context.normalizedPath();
        boolean shown = type == null
                || type.startsWith("application/json")
                || type.startsWith("application/problem")
                || THUMBNAIL.equals(context.request().getParam("size"));
        if (shown) {
            return Optional.empty();
        }
        return Optional.of(type.startsWith("image/") ? path.substring(0, path.lastIndexOf('/')) : path);
    }
}
