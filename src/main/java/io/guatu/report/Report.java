package io.guatu.report;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The tables there are; how each is called stands in the texts under {@code table.<id>.title}. */
public enum Report {
    PROJECT_LIST("project-list", ProjectList::of),
    MONTHLY_LEDGER("monthly-ledger", Monthly::ledger),
    MONTHLY_INVESTMENT("monthly-investment", Monthly::investment),
    MONTHLY_STATE("monthly-state", Monthly::state),
    DISPATCH("dispatch", Dispatch::of),
    COUNTY_SUMMARY("county-summary", CountySummary::of),
    FIXED_ASSETS("fixed-assets", FixedAssets::extract),
    TOWN_INVESTMENT("town-investment", FixedAssets::town),
    DIRECTIVES("directives", DirectiveRegister::whole),
    DIRECTIVES_BRIEF("directives-brief", DirectiveRegister::brief),
    DIRECTIVES_TOWN("directives-town", DirectiveRegister::town),
    PROBLEMS("problems", ProblemList::of),
    RURAL_ROADS("rural-roads", RuralRoads::of),
    SAFETY_YEAR("safety-year", SafetyYear::of),
    SLIPS("slips", Slips::of);

    private final String id;
    private final Function<Edition, Table> make;

    Report(String id, Function<Edition, Table> make) {
        this.id = id;
        this.make = make;
    }

    public String id() {
        return id;
    }

    public static Optional<Report> of(String id) {
        return Stream.of(values()).filter(each -> each.id.equals(id)).findFirst();
    }

    /** Takes time with the board's size: not for an event loop. */
    public Table table(Edition edition) {
        return make.apply(edition);
    }
}
