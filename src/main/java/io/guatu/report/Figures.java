package io.guatu.report;

import io.guatu.board.fold.Project;
import io.guatu.domain.Landmark;
import io.guatu.domain.Money;
import io.guatu.domain.Permit;
import io.guatu.form.Facts;
import io.guatu.form.Figure;
import io.guatu.ledger.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The figures of an edition, as the forms of offices upward ask for them: the same that the tables show. */
public final class Figures {
    private final Edition edition;

    public Figures(Edition edition) {
        this.edition = edition;
    }

    /** Of every project on the board, in its order. */
    public List<Facts> projects() {
        return edition.lines().stream().<Facts>map(OfProject::new).toList();
    }

    /** The one of this id; null when it is not on the board of that day. */
    public Facts project(io.guatu.domain.ProjectId id) {
        return edition.lines().stream()
                .filter(line -> line.project().id().equals(id))
                .map(OfProject::new)
                .findFirst()
                .orElse(null);
    }

    public Facts board() {
        return new OfBoard();
    }

    /** Names of a project and its sites stay what they are; null where nobody told. */
    private record OfProject(Line line) implements Facts {
        @Override
        public String name() {
            return line.name();
        }

        @Override
        public Object of(Figure figure) {
            Object known = known(figure);
            return known instanceof Money money ? money.value() : known;
        }

        private Object known(Figure figure) {
            Project project = line.project();
            return switch (figure) {
                case NUMBER -> BigDecimal.valueOf(line.edition().lines().indexOf(line) + 1L);
                case NAME -> line.name();
                case CODE -> line.description().code();
                case OWNER -> project.profile().owner();
                case OWNER_CODE -> line.description().ownerCode();
                case TIER -> word("tier", line.description().tier());
                case APPROVAL -> line.permit(Permit.APPROVAL);
                case LAND_PERMIT -> line.permit(Permit.LAND);
                case PLANNING_PERMIT -> line.permit(Permit.PLANNING);
                case CONSTRUCTION_PERMIT -> line.permit(Permit.CONSTRUCTION);
                case LAND -> line.land();
                case LAND_SOLVED -> line.landSolved();
                case UNIT -> line.description().unit();
                case LEAD -> line.description().lead();
                case CONTACT -> line.description().contact();
                case MANAGERS -> blank(line.managers());
                case PLACE -> line.description().place();
                case CONTENT -> line.description().content();
                case NATURE -> line.description().nature();
                case KIND -> word("kind", line.card().kind());
                case SECTOR ->
                    new Word(
                            line.card().sector(),
                            line.edition().sector(line.card().sector()));
                case STAGE -> word("stage", line.card().stage());
                case BEGUN -> line.begun();
                case LISTED -> word("listed", line.description().listed());
                case SPAN -> line.span();
                case BEGINS -> line.description().begins();
                case ENDS -> line.description().ends();
                case STARTED -> reached(Landmark.START);
                case FINISHED -> reached(Landmark.COMPLETION);
                default -> money(figure);
            };
        }

        private Object money(Figure figure) {
            return switch (figure) {
                case TOTAL -> line.total();
                case BEFORE -> line.before();
                case PLANNED -> line.planned();
                case COMPLETED -> line.completed();
                case IN_PERIOD -> line.inPeriod();
                case FIXED -> line.detail().fixed();
                case LAST_MONTH_FIXED -> line.fixed(line.edition().month().minusMonths(1));
                case FIXED_THIS_YEAR -> line.fixedThisYear();
                case FIXED_SINCE_START -> line.fixedSinceStart();
                case LAND_COST -> line.landCost();
                case LAND_LEFT -> line.landLeft();
                case USED_EQUIPMENT -> line.detail().usedEquipment();
                case RENEWAL -> line.detail().renewal();
                case USED_BUILDINGS -> line.detail().usedBuildings();
                case LAND_OF_MONTH -> line.detail().land();
                case MINISTRY -> line.detail().ministry();
                case PROVINCE -> line.detail().province();
                case MINISTRY_FUNDS -> line.detail().ministryFunds();
                case PROVINCE_FUNDS -> line.detail().provinceFunds();
                case LAST_MONTH -> line.completed(line.edition().month().minusMonths(1));
                case THIS_YEAR -> line.thisYear();
                case THIS_YEAR_BEFORE -> line.thisYearBefore();
                case SINCE_START -> line.sinceStart();
                case LEFT -> line.left();
                case RATE -> line.rate();
                case PLAN_OF_MONTH -> line.planOfMonth();
                case PLANS_OF_YEAR -> line.plansOfYear();
                case CONSTRUCTION -> line.composition().construction();
                case INSTALLATION -> line.composition().installation();
                case EQUIPMENT -> line.composition().equipment();
                case OTHER_COSTS -> line.composition().other();
                case BUDGET -> line.funds().budget();
                case LOANS -> line.funds().loans();
                case BONDS -> line.funds().bonds();
                case FOREIGN -> line.funds().foreign();
                case OWN -> line.funds().own();
                case OTHER_FUNDS -> line.funds().other();
                default -> course(figure);
            };
        }

        private Object course(Figure figure) {
            return switch (figure) {
                case YEAR_WORK -> line.workOfYear();
                case CONTRACTS -> line.contracts();
                case VARIATIONS -> line.variations();
                case TOLD_STATE -> line.told();
                case WORK_OF_MONTH -> line.workOfMonth();
                case NEXT_WORK -> line.workOfNextMonth();
                case REACHED -> line.reached();
                case VERIFIED ->
                    line.card().progress() == null
                            ? null
                            : line.card().progress().verified();
                case TIME ->
                    line.card().progress() == null
                            ? null
                            : line.card().progress().time();
                case AS_OF_DAY -> line.card().freshness().asOf();
                case LAMP ->
                    line.card().lamp() == null
                            ? null
                            : word("lamp", line.card().lamp().colour());
                case STATE -> line.state();
                case PROBLEMS -> line.problems();
                default -> throw new IllegalStateException(figure + " is no figure of a project");
            };
        }

        private LocalDate reached(Landmark landmark) {
            return line.project().profile().landmarks().get(landmark);
        }

        private Word word(String list, Enum<?> value) {
            return value == null
                    ? null
                    : new Word(Json.kebab(value), line.edition().word(list, value));
        }

        private static String blank(String text) {
            return text.isEmpty() ? null : text;
        }
    }

    private final class OfBoard implements Facts {
        @Override
        public String name() {
            return null;
        }

        @Override
        public Object of(Figure figure) {
            return switch (figure) {
                case BOARD ->
                    edition.board().projects().settings().opened() == null
                            ? null
                            : edition.called(edition.board()
                                    .projects()
                                    .settings()
                                    .opened()
                                    .name());
                case OFFICE -> edition.joined("paper.office");
                case COUNTY -> edition.county();
                case TOWN -> edition.town();
                case YEAR -> BigDecimal.valueOf(edition.month().getYear());
                case MONTH -> BigDecimal.valueOf(edition.month().getMonthValue());
                case DAY -> edition.day();
                case DAY_OF_MONTH -> BigDecimal.valueOf(edition.day().getDayOfMonth());
                default -> throw new IllegalStateException(figure + " is none of the board's");
            };
        }
    }
}
