package io.guatu.command;

import io.guatu.access.Principal;
import io.guatu.access.Scope;
import io.guatu.board.fold.Blocker;
import io.guatu.board.fold.Directive;
import io.guatu.board.fold.Hazard;
import io.guatu.board.fold.Plan;
import io.guatu.board.fold.Project;
import io.guatu.board.fold.Report;
import io.guatu.domain.AccessUpdate;
import io.guatu.domain.Approval;
import io.guatu.domain.BlockerUpdate.BlockerCleared;
import io.guatu.domain.BlockerUpdate.BlockerEscalated;
import io.guatu.domain.BlockerUpdate.BlockerPromised;
import io.guatu.domain.BoardUpdate;
import io.guatu.domain.DirectiveUpdate.DirectiveAccepted;
import io.guatu.domain.DirectiveUpdate.DirectiveAcknowledged;
import io.guatu.domain.DirectiveUpdate.DirectiveAnswered;
import io.guatu.domain.DirectiveUpdate.DirectiveSentBack;
import io.guatu.domain.DirectiveUpdate.DirectiveWithdrawn;
import io.guatu.domain.HazardUpdate.HazardFixedOnSpot;
import io.guatu.domain.HazardUpdate.HazardRechecked;
import io.guatu.domain.HazardUpdate.HazardRectified;
import io.guatu.domain.HazardUpdate.NoticeIssued;
import io.guatu.domain.Level;
import io.guatu.domain.PersonId;
import io.guatu.domain.PlanUpdate.BaselineSet;
import io.guatu.domain.PlanUpdate.ForecastMoved;
import io.guatu.domain.PlanUpdate.MilestonePlanned;
import io.guatu.domain.PlanUpdate.QuantityPlanned;
import io.guatu.domain.ProgressUpdate.ProgressReported;
import io.guatu.domain.ProgressUpdate.ProgressReturned;
import io.guatu.domain.ProgressUpdate.ProgressVerified;
import io.guatu.domain.ProgressUpdate.ProgressWithdrawn;
import io.guatu.domain.ProjectId;
import io.guatu.domain.ProjectUpdate.ProjectArchived;
import io.guatu.domain.ProjectUpdate.ProjectOpened;
import io.guatu.domain.ProjectUpdate.ProjectRestored;
import io.guatu.domain.ProjectUpdate.ProjectResumed;
import io.guatu.domain.ProjectUpdate.ProjectSuspended;
import io.guatu.domain.Update;
import io.guatu.ledger.Json;
import io.guatu.state.State;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one reader may tell of one project now, so that nothing is offered that would be refused after it was filled in. The rules
 * themselves are asked, each with an update that has nothing wrong but what it is about.
 *
 * @param project kinds that concern the project as a whole
 * @param items by the seq of an open blocker, hazard, directive or waiting report, what may be done next with it; those without are
 *     left out
 * @param doubtful the waiting reports that this reader may verify with words only: a photo of theirs raises a question
 * @param approvers who may have allowed what needs an approval
 */
public record Acts(List<String> project, Map<Long, List<String>> items, List<Long> doubtful, List<Approver> approvers) {
    /** What is about one thing in the project, or about none. */
    private static final Set<Class<? extends Update>> ELSEWHERE = Set.of(
            BlockerPromised.class,
            BlockerEscalated.class,
            BlockerCleared.class,
            HazardFixedOnSpot.class,
            HazardRectified.class,
            HazardRechecked.class,
            DirectiveAcknowledged.class,
            DirectiveAnswered.class,
            DirectiveAccepted.class,
            DirectiveSentBack.class,
            DirectiveWithdrawn.class,
            ProgressVerified.class,
            ProgressReturned.class,
            ProjectOpened.class,
            ProjectRestored.class);

    private static final String TEXT = "·";

    /** Who may be named as having approved. */
    public record Approver(PersonId person, String name) {}

    /** @param id of a project that is there */
    public static Acts of(State state, Principal who, ProjectId id, Instant now, ZoneId zone) {
        return new Asked(state, who, state.projects().find(id).orElseThrow(), now, zone).acts();
    }

    /** One asking. */
    private record Asked(State state, Principal who, Project project, Instant now, ZoneId zone) {
        Acts acts() {
            Map<Long, List<String>> items = new LinkedHashMap<>();
            project.blockers().open().forEach(blocker -> put(items, blocker.seq(), allowed(blocker)));
            project.hazards().all().open().values().forEach(hazard -> put(items, hazard.seq(), allowed(hazard)));
            project.directives()
                    .all()
                    .open()
                    .values()
                    .forEach(directive -> put(items, directive.seq(), allowed(directive)));
            List<Report> waiting = project.plan().milestones().values().stream()
                    .flatMap(milestone -> milestone.pending().stream())
                    .toList();
            waiting.forEach(report -> put(items, report.seq(), allowed(report)));
            List<Long> doubtful = waiting.stream()
                    .map(Report::seq)
                    .filter(report -> items.getOrDefault(report, List.of()).contains(Json.kind(ProgressVerified.class))
                            && ProgressRules.needsWords(project, report))
                    .toList();
            return new Acts(whole(), items, doubtful, ApprovalRules.approvers(state, who, project.id()));
        }

        private static void put(Map<Long, List<String>> items, long seq, List<String> kinds) {
            if (!kinds.isEmpty()) {
                items.put(seq, kinds);
            }
        }

        private List<String> allowed(Blocker blocker) {
            return allowed(
                    new BlockerPromised(blocker.seq(), today(), TEXT),
                    new BlockerEscalated(blocker.seq(), Level.COUNTY, TEXT),
                    new BlockerCleared(blocker.seq(), TEXT));
        }

        private List<String> allowed(Hazard hazard) {
            return allowed(
                    new NoticeIssued(TEXT + project.seq(), List.of(hazard.seq()), today(), null),
                    new HazardFixedOnSpot(hazard.seq(), TEXT, null, null),
                    new HazardRectified(hazard.seq(), TEXT, null, null),
                    new HazardRechecked(hazard.seq(), true, TEXT, null));
        }

        private List<String> allowed(Report report) {
            return allowed(
                    new ProgressVerified(report.seq(), TEXT),
                    new ProgressReturned(report.seq(), TEXT),
                    new ProgressWithdrawn(report.seq()));
        }

        private List<String> allowed(Directive directive) {
            long seq = directive.seq();
            return allowed(
                    new DirectiveAcknowledged(seq, null),
                    new DirectiveAnswered(seq, TEXT, null, null),
                    new DirectiveAccepted(seq, null),
                    new DirectiveSentBack(seq, TEXT, null),
                    new DirectiveWithdrawn(seq, TEXT));
        }

        private List<String> allowed(Update... updates) {
            List<String> kinds = new ArrayList<>();
            for (Update update : updates) {
                if (passes(update)) {
                    kinds.add(Json.kind(update.getClass()));
                }
            }
            return kinds;
        }

        private boolean passes(Update update) {
            Command command = new Command(who, TEXT, TEXT, now, project.id(), List.of(update), null);
            return Rulebook.judge(state, command, update, zone).isEmpty();
        }

        private List<String> whole() {
            return Scope.tells(who.role()).stream()
                    .filter(kind ->
                            !AccessUpdate.class.isAssignableFrom(kind) && !BoardUpdate.class.isAssignableFrom(kind))
                    .filter(kind -> !ELSEWHERE.contains(kind) && Scope.mayTell(who, kind, project.id()))
                    .filter(this::applies)
                    .map(Json::kind)
                    .sorted()
                    .toList();
        }

        /** What depends on how the project stands; what is about one thing in it is offered there. */
        private boolean applies(Class<? extends Update> kind) {
            Plan plan = project.plan();
            Approval approval = new Approval(null, TEXT, TEXT);
            if (kind == ProjectSuspended.class) {
                return passes(new ProjectSuspended(TEXT, null, approval));
            }
            if (kind == ProjectResumed.class) {
                return passes(new ProjectResumed(TEXT, null, approval));
            }
            if (kind == ProjectArchived.class) {
                return passes(new ProjectArchived(TEXT));
            }
            if (kind == MilestonePlanned.class) {
                return plan.open();
            }
            if (kind == BaselineSet.class) {
                return plan.baseline() != null && !plan.open();
            }
            if (kind == ProgressReported.class || kind == QuantityPlanned.class) {
                return !plan.milestones().isEmpty();
            }
            if (kind == ForecastMoved.class) {
                return plan.milestones().values().stream().anyMatch(milestone -> !milestone.finished());
            }
            return kind != NoticeIssued.class
                    || project.hazards().all().open().values().stream().anyMatch(hazard -> hazard.notice() == null);
        }

        private LocalDate today() {
            return LocalDate.ofInstant(now, zone);
        }
    }
}
