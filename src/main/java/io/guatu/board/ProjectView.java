package io.guatu.board;

import io.guatu.board.figures.Curve;
import io.guatu.board.figures.Deadlines;
import io.guatu.board.figures.ReferenceClass;
import io.guatu.board.fold.Baseline;
import io.guatu.board.fold.Blocker;
import io.guatu.board.fold.Contracts.Contract;
import io.guatu.board.fold.Description;
import io.guatu.board.fold.Diary;
import io.guatu.board.fold.Hazard;
import io.guatu.board.fold.Investment;
import io.guatu.board.fold.Project;
import io.guatu.board.fold.Slip;
import io.guatu.board.fold.Suspensions;
import io.guatu.domain.Author;
import io.guatu.domain.Coordinates;
import io.guatu.domain.GrantId;
import io.guatu.domain.InvestmentUpdate.InvestmentDetailed;
import io.guatu.domain.Money;
import io.guatu.domain.Permit;
import io.guatu.domain.ProjectUpdate.PermitObtained;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is fetched of a project, because it grows without end: who is responsible, how lists describe it, its permits, its curve, the slip ledger, all baselines, blockers,
 * hazards, directives and photos, closed ones too, the suspensions, the investment by year and month (万元), contracts, and of the site's
 * diary the newest pages.
 */
public record ProjectView(
        Card card,
        List<String> managers,
        Description description,
        Map<Permit, PermitObtained> permits,
        Curve curve,
        List<Slip> slips,
        List<Baseline> baselines,
        List<BlockerView> blockers,
        List<Safety.Finding> hazards,
        List<DirectiveView> directives,
        List<Suspensions.Pause> pauses,
        Map<Integer, Money> planned,
        Map<YearMonth, Money> completed,
        Map<Integer, Money> before,
        Map<YearMonth, Investment.Parts> parts,
        Map<YearMonth, Investment.MonthPlan> plans,
        Map<Integer, Money> fixedBefore,
        Map<Integer, String> works,
        Money land,
        Map<YearMonth, InvestmentDetailed> details,
        Map<String, Contract> contracts,
        List<PhotoView> photos,
        List<Diary.Page> diary,
        Coordinates site,
        BigDecimal weight,
        ReferenceClass reference) {
    /**
     * @param board one on which the project has a card
     * @param managers the names of who is responsible
     */
    public static ProjectView of(Board board, Project project, List<String> managers) {
        LocalDate day = board.day();
        Terms terms = board.terms();
        Deadlines deadlines = new Deadlines(project, day, terms.zone(), terms.calendar());
        return new ProjectView(
                board.cards().get(project.id()),
                managers,
                project.description(),
                project.permits().held(),
                Curve.of(project, day, terms.zone()),
                project.plan().slips(),
                project.plan().baselines(),
                project.blockers().all().values().stream()
                        .map(blocker -> BlockerView.of(project, blocker, deadlines))
                        .toList(),
                project.hazards().all().values().stream()
                        .map(hazard -> Safety.Finding.of(hazard, deadlines))
                        .toList(),
                project.directives().all().values().stream()
                        .map(directive -> DirectiveView.of(directive, deadlines))
                        .toList(),
                project.profile().pauses().all(),
                project.investment().planned(),
                project.investment().completed(),
                project.investment().before(),
                project.investment().parts(),
                project.investment().plans(),
                project.investment().fixedBefore(),
                project.investment().works(),
                project.investment().land(),
                project.investment().details(),
                project.contracts().byNumber(),
                PhotoView.of(project.photos().all().values(), terms.zone()),
                project.diary().newest(Diary.DAYS, author -> true),
                project.profile().site(),
                project.profile().weight(),
                ReferenceClass.of(project, board.projects().byId().values()).orElse(null));
    }

    /**
     * What is fetched of a project by one of its contractors: the site's card, who is responsible, its curve without where it
     * leads, what this contractor found or must rectify, its own photos and its own diary.
     */
    public record Site(
            SiteCard card,
            List<String> managers,
            KnownCurve curve,
            List<Safety.Finding> hazards,
            List<PhotoView> photos,
            List<Diary.Page> diary) {

        public record KnownCurve(List<Curve.Point> planned, List<Curve.Point> verified) {}

        /**
         * @param whole what the town sees of the project
         * @param own whether a grant is one of this contractor's company
         */
        public static Site of(
                ProjectView whole, Project project, Author contractor, Predicate<GrantId> own, Terms terms) {
            Set<Long> known = Stream.concat(
                            project.hazards().all().values().stream()
                                    .filter(hazard -> project.hazards().concerns(hazard, contractor, own))
                                    .map(Hazard::seq),
                            project.blockers().all().values().stream()
                                    .filter(blocker -> blocker.by().sameSide(contractor))
                                    .map(Blocker::seq))
                    .collect(Collectors.toSet());
            return new Site(
                    SiteCard.of(whole.card(), contractor, known),
                    whole.managers(),
                    new KnownCurve(whole.curve().planned(), whole.curve().verified()),
                    whole.hazards().stream()
                            .filter(hazard -> known.contains(hazard.seq()))
                            .toList(),
                    PhotoView.of(project.photos().ownOf(contractor), terms.zone()),
                    project.diary().newest(Diary.DAYS, contractor::sameSide));
        }
    }
}
