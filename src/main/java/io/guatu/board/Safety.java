package io.guatu.board;

import io.guatu.board.figures.Deadlines;
import io.guatu.board.fold.Hazard;
import io.guatu.board.fold.Project;
import io.guatu.domain.GrantId;
import io.guatu.domain.PhotoId;
import io.guatu.domain.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A project's hazards in short: all that were found, all that were closed, how many are overdue, and the open ones. Null
 * for a project in which none was ever found.
 */
public record Safety(int found, int closed, int overdue, List<Finding> open) {

    /** A hazard as it is shown; {@code until}: when its deadline on a day off ends; {@code past} days over it, null in time. */
    public record Finding(
            long seq,
            Severity severity,
            String place,
            String text,
            String finder,
            Instant at,
            LocalDate asOf,
            Hazard.Status status,
            List<PhotoId> photos,
            String notice,
            LocalDate deadline,
            LocalDate until,
            GrantId grant,
            Long past,
            Hazard.Fix fix,
            int sentBack,
            String recheck,
            Instant closed) {

        static Finding of(Hazard hazard, Deadlines deadlines) {
            var notice = hazard.notice() == null ? null : hazard.notice().issued();
            LocalDate deadline = hazard.deadline();
            long past = deadline == null || !hazard.waits() ? 0 : deadlines.past(deadline);
            return new Finding(
                    hazard.seq(),
                    hazard.found().severity(),
                    hazard.found().place(),
                    hazard.found().text(),
                    hazard.found().finder() == null
                            ? hazard.by().name()
                            : hazard.found().finder(),
                    hazard.at(),
                    hazard.found().asOf(),
                    hazard.status(),
                    hazard.found().photos(),
                    notice == null ? null : notice.number(),
                    deadline,
                    hazard.waits() ? deadlines.until(deadline) : null,
                    notice == null ? null : notice.grant(),
                    past > 0 ? past : null,
                    hazard.fix(),
                    hazard.sentBack(),
                    hazard.recheck(),
                    hazard.closed());
        }
    }

    static Safety of(Project project, Deadlines deadlines) {
        var all = project.hazards().all();
        if (all.size() == 0) {
            return null;
        }
        List<Finding> open = all.open().values().stream()
                .map(hazard -> Finding.of(hazard, deadlines))
                .toList();
        int overdue =
                (int) open.stream().filter(hazard -> hazard.past() != null).count();
        return new Safety(all.size(), all.over(), overdue, open.isEmpty() ? null : open);
    }
}
