package io.guatu.http.route;

import io.guatu.access.Grant;
import io.guatu.access.Principal;
import io.guatu.access.Scope;
import io.guatu.access.Subject;
import io.guatu.board.fold.Project;
import io.guatu.domain.AccessUpdate.GrantIssued;
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
import io.guatu.relay.Relay;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One link for several projects of a company: a grant for each, given together by who may give every one of them. */
public final class InvitationRoutes implements Operations.Routes {
    private final Caller caller;
    private final Submissions submissions;
    private final Relay relay;
    private final Invitations invitations;
    private final Links links;
    private final Clock clock;

    public InvitationRoutes(
            Caller caller, Submissions submissions, Relay relay, Invitations invitations, Links links, Clock clock) {
        this.caller = caller;
        this.submissions = submissions;
        this.relay = relay;
        this.invitations = invitations;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public void on(Operations operations) {
        operations.on("issueInvitation", this::issue);
        operations.on("linkInvitation", this::link);
    }

    private record Part(ProjectId project, List<MilestoneId> milestones) {}

    private record Asked(
            String contractor,
            String company,
            CompanyId companyId,
            Boolean another,
            List<Part> projects,
            List<GrantAction> actions,
            int days) {}

    record Given(GrantId id, ProjectId project, List<MilestoneId> milestones) {}

    record Opened(String id, String token, String link, Links.Code qr, Instant expires, List<Given> grants) {}

    /**
     * Each grant is an entry of its own project, told after the one before; all that can be known to be wrong is found before the
     * first is. A resend continues where it was interrupted.
     */
    void issue(RoutingContext context) {
        Principal who = caller.of(context);
        RequestParams asked = RequestParams.of(context);
        Asked all = asked.body(Asked.class);
        for (int i = 0; i < all.projects().size(); i++) {
            check(who, all.projects().get(i), "/projects/" + i);
            ProjectId project = all.projects().get(i).project();
            if (all.projects().subList(0, i).stream()
                    .anyMatch(part -> part.project().equals(project))) {
                throw Problem.invalid("/projects/" + i + "/project", "fault-uniqueitems");
            }
        }
        CompanyId company =
                new Companies(relay.roster()).meant(all.companyId(), all.company(), Boolean.TRUE.equals(all.another()));
        Instant until = clock.instant().plus(Duration.ofDays(all.days())).truncatedTo(ChronoUnit.SECONDS);
        List<GrantIssued> made = new ArrayList<>();
        Future<Void> telling = Future.succeededFuture();
        for (Part part : all.projects()) {
            telling = telling.compose(told -> {
                // What the first sending made, it is called in every later one.
                GrantIssued first = made.isEmpty() ? null : made.get(0);
                GrantIssued issued = new GrantIssued(
                        new GrantId(RandomId.with("g-")),
                        all.contractor(),
                        all.company(),
                        first == null ? company : first.side(),
                        part.milestones(),
                        all.actions(),
                        first == null ? until : first.until(),
                        first == null ? new InvitationId(RandomId.with("i-")) : first.invitation());
                String key = asked.key() + " " + part.project();
                return submissions
                        .tell(who, key, "invitation " + asked.body(), part.project(), issued)
                        .map(entry -> {
                            made.add((GrantIssued) entry.update());
                            return null;
                        });
            });
        }
        telling.onSuccess(told -> {
                    List<Given> given = new ArrayList<>();
                    for (int i = 0; i < made.size(); i++) {
                        given.add(new Given(
                                made.get(i).grant(),
                                all.projects().get(i).project(),
                                made.get(i).milestones()));
                    }
                    reply(context, 201, made.get(0).invitation(), made.get(0).until(), given);
                })
                .onFailure(context::fail);
    }

    /** The link once more. It opens every project of the invitation, so it is for who may give access to each; that is on record first. */
    void link(RoutingContext context) {
        Principal who = caller.of(context);
        InvitationId id = RequestParams.of(context).path("invitation", InvitationId::new);
        List<Grant> live = invitations.live(id);
        if (live.isEmpty()
                || !live.stream().allMatch(grant -> Scope.maySee(who, Scope.Sight.GRANTS, grant.project()))) {
            throw Problem.of(404, "unknown-grant"); // which grants others gave is not theirs to find out
        }
        Future<Void> telling = Future.succeededFuture();
        for (Grant grant : live) {
            GrantId shown = grant.issued().grant();
            String once = RandomId.with("shown " + shown + " ");
            telling = telling.compose(told -> submissions
                    .tell(who, once, once, grant.project(), new GrantShown(shown))
                    .mapEmpty());
        }
        Instant until = live.stream()
                .map(grant -> grant.issued().until())
                .max(Instant::compareTo)
                .orElseThrow();
        List<Given> given = live.stream()
                .map(grant -> new Given(
                        grant.issued().grant(), grant.project(), grant.issued().milestones()))
                .toList();
        telling.onSuccess(told -> reply(context, 200, id, until, given)).onFailure(context::fail);
    }

    private void reply(RoutingContext context, int status, InvitationId id, Instant until, List<Given> given) {
        Links.Link link = links.of(context, "/report", new Subject.Invited(id), id.value(), until);
        Reply.json(context, status, new Opened(link.id(), link.token(), link.link(), link.qr(), link.expires(), given));
    }

    /** @throws Problem when this part would be refused */
    private void check(Principal who, Part part, String place) {
        if (!Scope.mayTell(who, GrantIssued.class, part.project())) {
            throw Problem.of(403, "not-in-scope").at(place + "/project");
        }
        Project project = relay.board().projects().find(part.project()).orElseThrow(() -> Problem.of(
                        404, "unknown-project")
                .at(place + "/project"));
        if (project.profile().archived()) {
            throw Problem.of(409, "project-archived").at(place + "/project");
        }
        for (MilestoneId milestone : part.milestones()) {
            if (!project.plan().milestones().containsKey(milestone)) {
                throw new Problem(422, "unknown-milestone", Map.of("milestone", milestone.value()), List.of())
                        .at(place + "/milestones");
            }
        }
    }
}
