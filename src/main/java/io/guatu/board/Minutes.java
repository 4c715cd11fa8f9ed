package io.guatu.board;

import io.guatu.board.Agenda.Why;
import io.guatu.board.figures.Deadlines;
import io.guatu.board.fold.Directive;
import io.guatu.board.fold.Project;
import io.guatu.board.lamp.Lamp;
import io.guatu.domain.BoardUpdate.MeetingHeld;
import io.guatu.domain.Entry;
import io.guatu.domain.Name;
import io.guatu.domain.ProjectId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is kept of a meeting: who was there, what was spoken of, with the lamps as they stood when it began, and what was
 * decided, as it stands now. Meetings that noted no decisions answer for the directives since the meeting before.
 *
 * @param noted whether the meeting itself noted its decisions
 */
public record Minutes(
        long seq,
        Instant at,
        LocalDate day,
        String title,
        String by,
        String present,
        String note,
        boolean noted,
        Map<Lamp.Colour, Long> lamps,
        List<Topic> agenda,
        List<Decision> decisions) {

    /** {@code why} is null when the project was not on the agenda by itself. */
    public record Topic(Card card, Why why) {}

    public record Decision(ProjectId project, Name name, DirectiveView directive) {}

    /**
     * @param entry that holds a {@link MeetingHeld}
     * @param began the board as the meeting found it
     * @param last the board as the meeting before left it, or null
     */
    public static Minutes of(Entry entry, Board began, Board last, Board now) {
        MeetingHeld held = (MeetingHeld) entry.update();
        boolean noted = held.decisions() != null;
        return new Minutes(
                entry.seq(),
                entry.at(),
                began.day(),
                held.title(),
                entry.by().name(),
                held.present(),
                held.note(),
                noted,
                began.totals().lamps(),
                held.agenda() == null ? List.of() : topics(held.agenda(), began, last),
                decisions(held, entry.seq(), last == null ? 0 : last.seq(), now));
    }

    private static List<Topic> topics(List<ProjectId> agenda, Board began, Board last) {
        Map<ProjectId, Why> why = Agenda.of(began, last).items().stream()
                .collect(Collectors.toMap(Agenda.Item::project, Agenda.Item::why));
        return agenda.stream()
                .filter(began.cards()::containsKey)
                .map(id -> new Topic(began.cards().get(id), why.get(id)))
                .toList();
    }

    private static List<Decision> decisions(MeetingHeld held, long seq, long last, Board now) {
        List<Decision> decisions = new ArrayList<>();
        for (Project project : now.projects().byId().values()) {
            Deadlines deadlines =
                    new Deadlines(project, now.day(), now.zone(), now.terms().calendar());
            for (Directive directive : project.directives().all().values()) {
                boolean its = held.decisions() == null
                        ? directive.seq() > last && directive.seq() < seq
                        : held.decisions().contains(directive.seq());
                if (its) {
                    decisions.add(new Decision(
                            project.id(), project.profile().name(), DirectiveView.of(directive, deadlines)));
                }
            }
        }
        Function<Decision, Long> order = decision -> decision.directive().seq();
        decisions.sort(Comparator.comparing(order));
        return decisions;
    }
}
