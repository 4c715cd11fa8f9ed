package io.guatu.command;

import io.guatu.domain.Duties;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Role;
import io.guatu.state.State;

/** Who verifies what contractors report, as the office agreed it. */
public final class Verifying {
    private Verifying() {}

    /**
     * Whether somebody of this role leaves it to others: who runs the accounts does not verify, where the project has a manager
     * and the town has not said that it is too small for that.
     */
    public static boolean isLeftToOthers(State state, Role role, ProjectId project) {
        return role == Role.OFFICE
                && state.projects().settings().access().duties() == Duties.APART
                && !state.roster().managersOf(project).isEmpty();
    }
}
