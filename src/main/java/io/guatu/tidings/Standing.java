package io.guatu.tidings;

import io.guatu.board.BlockerView;
import io.guatu.board.Card;
import io.guatu.board.DirectiveView;
import io.guatu.board.MilestoneView;
import io.guatu.board.Safety;
import io.guatu.board.Terms;
import io.guatu.board.fold.Directive;
import io.guatu.board.fold.Hazard;
import io.guatu.board.lamp.Lamp;
import io.guatu.domain.ProjectId;
import io.guatu.tidings.Tiding.About;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The facts that stand on a card on a day, by their ids. A fact that did not stand before is news, and one that stands no more
 * is not worth a message that still waits.
 */
final class Standing {
    private final Map<String, Tiding> facts = new TreeMap<>();
    private final ProjectId project;
    private final LocalDate day;
    private final Terms terms;

    private Standing(ProjectId project, LocalDate day, Terms terms) {
        this.project = project;
        this.day = day;
        this.terms = terms;
    }

    static Map<String, Tiding> of(Card card, LocalDate day, Terms terms) {
        Standing standing = new Standing(card.id(), day, terms);
        each(card.directives(), standing::directive);
        if (card.safety() != null) {
            each(card.safety().open(), standing::hazard);
        }
        // What was agreed to wait, is over or has no plan is late in nothing.
        if (!card.lamp().outside() && card.lamp().colour() != Lamp.Colour.DONE) {
            card.milestones().forEach(standing::milestone);
            each(card.blockers(), standing::blocker);
            standing.silence(card);
        }
        return standing.facts;
    }

    private static <T> void each(List<T> list, Consumer<T> look) {
        if (list != null) {
            list.forEach(look);
        }
    }

    private void add(Tiding fact) {
        facts.put(fact.id(), fact);
    }

    private void directive(DirectiveView directive) {
        add(Tiding.issued(project, directive.seq(), directive.deadline(), directive.at()));
        if (directive.status() != Directive.Status.ANSWERED) {
            due(About.DIRECTIVE, directive.seq(), directive.deadline());
        }
    }

    private void hazard(Safety.Finding hazard) {
        boolean waits = hazard.status() == Hazard.Status.NOTICED || hazard.status() == Hazard.Status.SENT_BACK;
        if (waits && hazard.deadline() != null) {
            due(About.HAZARD, hazard.seq(), hazard.deadline());
        }
    }

    private void due(About about, long ref, LocalDate deadline) {
        LocalDate last = terms.calendar().last(deadline);
        if (!last.isAfter(day)) {
            add(Tiding.due(last.equals(day) ? What.OVERDUE_TOMORROW : What.OVERDUE, about, project, ref, last));
        }
    }

    private void milestone(MilestoneView milestone) {
        LocalDate last = milestone.baseline().finish();
        if (milestone.actual() == null && !last.isAfter(day)) {
            What what = last.equals(day) ? What.OVERDUE_TOMORROW : What.OVERDUE;
            add(Tiding.due(what, project, milestone.id(), last));
        }
    }

    private void blocker(BlockerView blocker) {
        if (blocker.past() != null) {
            add(Tiding.broken(project, blocker.seq(), blocker.factor(), blocker.promised()));
        }
    }

    private void silence(Card card) {
        boolean planned = !card.lamp().has(Lamp.Code.NO_PLAN) && !card.lamp().has(Lamp.Code.PLAN_INCOMPLETE);
        if (planned && day.equals(card.freshness().dueBy())) {
            add(Tiding.silent(project, day));
        }
    }
}
