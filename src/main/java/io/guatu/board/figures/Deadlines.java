package io.guatu.board.figures;

import io.guatu.board.fold.Blocker;
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
 * days after that. A blocker ages on the project's clock, which stands still while it is suspended; hazards and directives
 * do not wait.
 */
public final class Deadlines {
    private final Project project;
    private final LocalDate day;
    private final ZoneId zone;
    private final Calendar calendar;
    private final ProjectClock clock;

    public Deadlines(Project project, LocalDate day, ZoneId zone, Calendar calendar) {
        this.project = project;
        this.day = day;
        this.zone = zone;
        this.calendar = calendar;
        this.clock = new ProjectClock(project.profile().pauses(), day, zone);
    }

    /** The last day on which the project may stay silent without going grey. */
    public LocalDate nextReport() {
        LocalDate heard = LocalDate.ofInstant(project.lastHeard().heard(), zone);
        LocalDate asOf = project.lastHeard().asOf();
        return calendar.after(
                asOf == null || asOf.isBefore(heard) ? heard : asOf,
                project.profile().cadence());
    }

    /** Hazards that should have been rectified, oldest first. */
    public List<Hazard> overdueHazards() {
        return project.hazards().all().open().values().stream()
                .filter(hazard -> hazard.waits() && past(hazard.deadline()) > 0)
                .toList();
    }

    /** Hazards that were rectified, they say, and should have been closed after a re-check; oldest first. */
    public List<Hazard> uncheckedHazards() {
        return project.hazards().all().open().values().stream()
                .filter(hazard -> hazard.status() == Hazard.Status.RECTIFIED
                        && hazard.notice() != null
                        && past(hazard.deadline()) > 0)
                .toList();
    }

    /** Directives that should have been answered, oldest first. */
    public List<Directive> overdueDirectives() {
        return project.directives().all().open().values().stream()
                .filter(directive -> directive.waits() && past(directive.deadline()) > 0)
                .toList();
    }

    /** The working day with which a deadline on a day off ends; null where it is a working day itself, or there is none. */
    public LocalDate until(LocalDate deadline) {
        LocalDate last = deadline == null ? null : calendar.last(deadline);
        return last == null || last.equals(deadline) ? null : last;
    }

    /** Days past the deadline; 0 or less while there is time. */
    public long past(LocalDate deadline) {
        return ChronoUnit.DAYS.between(calendar.last(deadline), day);
    }

    /** Days the blocker has been, or was, open. */
    public long open(Blocker blocker) {
        return clock.days(blocker.since(zone), blocker.open() ? day : LocalDate.ofInstant(blocker.cleared(), zone));
    }

    /** The day by which the blocker shall be gone; null when nobody promised. */
    public LocalDate promised(Blocker blocker) {
        return blocker.promised() == null || !blocker.open()
                ? blocker.promised()
                : clock.moved(blocker.promised(), blocker.said());
    }

    /** Days an open blocker is past its promise; 0 or less while there is time, or when nobody promised. */
    public long past(Blocker blocker) {
        return blocker.promised() == null || !blocker.open() ? 0 : clock.days(calendar.last(promised(blocker)), day);
    }
}
