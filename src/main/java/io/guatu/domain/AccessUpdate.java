package io.guatu.domain;

import java.time.Instant;
import java.util.List;

/** Who may look and tell. Secrets never come near the ledger. */
public sealed interface AccessUpdate extends Update {
    /** A grant is of its project. */
    @Override
    default boolean ofBoard() {
        return !(this instanceof GrantIssued || this instanceof GrantShown || this instanceof GrantRevoked);
    }

    /** An account, or its new role and projects. */
    record PersonAdded(PersonId person, String name, Role role, List<ProjectId> projects) implements AccessUpdate {
        public PersonAdded {
            name = Visible.name(name);
            projects = projects == null ? List.of() : List.copyOf(projects);
        }
    }

    /** The account opens nothing until it is enabled again. */
    record PersonDisabled(PersonId person, String reason) implements AccessUpdate {}

    record PersonEnabled(PersonId person) implements AccessUpdate {}

    /** The office gave the person a new first password. */
    record PasswordReset(PersonId person) implements AccessUpdate {}

    /** The person chose another password: every earlier log-in ends. */
    record PasswordChanged(PersonId person) implements AccessUpdate {}

    /**
     * What keeps the person logged in was used by two: somebody copied it. Every earlier log-in of the person ends, on every
     * node; the program itself tells it.
     */
    record LogInCopied(PersonId person) implements AccessUpdate {}

    /** A wall display may look until {@code until}. */
    record ScreenIssued(ScreenId screen, String name, Instant until) implements AccessUpdate {
        public ScreenIssued {
            name = Visible.name(name);
        }
    }

    record ScreenNamed(ScreenId screen, String name) implements AccessUpdate {
        public ScreenNamed {
            name = Visible.name(name);
        }
    }

    /** The display's access ends now. */
    record ScreenRevoked(ScreenId screen) implements AccessUpdate {}

    /**
     * A contractor may report on these milestones of the project until {@code until}.
     *
     * @param company as its people write it
     * @param companyId who it is: companies never see each other, and one that was renamed keeps its history; null in entries
     *     from before there were identities: the first company of that name
     * @param actions what it may tell; entries from before there was a choice have none, and mean all
     * @param invitation whose link opens this grant beside others; null: it has a link of its own
     */
    record GrantIssued(
            GrantId grant,
            String contractor,
            String company,
            CompanyId companyId,
            List<MilestoneId> milestones,
            List<GrantAction> actions,
            Instant until,
            InvitationId invitation)
            implements AccessUpdate {
        public GrantIssued {
            contractor = Visible.name(contractor);
            company = Visible.name(company);
            milestones = List.copyOf(milestones);
            actions = actions == null ? List.of(GrantAction.values()) : List.copyOf(actions);
        }

        /** Who the company is. */
        public CompanyId side() {
            return companyId == null ? CompanyId.named(company) : companyId;
        }
    }

    /** The grant's link was shown once more, to the entry's author: who has it can speak as the contractor. */
    record GrantShown(GrantId grant) implements AccessUpdate {}

    /** The contractor's access ends now. */
    record GrantRevoked(GrantId grant) implements AccessUpdate {}
}
