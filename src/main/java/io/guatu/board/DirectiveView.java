package io.guatu.board;

import io.guatu.board.figures.Deadlines;
import io.guatu.board.fold.Directive;
import io.guatu.board.fold.Project;
import io.guatu.domain.DirectiveUpdate.Registered;
import io.guatu.domain.Percent;
import io.guatu.domain.PhotoId;
import io.guatu.domain.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A directive as it is shown; {@code until}: when its deadline on a day off ends; {@code past} days over it, null in time. */
public record DirectiveView(
        long seq,
        String text,
        String owner,
        String by,
        Role byRole,
        Instant at,
        LocalDate deadline,
        LocalDate until,
        Directive.Status status,
        Long past,
        Instant acknowledged,
        String answer,
        String answeredBy,
        String said,
        int sentBack,
        Instant closed,
        Registered register,
        LocalDate promised,
        Percent percent,
        List<PhotoId> photos) {

    /** The open ones, oldest first. */
    static List<DirectiveView> open(Project project, Deadlines deadlines) {
        return project.directives().all().open().values().stream()
                .map(directive -> of(directive, deadlines))
                .toList();
    }

    static DirectiveView of(Directive directive, Deadlines deadlines) {
        long past = directive.waits() ? deadlines.past(directive.deadline()) : 0;
        return new DirectiveView(
                directive.seq(),
                directive.issued().text(),
                directive.issued().owner(),
                directive.by().name(),
                directive.by().role(),
                directive.at(),
                directive.deadline(),
                directive.waits() ? deadlines.until(directive.deadline()) : null,
                directive.status(),
                past > 0 ? past : null,
                directive.acknowledged(),
                directive.answer(),
                directive.answeredBy() == null ? null : directive.answeredBy().name(),
                directive.said(),
                directive.sentBack(),
                directive.closed(),
                directive.issued().register(),
                directive.promised(),
                directive.percent(),
                directive.photos().isEmpty() ? null : directive.photos());
    }
}
