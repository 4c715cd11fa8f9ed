package io.guatu.report;

import static io.guatu.report.Column.money;
import static io.guatu.report.Column.text;
import static io.guatu.report.Table.cell;

import io.guatu.board.figures.MonthParts;
import io.guatu.domain.Money;
import io.guatu.ledger.Json;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** 固定资产投资, with the identities that the statistics check: what does not add up is said before it is sent. */
final class FixedAssets {
    private FixedAssets() {}

    /** The extract of form 206. */
    static Table extract(Edition edition) {
        List<Line> lines = edition.works();
        return Table.of(
                        "fixed-assets",
                        edition,
                        List.of(
                                Table.<Line>cell(
                                        text("month"), line -> edition.month().toString()),
                                cell(text("county"), line -> edition.county()),
                                cell(
                                        text("tier").missed(),
                                        line -> edition.word(
                                                "tier", line.description().tier())),
                                cell(text("name"), Line::name),
                                cell(text("code").missed(), line -> line.description()
                                        .code()),
                                cell(text("owner-code").missed(), line -> line.description()
                                        .ownerCode()),
                                cell(money("total-money"), Line::total),
                                cell(money("since-start"), Line::sinceStart),
                                cell(money("this-year"), Line::thisYear),
                                cell(money("completed").under("of-it"), Line::completed),
                                cell(money("construction").under("composition"), line -> line.composition()
                                        .construction()),
                                cell(money("installation").under("composition"), line -> line.composition()
                                        .installation()),
                                cell(money("equipment").under("composition"), line -> line.composition()
                                        .equipment()),
                                cell(money("used-equipment").optional().under("composition"), line -> line.detail()
                                        .usedEquipment()),
                                cell(money("renewal").optional().under("composition"), line -> line.detail()
                                        .renewal()),
                                cell(money("other-costs").under("composition"), line -> line.composition()
                                        .other()),
                                cell(money("used-buildings").optional().under("composition"), line -> line.detail()
                                        .usedBuildings()),
                                cell(money("land-of-month").optional().under("composition"), line -> line.detail()
                                        .land()),
                                cell(money("budget").optional().under("funds"), line -> line.funds()
                                        .budget()),
                                cell(money("loans").optional().under("funds"), line -> line.funds()
                                        .loans()),
                                cell(money("bonds").optional().under("funds"), line -> line.funds()
                                        .bonds()),
                                cell(money("foreign").optional().under("funds"), line -> line.funds()
                                        .foreign()),
                                cell(money("own").optional().under("funds"), line -> line.funds()
                                        .own()),
                                cell(money("other-funds").optional().under("funds"), line -> line.funds()
                                        .other())),
                        lines,
                        Line::name,
                        true)
                .with(faults(edition, lines));
    }

    /** The town's own sheet. */
    static Table town(Edition edition) {
        List<Line> lines = edition.works();
        return Table.of(
                        "town-investment",
                        edition,
                        List.of(
                                Table.<Line>cell(
                                        text("owner"),
                                        line -> line.project().profile().owner()),
                                cell(text("name"), Line::name),
                                cell(
                                        text("sector"),
                                        line -> edition.sector(line.card().sector())),
                                cell(money("total-money"), Line::total),
                                cell(money("since-start"), Line::sinceStart),
                                cell(money("this-year"), Line::thisYear),
                                cell(money("land-cost").optional(), Line::landCost),
                                cell(money("land-left").optional(), Line::landLeft),
                                cell(money("completed"), Line::completed),
                                cell(text("town"), line -> edition.town()),
                                cell(
                                        text("listed").missed(),
                                        line -> edition.word(
                                                "listed", line.description().listed())),
                                cell(text("place"), line -> line.description().place())),
                        lines,
                        Line::name,
                        true)
                .with(faults(edition, lines));
    }

    private static List<Table.Fault> faults(Edition edition, List<Line> lines) {
        return lines.stream().flatMap(line -> faults(edition, line)).toList();
    }

    private static Stream<Table.Fault> faults(Edition edition, Line line) {
        int year = edition.month().getYear();
        Money told = line.project().investment().before().get(year);
        Money months = wholeYear(line, year - 1)
                ? line.project()
                        .investment()
                        .completedBy(YearMonth.of(year - 1, 12))
                        .orElse(null)
                : null;
        Stream<Table.Fault> parts = MonthParts.of(line.project().investment(), line.detail()).exceeded().stream()
                .map(each -> said(edition, line, Json.kebab(each.of()), each.parts(), each.whole()));
        Stream<Table.Fault> sums = Stream.of(
                        told != null && months != null && !told.equals(months)
                                ? said(edition, line, "before-differs", told, months)
                                : null,
                        more(line.sinceStart(), line.total())
                                ? said(edition, line, "more-than-total", line.sinceStart(), line.total())
                                : null,
                        line.composition().whole() && !line.composition().sum().equals(line.completed())
                                ? said(
                                        edition,
                                        line,
                                        "composition",
                                        line.composition().sum(),
                                        line.completed())
                                : null)
                .filter(fault -> fault != null);
        return Stream.concat(sums, parts);
    }

    /** Whether every month of the year is entered, and what came before it. */
    private static boolean wholeYear(Line line, int year) {
        return line.project().investment().before(year).isPresent()
                && IntStream.rangeClosed(1, 12).allMatch(month -> line.completed(YearMonth.of(year, month)) != null);
    }

    private static boolean more(Money one, Money other) {
        return one != null && other != null && one.yuan() > other.yuan();
    }

    private static Table.Fault said(Edition edition, Line line, String fault, Money one, Money other) {
        String text = edition.words()
                .of("table.fault." + fault)
                .replace("{one}", one.value().toPlainString())
                .replace("{other}", other == null ? "—" : other.value().toPlainString());
        return new Table.Fault(line.name(), text);
    }
}
