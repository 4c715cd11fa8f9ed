package io.guatu.http.route;

import io.guatu.access.Grant;
import io.guatu.access.Principal;
import io.guatu.access.Scope;
import io.guatu.access.Subject;
import io.guatu.domain.AccessUpdate.GrantIssued;
import io.guatu.domain.AccessUpdate.GrantRevoked;
import io.guatu.domain.AccessUpdate.GrantShown;
import io.guatu.domain.CompanyId;
import io.guatu.domain.GrantAction;
import io.guatu.domain.GrantId;
import io.guatu.domain.InvitationId;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.ProjectId;
import io.guatu.http.answer.Links;
import io.guatu.http.answer.RandomId;
import io.guatu.http.answer.Reply;
import io.guatu.http.contract.Operations;
import io.guatu.http.contract.RequestParams;
import io.guatu.http.problem.Problem;
import io.guatu.http.request.Caller;
import io.guatu.ledger.GrantUsage;
import io.guatu.relay.Relay;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Contractors' access: issued, listed, ended by the project's manager or the office. */
public final class GrantRoutes implements Operations.Routes {
    private final Caller caller;
    private final Submissions submissions;
    private final Relay relay;
    private final GrantUsage uses;
    private final Links links;
    private final Clock clock;

    public GrantRoutes(Caller caller, Submissions submissions, Relay relay, GrantUsage uses, Links links, Clock clock) {
        this.caller = caller;
        this.submissions = submissions;
        this.relay = relay;
        this.uses = uses;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public void on(Operations operations) {
        operations.on("listGrants", this::list);
        operations.on("issueGrant", this::issue);
        operations.on("revokeGrant", this::revoke);
        operations.on("readMyLink", this::mine);
        operations.on("linkGrant", this::link);
    }

    private record Asked(
            String contractor,
            String company,
            CompanyId companyId,
            Boolean another,
            List<MilestoneId> milestones,
            List<GrantAction> actions,
            int days) {}

    record Listed(
            GrantId id,
            String contractor,
            String company,
            CompanyId companyId,
            List<MilestoneId> milestones,
            List<GrantAction> actions,
            Instant until,
            Instant revoked,
            Instant used,
            InvitationId invitation) {
        static Listed of(Grant grant, Instant used) {
            GrantIssued issued = grant.issued();
            return new Listed(
                    issued.grant(),
                    issued.contractor(),
                    issued.company(),
                    issued.side(),
                    issued.milestones(),
                    issued.actions(),
                    issued.until(),
                    grant.revoked(),
                    used,
                    issued.invitation());
        }
    }

    void list(RoutingContext context) {
        ProjectId project = RequestParams.of(context).path("project", ProjectId::new);
        caller.of(context, who -> Scope.maySee(who, Scope.Sight.GRANTS, project));
        uses.all()
                .onSuccess(used -> {
                    List<Listed> grants = relay.roster().grantsOf(project).stream()
                            .map(grant ->
                                    Listed.of(grant, used.get(grant.issued().grant())))
                            .toList();
                    Reply.json(
                            context, 200, Map.of("grants", grants, "companies", new Companies(relay.roster()).all()));
                })
                .onFailure(context::fail);
    }

    void issue(RoutingContext context) {
        Principal who = caller.of(context);
        RequestParams asked = RequestParams.of(context);
        ProjectId project = asked.path("project", ProjectId::new);
        Asked grant = asked.body(Asked.class);
        GrantIssued issued = new GrantIssued(
                new GrantId(RandomId.with("g-")),
                grant.contractor(),
                grant.company(),
                new Companies(relay.roster())
                        .meant(grant.companyId(), grant.company(), Boolean.TRUE.equals(grant.another())),
                grant.milestones(),
                grant.actions(),
                clock.instant().plus(Duration.ofDays(grant.days())).truncatedTo(ChronoUnit.SECONDS),
                null);
        submissions
                .tell(who, asked.key(), "grant " + project + " " + asked.body(), project, issued)
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

    /**
     * The link of one grant once more, for a card that was lost: the same access, until the same day. Who has it shown is on
     * record first.
     */
    void link(RoutingContext context) {
        Principal who = caller.of(context);
        Grant grant = theirs(context);
        GrantIssued issued = grant.issued();
        Subject subject = new Subject.Contractor(issued.grant());
        String once = RandomId.with("shown " + issued.grant() + " ");
        submissions
                .tell(who, once, once, grant.project(), new GrantShown(issued.grant()))
                .onSuccess(entry -> Reply.json(
                        context,
                        200,
                        links.of(context, "/report", subject, issued.grant().value(), issued.until())))
                .onFailure(context::fail);
    }

    /** A contractor's own link, for another phone of its: with the very token that it came with. */
    void mine(RoutingContext context) {
        Principal who = caller.of(
                context,
                principal -> principal.subject() instanceof Subject.Contractor
                        || principal.subject() instanceof Subject.Invited);
        Reply.json(
                context,
                200,
                links.with(
                        Caller.token(context), context, "/report", who.author().id(), who.expires()));
    }

    void revoke(RoutingContext context) {
        Principal who = caller.of(context);
        Grant grant = theirs(context);
        GrantId id = grant.issued().grant();
        submissions
                .tell(who, "revoke " + id, "revoke " + id, grant.project(), new GrantRevoked(id))
                .onSuccess(entry -> Reply.none(context))
                .onFailure(fault -> endIfEnded(context, fault));
    }

    private Grant theirs(RoutingContext context) {
        Principal who = caller.of(context);
        Grant grant = relay.roster().grants().get(RequestParams.of(context).path("grant", GrantId::new));
        if (grant == null || !Scope.maySee(who, Scope.Sight.GRANTS, grant.project())) {
            throw Problem.of(404, "unknown-grant"); // which grants others gave is not theirs to find out
        }
        return grant;
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
