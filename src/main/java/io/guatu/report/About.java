package io.guatu.report;

import io.guatu.board.Board;
import io.guatu.board.Minutes;
import io.guatu.board.fold.Hazard;
import io.guatu.board.fold.Photos;
import io.guatu.board.fold.Project;
import io.guatu.domain.Author;
import io.guatu.domain.GrantId;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.ProjectId;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a paper is about, and for whom. What it does not need is null.
 *
 * @param item the seq of the directive, the hazard or its notice
 * @param milestone only this one of the project's
 * @param last the board as the month before left it
 * @param seal of the entry that the minutes are of @param mark what stands for a signature of it
 * @param company whose a grant is, null where nobody knows it any more
 * @param own whether a grant is one of the contractor's company
 * @param contractor who has what is its own and nothing else; null: the town
 */
public record About(
        ProjectId project,
        Long item,
        MilestoneId milestone,
        Board last,
        Minutes minutes,
        String seal,
        String mark,
        Function<GrantId, String> company,
        Author contractor,
        Predicate<GrantId> own) {

    /** The project of the paper. @throws Unwritten when it is not on the board of that day */
    Line line(Edition edition) {
        return edition.lines().stream()
                .filter(line -> line.project().id().equals(project))
                .findFirst()
                .orElseThrow(Unwritten::new);
    }

    boolean town() {
        return contractor == null;
    }

    /** Whether this reader knows of the hazard. */
    boolean knows(Project of, Hazard hazard) {
        return town() || of.hazards().concerns(hazard, contractor, own);
    }

    /** The photos of the project that this reader may see, oldest first. */
    Collection<Photos.Received> photos(Project of) {
        return town() ? of.photos().all().values() : of.photos().ownOf(contractor);
    }

    Optional<String> companyOf(GrantId grant) {
        return Optional.ofNullable(grant).map(company);
    }
}
