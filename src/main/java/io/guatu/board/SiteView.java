package io.guatu.board;

import io.guatu.board.figures.Curve;
import io.guatu.board.fold.Blocker;
import io.guatu.board.fold.Diary;
import io.guatu.board.fold.Hazard;
import io.guatu.board.fold.Project;
import io.guatu.domain.Author;
import io.guatu.domain.GrantId;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is fetched of a project by one of its contractors: the site's card, who is responsible, its curve without where it
 * leads, what this contractor found or must rectify, its own photos and its own diary.
 */
public record SiteView(
        SiteCard card,
        List<String> managers,
        SiteCurve curve,
        List<Safety.Finding> hazards,
        List<PhotoView> photos,
        List<Diary.Page> diary) {

    public record SiteCurve(List<Curve.Point> planned, List<Curve.Point> verified) {}

    /**
     * @param whole what the town sees of the project
     * @param own whether a grant is one of this contractor's company
     */
    public static SiteView of(
            ProjectView whole, Project project, Author contractor, Predicate<GrantId> own, Terms terms) {
        Set<Long> known = Stream.concat(
                        project.hazards().all().values().stream()
                                .filter(hazard -> project.hazards().concerns(hazard, contractor, own))
                                .map(Hazard::seq),
                        project.blockers().all().values().stream()
                                .filter(blocker -> blocker.by().sameSide(contractor))
                                .map(Blocker::seq))
                .collect(Collectors.toSet());
        return new SiteView(
                SiteCard.of(whole.card(), contractor, known),
                whole.managers(),
                new SiteCurve(whole.curve().planned(), whole.curve().verified()),
                whole.hazards().stream()
                        .filter(hazard -> known.contains(hazard.seq()))
                        .toList(),
                PhotoView.of(project.photos().ownOf(contractor), terms.zone()),
                project.diary().newest(Diary.DAYS, contractor::sameSide));
    }
}
