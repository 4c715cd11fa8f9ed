package io.guatu.http;

import io.guatu.access.Grant;
import io.guatu.access.Principal;
import io.guatu.access.Scope;
import io.guatu.access.Subject;
import io.guatu.domain.AccessUpdate.GrantIssued;
import io.guatu.domain.AccessUpdate.GrantRevoked;
import io.guatu.domain.GrantId;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.ProjectId;
import io.guatu.relay.Relay;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Contractors' access: issued, listed, ended by the project's manager or the office. */
final class GrantRoutes {
    private final Caller caller;
    private final Telling telling;
    private final Relay relay;
    private final Links links;
    private final Clock clock;

    GrantRoutes(Caller caller, Telling telling, Relay relay, Links links, Clock clock) {
        this.caller = caller;
        this.telling = telling;
        this.relay = relay;
        this.links = links;
        this.clock = clock;
    }

    record Listed(
            GrantId id,
            String contractor,
            String company,
            List<MilestoneId> milestones,
            Instant until,
            Instant revoked) {
        static Listed of(Grant grant) {
            GrantIssued issued = grant.issued();
            return new Listed(
                    issued.grant(),
                    issued.contractor(),
                    issued.company(),
                    issued.milestones(),
                    issued.until(),
                    grant.revoked());
        }
    }

    void list(RoutingContext context) {
        ProjectId project = Asked.of(context).path("project", ProjectId::new);
        caller.of(context, who -> Scope.maySee(who, Scope.Sight.GRANTS, project));
        List<Listed> grants =
                relay.roster().grantsOf(project).stream().map(Listed::of).toList();
        Reply.json(context, 200, Map.of("grants", grants));
    }

    void issue(RoutingContext context) {
        Principal who = caller.of(context);
        Asked asked = Asked.of(context);
        ProjectId project = asked.path("project", ProjectId::new);
        JsonObject body = asked.body();
        GrantIssued issued = new GrantIssued(
                new GrantId(RandomId.with("g-")),
                body.getString("contractor"),
                body.getString("company"),
                body.getJsonArray("milestones").stream()
                        .map(milestone -> new MilestoneId((String) milestone))
                        .toList(),
                clock.instant().plus(Duration.ofDays(body.getInteger("days"))).truncatedTo(ChronoUnit.SECONDS));
        telling.tell(who, asked.key(), "grant " + project + " " + body.encode(), project, issued)
                .onSuccess(entry -> {
                    // A resend gets the grant that its first sending made.
                    GrantIssued made = (GrantIssued) entry.update();
                    Subject subject = new Subject.Contractor(made.grant());
                    Reply.json(
                            context,
                            201,
                            links.of(context, "/report", subject, made.grant().value(), made.until()));
                })
                .onFailure(context::fail);
    }

    void revoke(RoutingContext context) {
        Principal who = caller.of(context);
        GrantId id = Asked.of(context).path("grant", GrantId::new);
        Grant grant = relay.roster().grants().get(id);
        if (grant == null || !Scope.maySee(who, Scope.Sight.GRANTS, grant.project())) {
            throw Problem.of(404, "unknown-grant"); // which grants others gave is not theirs to find out
        }
        telling.tell(who, "revoke " + id, "revoke " + id, grant.project(), new GrantRevoked(id))
                .onSuccess(entry -> Reply.none(context))
                .onFailure(fault -> endIfEnded(context, fault));
    }

    /** Ending what has ended is no fault: the second tap, the resend. */
    static void endIfEnded(RoutingContext context, Throwable fault) {
        if (fault instanceof Problem problem && problem.code().equals("already-revoked")) {
            Reply.none(context);
        } else {
            context.fail(fault);
        }
    }
}
