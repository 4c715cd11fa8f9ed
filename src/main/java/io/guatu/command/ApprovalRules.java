package io.guatu.command;

import static io.guatu.command.Refusal.Code.APPROVAL_MISSING;
import static io.guatu.command.Refusal.Code.APPROVER_UNKNOWN;
import static io.guatu.command.Refusal.Code.OWN_APPROVAL;

import io.guatu.access.Person;
import io.guatu.access.Principal;
import io.guatu.access.Scope;
import io.guatu.domain.Approval;
import io.guatu.domain.Approved;
import io.guatu.domain.PlanUpdate.BaselineSet;
import io.guatu.domain.ProjectId;
import io.guatu.domain.ProjectUpdate.ProjectResumed;
import io.guatu.domain.ProjectUpdate.ProjectSuspended;
import io.guatu.domain.Role;
import io.guatu.state.State;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who may have allowed something: a leader or the office by name, never its author; or an office by a numbered document. */
final class ApprovalRules {
    private ApprovalRules() {}

    static Optional<Refusal> judge(RuleContext now, Approved update) {
        Approval approval = update.approval();
        if (approval == null) {
            return Refusal.because(APPROVAL_MISSING);
        }
        if (approval.person() == null) {
            return Refusal.when(
                    RuleContext.blank(approval.office()) || RuleContext.blank(approval.document()), APPROVAL_MISSING);
        }
        if (approval.office() != null || approval.document() != null) {
            return Refusal.because(APPROVAL_MISSING); // one of both: whose word is it?
        }
        Person person = now.state().roster().people().get(approval.person());
        return Refusal.when(person == null || !approves(person), APPROVER_UNKNOWN)
                .or(() -> Refusal.when(
                        approval.person().value().equals(now.who().author().id()), OWN_APPROVAL));
    }

    static boolean approves(Person person) {
        return person.enabled()
                && List.of(Role.LEADER, Role.OFFICE).contains(person.added().role());
    }

    /** Who approved, in words. */
    static String words(State state, Approval approval) {
        return approval.person() == null
                ? approval.office() + " " + approval.document()
                : state.roster().people().get(approval.person()).added().name();
    }

    /** Whom this reader may name; nobody where there is nothing to approve. */
    static List<Acts.Approver> approvers(State state, Principal who, ProjectId project) {
        boolean needs = Stream.of(ProjectSuspended.class, ProjectResumed.class, BaselineSet.class)
                .anyMatch(kind -> Scope.mayTell(who, kind, project));
        return !needs
                ? List.of()
                : state.roster().people().values().stream()
                        .filter(ApprovalRules::approves)
                        .map(person -> new Acts.Approver(
                                person.added().person(), person.added().name()))
                        .filter(approver ->
                                !approver.person().value().equals(who.author().id()))
                        .toList();
    }
}
