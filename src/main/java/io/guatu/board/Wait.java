package io.guatu.board;

import io.guatu.board.fold.Directive;
import io.guatu.board.fold.Hazard;
import io.guatu.board.lamp.Lamp;
import io.guatu.domain.Level;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that cannot go on before somebody acts, and whose turn it is. What nobody can do anything about now (a milestone
 * that is late, work that takes its time) waits for nobody.
 *
 * @param ref the seq of the report, directive, hazard or blocker; null where it is the project
 * @param past days over its last day, null in time
 */
public record Wait(ProjectId project, Step step, Long ref, Long past) {

    /** In the order in which work goes upward: it says nothing of who is better. */
    public enum Party {
        CONTRACTOR,
        MANAGER,
        OFFICE,
        LEADER,
        COUNTY
    }

    public enum Step {
        /** A notice was issued: the finding is to be put right. */
        RECTIFY(Party.CONTRACTOR),
        /** A report is to be verified. */
        VERIFY(Party.MANAGER),
        /** A directive is to be answered. */
        ANSWER(Party.MANAGER),
        /** A finding has no notice yet. */
        NOTICE(Party.MANAGER),
        /** What was put right is to be looked at. */
        RECHECK(Party.MANAGER),
        /** A blocker is the project's own to clear. */
        CLEAR(Party.MANAGER),
        /** Nothing was heard for longer than the cadence allows. */
        TELL(Party.MANAGER),
        /** There is no plan, or its weights are not whole. */
        PLAN(Party.MANAGER),
        /** The office ordered it, and has an answer. */
        ACCEPT(Party.OFFICE),
        /** A leader ordered it, and has an answer. */
        DECIDE(Party.LEADER),
        /** A blocker is the town's to clear. */
        COORDINATE(Party.LEADER),
        /** A blocker was taken to the county. */
        SUPPORT(Party.COUNTY);

        private final Party party;

        Step(Party party) {
            this.party = party;
        }

        public Party party() {
            return party;
        }
    }

    /** What waits in a project. Reports, orders and findings do so while it rests, too; what is in the way of no work does not. */
    public static List<Wait> of(Card card) {
        List<Wait> all = new ArrayList<>();
        card.pending().forEach(report -> all.add(new Wait(card.id(), Step.VERIFY, report.seq(), null)));
        each(card.directives()).forEach(order -> all.add(new Wait(card.id(), step(order), order.seq(), order.past())));
        each(card.safety() == null ? null : card.safety().open())
                .forEach(found -> all.add(new Wait(card.id(), step(found.status()), found.seq(), found.past())));
        Lamp lamp = card.lamp();
        if (!lamp.outside() && lamp.colour() != Lamp.Colour.DONE) {
            each(card.blockers())
                    .forEach(inWay -> all.add(new Wait(card.id(), step(inWay.level()), inWay.seq(), inWay.past())));
        }
        if (lamp.has(Lamp.Code.SILENT)) {
            all.add(new Wait(card.id(), Step.TELL, null, null));
        }
        if (lamp.has(Lamp.Code.NO_PLAN) || lamp.has(Lamp.Code.PLAN_INCOMPLETE)) {
            all.add(new Wait(card.id(), Step.PLAN, null, null));
        }
        return all;
    }

    private static Step step(DirectiveView order) {
        if (order.status() != Directive.Status.ANSWERED) {
            return Step.ANSWER;
        }
        return order.byRole() == Role.LEADER ? Step.DECIDE : Step.ACCEPT;
    }

    private static Step step(Hazard.Status status) {
        return switch (status) {
            case NOTICED, SENT_BACK -> Step.RECTIFY;
            case RECTIFIED -> Step.RECHECK;
            default -> Step.NOTICE;
        };
    }

    private static Step step(Level level) {
        return switch (level) {
            case PROJECT -> Step.CLEAR;
            case TOWN -> Step.COORDINATE;
            case COUNTY -> Step.SUPPORT;
        };
    }

    private static <T> List<T> each(List<T> list) {
        return list == null ? List.of() : list;
    }
}
