package io.guatu.access;

import static io.guatu.domain.Role.CONTRACTOR;
import static io.guatu.domain.Role.LEADER;
import static io.guatu.domain.Role.MANAGER;
import static io.guatu.domain.Role.OFFICE;
import static io.guatu.domain.Role.SCREEN;
import static io.guatu.domain.Role.SYSTEM;

import io.guatu.domain.BoardOpened;
import io.guatu.domain.GrantIssued;
import io.guatu.domain.GrantRevoked;
import io.guatu.domain.MilestonePlanned;
import io.guatu.domain.PersonAdded;
import io.guatu.domain.ProgressReported;
import io.guatu.domain.ProgressReturned;
import io.guatu.domain.ProgressVerified;
import io.guatu.domain.ProjectId;
import io.guatu.domain.ProjectOpened;
import io.guatu.domain.Role;
import io.guatu.domain.ScreenIssued;
import io.guatu.domain.ScreenRevoked;
import io.guatu.domain.StillTrue;
import io.guatu.domain.Update;
import java.util.Map;
import java.util.Set;

/**
 * The one table of who may do what; routes, bridge and rules ask it. What is not listed is denied. The office and the
 * program reach every project, managers and contractors their own.
 */
public final class Scope {
    private static final Map<Class<? extends Update>, Set<Role>> TELL = Map.ofEntries(
            Map.entry(BoardOpened.class, Set.of(SYSTEM, OFFICE)),
            Map.entry(PersonAdded.class, Set.of(SYSTEM, OFFICE)),
            Map.entry(ScreenIssued.class, Set.of(SYSTEM, OFFICE)),
            Map.entry(ScreenRevoked.class, Set.of(OFFICE)),
            Map.entry(ProjectOpened.class, Set.of(OFFICE)),
            Map.entry(MilestonePlanned.class, Set.of(OFFICE, MANAGER)),
            Map.entry(ProgressReported.class, Set.of(OFFICE, MANAGER, CONTRACTOR)),
            Map.entry(ProgressVerified.class, Set.of(OFFICE, MANAGER)),
            Map.entry(ProgressReturned.class, Set.of(OFFICE, MANAGER)),
            Map.entry(StillTrue.class, Set.of(OFFICE, MANAGER, CONTRACTOR)),
            Map.entry(GrantIssued.class, Set.of(OFFICE, MANAGER)),
            Map.entry(GrantRevoked.class, Set.of(OFFICE, MANAGER)));

    private static final Set<Class<? extends Update>> ACCESS =
            Set.of(PersonAdded.class, ScreenIssued.class, ScreenRevoked.class, GrantIssued.class, GrantRevoked.class);

    private static final Set<Role> SEE_BOARD = Set.of(OFFICE, MANAGER, LEADER, SCREEN);
    private static final Set<Role> OWN_ONLY = Set.of(MANAGER, CONTRACTOR);

    private Scope() {}

    /** Whether this kind of update may come from this principal on this project (null: it concerns the whole board). */
    public static boolean mayTell(Principal who, Class<? extends Update> kind, ProjectId project) {
        return TELL.getOrDefault(kind, Set.of()).contains(who.role())
                && (!OWN_ONLY.contains(who.role()) || project != null && who.owns(project));
    }

    /** The town's view: every card, the totals, what happened. */
    public static boolean maySeeBoard(Principal who) {
        return SEE_BOARD.contains(who.role());
    }

    /** The site's view of one project: its contractors, and whoever may see the board. */
    public static boolean maySeeSite(Principal who, ProjectId project) {
        return maySeeBoard(who) || who.role() == CONTRACTOR && who.owns(project);
    }

    /** What happened to the projects is for all who see the board; who has access is the office's to know. */
    public static boolean maySeeEntry(Role role, Class<? extends Update> kind) {
        return role == OFFICE || !ACCESS.contains(kind);
    }

    public static boolean maySeeGrants(Principal who, ProjectId project) {
        return mayTell(who, GrantIssued.class, project);
    }

    public static boolean maySeeScreens(Principal who) {
        return mayTell(who, ScreenIssued.class, null);
    }
}
