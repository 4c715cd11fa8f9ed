package io.guatu.http.route;

import io.guatu.access.Grant;
import io.guatu.access.Subject;
import io.guatu.board.Card;
import io.guatu.domain.AccessUpdate.GrantIssued;
import io.guatu.domain.InvitationId;
import io.guatu.http.answer.Links;
import io.guatu.relay.Relay;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one link opens when it was given for several projects. Each grant stays itself: its own project, its own end, its own
 * token. The link's token opens no project, it only hands out the tokens of the grants that are still good.
 */
public record Invitations(Relay relay, Links links, Clock clock) {
    /** The grants that its link still opens. */
    List<Grant> live(InvitationId invitation) {
        return relay.roster().grantsOf(invitation).stream()
                .filter(grant -> grant.liveAt(clock.instant()))
                .toList();
    }

    /** The same as their contractor is told of them: each with its project's name and a token. */
    List<Map<String, Object>> opened(InvitationId invitation) {
        return live(invitation).stream()
                .filter(grant -> relay.board().cards().containsKey(grant.project())) // an archived project has none
                .map(this::opened)
                .toList();
    }

    private Map<String, Object> opened(Grant grant) {
        Card card = relay.board().cards().get(grant.project());
        Map<String, Object> all = new HashMap<>(told(grant));
        all.put("name", card.name());
        all.put(
                "token",
                links.token(
                        new Subject.Contractor(grant.issued().grant()),
                        grant.issued().until()));
        return all;
    }

    /** A grant as its own contractor is told of it. */
    static Map<String, Object> told(Grant grant) {
        GrantIssued issued = grant.issued();
        return Map.of(
                "id", issued.grant(),
                "project", grant.project(),
                "contractor", issued.contractor(),
                "company", issued.company(),
                "companyId", issued.side(),
                "milestones", issued.milestones(),
                "actions", issued.actions(),
                "until", issued.until());
    }
}
