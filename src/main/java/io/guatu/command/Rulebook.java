package io.guatu.command;

import static io.guatu.command.Refusal.Code.*;

import io.guatu.access.Grant;
import io.guatu.access.Principal;
import io.guatu.access.Scope;
import io.guatu.access.Screen;
import io.guatu.board.Milestone;
import io.guatu.board.Project;
import io.guatu.domain.GrantIssued;
import io.guatu.domain.GrantRevoked;
import io.guatu.domain.MilestonePlanned;
import io.guatu.domain.Percent;
import io.guatu.domain.PersonAdded;
import io.guatu.domain.ProgressReported;
import io.guatu.domain.ProgressReturned;
import io.guatu.domain.ProgressVerified;
import io.guatu.domain.ProjectOpened;
import io.guatu.domain.Role;
import io.guatu.domain.ScreenIssued;
import io.guatu.domain.ScreenRevoked;
import io.guatu.domain.Update;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The rules of what may be told, as one pure function of the facts and the proposal. It runs under the ledger's lock, so
 * what it sees is the whole truth: a grant that was revoked a moment ago is revoked here.
 */
final class Rulebook {
    private final Facts facts;
    private final Proposal proposal;
    private final LocalDate today;

    private Rulebook(Facts facts, Proposal proposal, ZoneId zone) {
        this.facts = facts;
        this.proposal = proposal;
        this.today = LocalDate.ofInstant(proposal.at(), zone);
    }

    /** @return why not, or empty when the update may enter the ledger */
    static Optional<Refusal> judge(Facts facts, Proposal proposal, ZoneId zone) {
        return new Rulebook(facts, proposal, zone).judge();
    }

    /** The update as it enters the ledger: a report also says what it moves from. */
    static Update complete(Facts facts, Proposal proposal) {
        if (proposal.update() instanceof ProgressReported reported) {
            Milestone milestone =
                    facts.projects().byId().get(proposal.project()).milestones().get(reported.milestone());
            return reported.from(milestone.said());
        }
        return proposal.update();
    }

    private Optional<Refusal> judge() {
        Instant now = proposal.at();
        Optional<Principal> who = proposal.who().renewed(facts.roster(), now);
        if (who.isEmpty()) {
            return refuse(ACCESS_ENDED);
        }
        Update update = proposal.update();
        if (!Scope.mayTell(who.get(), update.getClass(), proposal.project())) {
            return refuse(NOT_IN_SCOPE);
        }
        Optional<Project> project =
                proposal.project() == null ? Optional.empty() : facts.projects().find(proposal.project());
        if (update instanceof ProjectOpened) {
            return when(project.isPresent(), PROJECT_EXISTS);
        }
        if (proposal.project() != null) {
            return project.map(known -> judge(known, who.get())).orElseGet(() -> refuse(UNKNOWN_PROJECT));
        }
        return judgeBoard(update);
    }

    private Optional<Refusal> judge(Project project, Principal who) {
        Update update = proposal.update();
        if (update instanceof MilestonePlanned planned) {
            return planned(project, planned);
        }
        if (update instanceof ProgressReported reported) {
            return reported(project, reported, who);
        }
        if (update instanceof ProgressVerified verified) {
            return when(project.pending(verified.report()).isEmpty(), REPORT_NOT_PENDING);
        }
        if (update instanceof ProgressReturned returned) {
            return when(project.pending(returned.report()).isEmpty(), REPORT_NOT_PENDING);
        }
        if (update instanceof GrantIssued issued) {
            return issued(project, issued);
        }
        if (update instanceof GrantRevoked revoked) {
            Grant grant = facts.roster().grants().get(revoked.grant());
            if (grant == null || !grant.project().equals(project.id())) {
                return refuse(UNKNOWN_GRANT);
            }
            return when(grant.revoked() != null, ALREADY_REVOKED);
        }
        return Optional.empty(); // still-true is true whenever its author may say it
    }

    private Optional<Refusal> judgeBoard(Update update) {
        if (update instanceof PersonAdded added) {
            boolean person = added.role() == Role.OFFICE || added.role() == Role.MANAGER || added.role() == Role.LEADER;
            return when(!person, ROLE_NOT_FOR_PEOPLE);
        }
        if (update instanceof ScreenIssued issued) {
            return facts.roster().screens().containsKey(issued.screen())
                    ? refuse(ALREADY_ISSUED)
                    : when(!issued.until().isAfter(proposal.at()), UNTIL_IN_PAST);
        }
        if (update instanceof ScreenRevoked revoked) {
            Screen screen = facts.roster().screens().get(revoked.screen());
            return screen == null ? refuse(UNKNOWN_SCREEN) : when(screen.revoked() != null, ALREADY_REVOKED);
        }
        return Optional.empty();
    }

    private Optional<Refusal> planned(Project project, MilestonePlanned planned) {
        if (project.milestones().containsKey(planned.milestone())) {
            return refuse(MILESTONE_EXISTS);
        }
        if (planned.finish().isBefore(planned.start())) {
            return refuse(FINISH_BEFORE_START);
        }
        int sum = planned.weight().hundredths()
                + project.milestones().values().stream()
                        .mapToInt(milestone -> milestone.weight().hundredths())
                        .sum();
        return sum > Percent.FULL.hundredths()
                ? Optional.of(Refusal.of(WEIGHTS_OVER_100, "sum", new BigDecimal(sum).movePointLeft(2)))
                : Optional.empty();
    }

    private Optional<Refusal> reported(Project project, ProgressReported reported, Principal who) {
        Milestone milestone = project.milestones().get(reported.milestone());
        if (milestone == null) {
            return Optional.of(Refusal.of(UNKNOWN_MILESTONE, "milestone", reported.milestone()));
        }
        if (who.role() == Role.CONTRACTOR && !who.milestones().contains(reported.milestone())) {
            return refuse(MILESTONE_NOT_GRANTED);
        }
        if (reported.asOf().isAfter(today)) {
            return refuse(AS_OF_IN_FUTURE);
        }
        if (reported.forecast() != null && reported.forecast().isBefore(reported.asOf())) {
            return refuse(FORECAST_BEFORE_AS_OF);
        }
        boolean down = reported.percent().compareTo(milestone.said()) < 0;
        return down && (reported.note() == null || reported.note().isBlank())
                ? Optional.of(Refusal.of(
                        DOWN_WITHOUT_NOTE, "from", milestone.said().value().toPlainString()))
                : Optional.empty();
    }

    private Optional<Refusal> issued(Project project, GrantIssued issued) {
        if (facts.roster().grants().containsKey(issued.grant())) {
            return refuse(ALREADY_ISSUED);
        }
        if (!issued.until().isAfter(proposal.at())) {
            return refuse(UNTIL_IN_PAST);
        }
        return issued.milestones().stream()
                .filter(milestone -> !project.milestones().containsKey(milestone))
                .findFirst()
                .map(milestone -> Refusal.of(UNKNOWN_MILESTONE, "milestone", milestone));
    }

    private static Optional<Refusal> refuse(Refusal.Code code) {
        return Optional.of(Refusal.of(code));
    }

    private static Optional<Refusal> when(boolean bad, Refusal.Code code) {
        return bad ? refuse(code) : Optional.empty();
    }
}
