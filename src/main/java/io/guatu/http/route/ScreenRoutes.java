package io.guatu.http.route;

import io.guatu.access.Principal;
import io.guatu.access.Scope;
import io.guatu.access.Screen;
import io.guatu.access.Subject;
import io.guatu.domain.AccessUpdate.ScreenIssued;
import io.guatu.domain.AccessUpdate.ScreenRevoked;
import io.guatu.domain.ScreenId;
import io.guatu.http.answer.Links;
import io.guatu.http.answer.RandomId;
import io.guatu.http.answer.Reply;
import io.guatu.http.contract.Operations;
import io.guatu.http.contract.RequestParams;
import io.guatu.http.request.Caller;
import io.guatu.ledger.ScreenHeartbeats;
import io.guatu.relay.Relay;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Wall displays: issued, listed with their last heartbeat, ended by the office. */
public final class ScreenRoutes implements Operations.Routes {
    /** What a screen is given, however it came. */
    static final Duration YEAR = Duration.ofDays(365);

    private final Caller caller;
    private final Submissions submissions;
    private final Relay relay;
    private final ScreenHeartbeats heartbeats;
    private final Links links;
    private final Clock clock;

    public ScreenRoutes(
            Caller caller,
            Submissions submissions,
            Relay relay,
            ScreenHeartbeats heartbeats,
            Links links,
            Clock clock) {
        this.caller = caller;
        this.submissions = submissions;
        this.relay = relay;
        this.heartbeats = heartbeats;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public void on(Operations operations) {
        operations.on("listScreens", this::list);
        operations.on("issueScreen", this::issue);
        operations.on("revokeScreen", this::revoke);
    }

    record Listed(ScreenId id, String name, Instant until, Instant revoked, Seen seen) {}

    record Seen(Instant at, long seq, long painted, int width, int height, long behind) {}

    void list(RoutingContext context) {
        caller.of(context, who -> Scope.maySee(who, Scope.Sight.SCREENS, null));
        heartbeats
                .all()
                .onSuccess(seen -> {
                    List<Listed> screens = relay.roster().screens().values().stream()
                            .map(screen -> listed(screen, seen))
                            .toList();
                    Reply.json(context, 200, Map.of("screens", screens));
                })
                .onFailure(context::fail);
    }

    void issue(RoutingContext context) {
        Principal who = caller.of(context);
        RequestParams asked = RequestParams.of(context);
        ScreenIssued issued = new ScreenIssued(
                new ScreenId(RandomId.with("s-")),
                asked.said("name"),
                clock.instant().plus(YEAR).truncatedTo(ChronoUnit.SECONDS));
        submissions
                .tell(who, asked.key(), "screen " + asked.body(), null, issued)
                .onSuccess(entry -> {
                    ScreenIssued made = (ScreenIssued) entry.update();
                    Subject subject = new Subject.Display(made.screen());
                    Reply.json(
                            context,
                            201,
                            links.of(context, "/wall", subject, made.screen().value(), made.until()));
                })
                .onFailure(context::fail);
    }

    void revoke(RoutingContext context) {
        Principal who = caller.of(context, office -> Scope.maySee(office, Scope.Sight.SCREENS, null));
        ScreenId id = RequestParams.of(context).path("screen", ScreenId::new);
        submissions
                .tell(who, "revoke " + id, "revoke " + id, null, new ScreenRevoked(id))
                .onSuccess(entry -> Reply.none(context))
                .onFailure(fault -> GrantRoutes.endIfEnded(context, fault));
    }

    private Listed listed(Screen screen, Map<ScreenId, ScreenHeartbeats.Sighting> seen) {
        ScreenHeartbeats.Sighting sighting = seen.get(screen.issued().screen());
        Seen last = sighting == null
                ? null
                : new Seen(
                        sighting.at(),
                        sighting.seq(),
                        sighting.painted(),
                        sighting.width(),
                        sighting.height(),
                        Math.max(0, relay.board().seq() - sighting.seq()));
        return new Listed(
                screen.issued().screen(),
                screen.issued().name(),
                screen.issued().until(),
                screen.revoked(),
                last);
    }
}
