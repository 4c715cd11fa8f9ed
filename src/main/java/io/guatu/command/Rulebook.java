package io.guatu.command;

import static io.guatu.command.Refusal.Code.ACCESS_ENDED;
import static io.guatu.command.Refusal.Code.MOVED_MEANWHILE;
import static io.guatu.command.Refusal.Code.NOT_IN_SCOPE;
import static io.guatu.command.Refusal.Code.PERSON_EXISTS;
import static io.guatu.command.Refusal.Code.PROJECT_ARCHIVED;
import static io.guatu.command.Refusal.Code.PROJECT_EXISTS;
import static io.guatu.command.Refusal.Code.UNKNOWN_PROJECT;

import io.guatu.access.Principal;
import io.guatu.access.Scope;
import io.guatu.board.fold.Project;
import io.guatu.domain.AccessUpdate;
import io.guatu.domain.AccessUpdate.PersonAdded;
import io.guatu.domain.Approved;
import io.guatu.domain.BlockerUpdate;
import io.guatu.domain.BlockerUpdate.BlockerRaised;
import io.guatu.domain.BoardUpdate;
import io.guatu.domain.DirectiveUpdate;
import io.guatu.domain.HazardUpdate;
import io.guatu.domain.HazardUpdate.HazardFixedOnSpot;
import io.guatu.domain.HazardUpdate.HazardFound;
import io.guatu.domain.HazardUpdate.HazardRectified;
import io.guatu.domain.InvestmentUpdate;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.Photo;
import io.guatu.domain.PhotoId;
import io.guatu.domain.PlanUpdate;
import io.guatu.domain.ProgressUpdate;
import io.guatu.domain.ProgressUpdate.ProgressReported;
import io.guatu.domain.ProgressUpdate.StillTrue;
import io.guatu.domain.ProjectUpdate;
import io.guatu.domain.ProjectUpdate.PhotoReceived;
import io.guatu.domain.ProjectUpdate.ProjectOpened;
import io.guatu.domain.ProjectUpdate.ProjectRestored;
import io.guatu.domain.Role;
import io.guatu.domain.Update;
import io.guatu.state.State;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of what may be told, as one pure function of the facts and the proposal; each topic has its own. They run under
 * the ledger's lock, so what they see is the whole truth: a grant that was revoked a moment ago is revoked here.
 */
final class Rulebook {
    private Rulebook() {}

    /** @return why not, or empty when the update may enter the ledger */
    static Optional<Refusal> judge(State state, Command command, Update update, ZoneId zone) {
        return admit(state, command, update).or(() -> {
            RuleContext now = now(state, command, zone);
            if (update instanceof ProjectOpened) {
                return Refusal.none();
            }
            return judge(now, update)
                    .or(() ->
                            update instanceof Approved approved ? ApprovalRules.judge(now, approved) : Refusal.none());
        });
    }

    /** Whether this author may tell this of that project, and whether there is one: asked before anything is said of it. */
    static Optional<Refusal> admit(State state, Command command, Update update) {
        Optional<Principal> who = command.who().renewed(state.roster(), command.at());
        if (who.isEmpty()) {
            return Refusal.because(ACCESS_ENDED);
        }
        if (!Scope.mayTell(who.get(), update.getClass(), command.project())) {
            return Refusal.because(NOT_IN_SCOPE);
        }
        Optional<Project> project = project(state, command);
        if (update instanceof ProjectOpened) {
            return Refusal.when(project.isPresent(), PROJECT_EXISTS);
        }
        if (command.project() != null && project.isEmpty()) {
            return Refusal.because(UNKNOWN_PROJECT);
        }
        boolean archived = project.isPresent() && project.get().profile().archived();
        return Refusal.when(archived && !(update instanceof ProjectRestored), PROJECT_ARCHIVED);
    }

    private static Optional<Project> project(State state, Command command) {
        return Optional.ofNullable(command.project())
                .flatMap(id -> state.projects().find(id));
    }

    private static RuleContext now(State state, Command command, ZoneId zone) {
        return new RuleContext(
                state,
                project(state, command).orElse(null),
                command.who().renewed(state.roster(), command.at()).orElseThrow(),
                command.at(),
                zone);
    }

    /** Whether the author has seen all that was said of the project, photos may have arrived since; or of the person. */
    static Optional<Refusal> expected(State state, Command command) {
        if (command.expected() == null) {
            return Refusal.none();
        }
        if (command.updates().get(0) instanceof PersonAdded added) {
            return Refusal.when(state.roster().people().containsKey(added.person()), PERSON_EXISTS);
        }
        Optional<Project> project = state.projects().find(command.project());
        long moved = project.map(Project::moved).orElse(0L);
        long position = project.map(Project::projectSeq).orElse(0L);
        return moved <= command.expected() && command.expected() <= position
                ? Refusal.none()
                : Optional.of(new Refusal(
                        MOVED_MEANWHILE,
                        Map.of("projectSeq", Long.toString(position), "seq", Long.toString(state.seq()))));
    }

    /**
     * The update as it enters the ledger: a report also says what it moves from, a contractor's blocker which milestones it
     * holds up, a photo which earlier one it resembles, what was approved by whom, and whatever was so on a day, which.
     */
    static Update complete(State state, Command command, Update update, ZoneId zone) {
        return dated(whole(state, command, update), LocalDate.ofInstant(command.at(), zone));
    }

    private static Update dated(Update update, LocalDate today) {
        if (update instanceof StillTrue still && still.asOf() == null) {
            return still.on(today);
        }
        if (update instanceof BlockerRaised raised && raised.asOf() == null) {
            return raised.on(today);
        }
        if (update instanceof HazardFound found && found.asOf() == null) {
            return found.on(today);
        }
        if (update instanceof HazardFixedOnSpot fixed && fixed.asOf() == null) {
            return fixed.on(today);
        }
        return update instanceof HazardRectified rectified && rectified.asOf() == null ? rectified.on(today) : update;
    }

    private static Update whole(State state, Command command, Update update) {
        if (update instanceof ProgressReported reported) {
            Project project = state.projects().byId().get(command.project());
            return ProgressRules.counted(project, reported)
                    .from(project.plan()
                            .milestones()
                            .get(reported.milestone())
                            .said(command.who().author()));
        }
        if (update instanceof Approved approved) {
            return approved.approvedBy(ApprovalRules.words(state, approved.approval()));
        }
        if (update instanceof BlockerRaised raised && command.who().role() == Role.CONTRACTOR) {
            // What a contractor does not name is its own part, not the whole project.
            List<MilestoneId> granted = command.who()
                    .renewed(state.roster(), command.at())
                    .orElseThrow()
                    .milestones();
            return raised.milestones() == null ? raised.holding(granted) : raised;
        }
        if (update instanceof PhotoReceived received) {
            // Its own project's first: that is what its verifier knows.
            Photo photo = received.photo();
            Optional<PhotoId> own =
                    state.projects().byId().get(command.project()).photos().like(photo);
            return new PhotoReceived(photo.seen(own.or(() -> state.projects().byId().values().stream()
                            .flatMap(project -> project.photos().like(photo).stream())
                            .findFirst())
                    .orElse(null)));
        }
        return update;
    }

    private static Optional<Refusal> judge(RuleContext now, Update update) {
        if (update instanceof ProgressUpdate progress) {
            return ProgressRules.judge(now, progress);
        }
        if (update instanceof PlanUpdate plan) {
            return PlanRules.judge(now, plan);
        }
        if (update instanceof BlockerUpdate blocker) {
            return BlockerRules.judge(now, blocker);
        }
        if (update instanceof HazardUpdate hazard) {
            return HazardRules.judge(now, hazard);
        }
        if (update instanceof DirectiveUpdate directive) {
            return DirectiveRules.judge(now, directive);
        }
        if (update instanceof InvestmentUpdate investment) {
            return InvestmentRules.judge(now, investment);
        }
        if (update instanceof ProjectUpdate project) {
            return ProjectRules.judge(now, project);
        }
        return update instanceof AccessUpdate access
                ? AccessRules.judge(now, access)
                : BoardRules.judge(now, (BoardUpdate) update);
    }
}
