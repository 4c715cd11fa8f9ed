package io.guatu.command;

import static io.guatu.command.Refusal.Code.ALREADY_SUSPENDED;
import static io.guatu.command.Refusal.Code.ALREADY_THERE;
import static io.guatu.command.Refusal.Code.AS_OF_IN_FUTURE;
import static io.guatu.command.Refusal.Code.CORRECTION_WITHOUT_NOTE;
import static io.guatu.command.Refusal.Code.FINISH_BEFORE_START;
import static io.guatu.command.Refusal.Code.LANDMARKS_UNORDERED;
import static io.guatu.command.Refusal.Code.NOTHING_TOLD;
import static io.guatu.command.Refusal.Code.NOT_SUSPENDED;
import static io.guatu.command.Refusal.Code.PROJECT_NOT_ARCHIVED;
import static io.guatu.command.Refusal.Code.REASON_MISSING;
import static io.guatu.command.Refusal.Code.STILL_OPEN_IN_IT;

import io.guatu.board.fold.Description;
import io.guatu.board.fold.Profile;
import io.guatu.board.fold.Project;
import io.guatu.domain.Landmark;
import io.guatu.domain.ProjectUpdate;
import io.guatu.domain.ProjectUpdate.LandmarkReached;
import io.guatu.domain.ProjectUpdate.PermitObtained;
import io.guatu.domain.ProjectUpdate.ProjectAmended;
import io.guatu.domain.ProjectUpdate.ProjectArchived;
import io.guatu.domain.ProjectUpdate.ProjectDescribed;
import io.guatu.domain.ProjectUpdate.ProjectPlaced;
import io.guatu.domain.ProjectUpdate.ProjectRestored;
import io.guatu.domain.ProjectUpdate.ProjectResumed;
import io.guatu.domain.ProjectUpdate.ProjectSuspended;
import io.guatu.domain.ProjectUpdate.StageChanged;
import io.guatu.domain.Stage;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What may be said about a project as a whole. */
final class ProjectRules {
    private ProjectRules() {}

    static Optional<Refusal> judge(RuleContext now, ProjectUpdate update) {
        Profile profile = now.project().profile();
        if (update instanceof ProjectAmended amended) {
            return Refusal.when(nothing(amended), NOTHING_TOLD);
        }
        if (update instanceof ProjectPlaced placed) {
            boolean same = placed.place().equals(profile.site())
                    && (placed.line() == null || placed.line().equals(profile.course()));
            return Refusal.when(same, NOTHING_TOLD);
        }
        if (update instanceof ProjectDescribed told) {
            return described(now.project().description(), told);
        }
        if (update instanceof PermitObtained told) {
            boolean correction = now.project().permits().held().containsKey(told.permit());
            return Refusal.when(told.on() != null && told.on().isAfter(now.today()), AS_OF_IN_FUTURE)
                    .or(() -> Refusal.when(correction && RuleContext.blank(told.note()), CORRECTION_WITHOUT_NOTE));
        }
        if (update instanceof StageChanged changed) {
            return Refusal.when(changed.stage() == profile.stage(), ALREADY_THERE)
                    .or(() -> Refusal.when(
                            changed.stage() == Stage.CANCELLED && RuleContext.blank(changed.reason()), REASON_MISSING));
        }
        if (update instanceof LandmarkReached reached) {
            boolean correction = profile.landmarks().containsKey(reached.landmark());
            return Refusal.when(reached.on().isAfter(now.today()), AS_OF_IN_FUTURE)
                    .or(() -> Refusal.when(!ordered(profile, reached), LANDMARKS_UNORDERED))
                    .or(() -> Refusal.when(correction && RuleContext.blank(reached.note()), CORRECTION_WITHOUT_NOTE));
        }
        if (update instanceof ProjectSuspended) {
            return Refusal.when(profile.pauses().now() != null, ALREADY_SUSPENDED);
        }
        if (update instanceof ProjectResumed) {
            return Refusal.when(profile.pauses().now() == null, NOT_SUSPENDED);
        }
        if (update instanceof ProjectRestored) {
            return Refusal.when(!profile.archived(), PROJECT_NOT_ARCHIVED);
        }
        if (update instanceof ProjectArchived) {
            return Refusal.when(open(now.project()), STILL_OPEN_IN_IT);
        }
        return Refusal.none(); // a photo whose bytes are kept
    }

    /** Days that were known move with a reason, here as in a plan. */
    private static Optional<Refusal> described(Description known, ProjectDescribed told) {
        Description next = known.with(told);
        boolean moves = known.begins() != null && !known.begins().equals(next.begins())
                || known.ends() != null && !known.ends().equals(next.ends());
        return Refusal.when(next.equals(known), NOTHING_TOLD)
                .or(() -> Refusal.when(
                        next.begins() != null
                                && next.ends() != null
                                && next.ends().isBefore(next.begins()),
                        FINISH_BEFORE_START))
                .or(() -> Refusal.when(moves && RuleContext.blank(told.reason()), REASON_MISSING));
    }

    /** Nothing is completed or produces before it was begun; a factory may well produce before it is completed. */
    private static boolean ordered(Profile profile, LandmarkReached reached) {
        if (reached.landmark() == Landmark.START) {
            return profile.landmarks().entrySet().stream()
                    .filter(known -> known.getKey() != Landmark.START)
                    .noneMatch(known -> known.getValue().isBefore(reached.on()));
        }
        LocalDate start = profile.landmarks().get(Landmark.START);
        return start == null || !reached.on().isBefore(start);
    }

    /** What leaves the board takes no order and no danger out of sight. */
    private static boolean open(Project project) {
        return !project.directives().all().open().isEmpty()
                || !project.hazards().all().open().isEmpty();
    }

    private static boolean nothing(ProjectAmended amended) {
        return Stream.of(
                        amended.name(),
                        amended.sector(),
                        amended.owner(),
                        amended.capacity(),
                        amended.cadence(),
                        amended.site(),
                        amended.weight())
                .allMatch(Objects::isNull);
    }
}
