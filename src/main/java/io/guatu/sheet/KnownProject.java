package io.guatu.sheet;

import io.guatu.board.fold.Description;
import io.guatu.board.fold.Project;
import io.guatu.domain.Landmark;
import io.guatu.domain.Money;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Stage;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;

/**
 * What a list is compared with: a project as the board knows it. What nobody said is null.
 *
 * @param expected its position
 * @param planned by year
 * @param completed by month
 */
public record KnownProject(
        ProjectId id,
        long expected,
        String name,
        boolean archived,
        String sector,
        Stage stage,
        String owner,
        LocalDate started,
        LocalDate finished,
        Description description,
        Money total,
        Map<Integer, Money> planned,
        Map<YearMonth, Money> completed) {
    static KnownProject of(Project project) {
        return new KnownProject(
                project.id(),
                project.projectSeq(),
                project.profile().name().zh(),
                project.profile().archived(),
                project.profile().sector(),
                project.profile().stage(),
                project.profile().owner(),
                project.profile().landmarks().get(Landmark.START),
                project.profile().landmarks().get(Landmark.COMPLETION),
                project.description(),
                project.investment().total(),
                project.investment().planned(),
                project.investment().completed());
    }
}
