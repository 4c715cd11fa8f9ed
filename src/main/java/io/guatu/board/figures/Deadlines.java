package io.guatu.board.figures;

import io.guatu.board.fold.Calendar;
import io.guatu.board.fold.Directive;
import io.guatu.board.fold.Hazard;
import io.guatu.board.fold.Project;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What is overdue on a day. A deadline that falls on a day off ends with the next working day. Days overdue are calendar
 * days after that.
 */
public final class Deadlines {
    private final Project project;
    private final LocalDate day;
    private final ZoneId zone;
    private final Calendar calendar;

    public Deadlines(Project project, LocalDate day, ZoneId zone, Calendar calendar) {
        this.project = project;
        this.day = day;
        this.zone = zone;
        this.calendar = calendar;
    }

    /** The last day on which the project may stay silent without going grey. */
    public LocalDate nextReport() {
        return calendar.after(
                LocalDate.ofInstant(project.signs().heard(), zone),
                project.about().cadence());
    }

    /** Hazards that should have been rectified, oldest first. */
    public List<Hazard> overdueHazards() {
        return project.hazards().all().values().stream()
                .filter(hazard -> hazard.waits() && past(project.hazards().deadline(hazard)) > 0)
                .toList();
    }

    /** Directives that should have been answered, oldest first. */
    public List<Directive> overdueDirectives() {
        return project.directives().all().values().stream()
                .filter(directive -> directive.waits() && past(directive.deadline()) > 0)
                .toList();
    }

    /** Days past the deadline; 0 or less while there is time. */
    public long past(LocalDate deadline) {
        LocalDate last = calendar.worked(deadline) ? deadline : calendar.after(deadline, 1);
        return ChronoUnit.DAYS.between(last, day);
    }
}
