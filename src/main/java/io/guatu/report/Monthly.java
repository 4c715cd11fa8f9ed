package io.guatu.report;

import static io.guatu.report.Column.money;
import static io.guatu.report.Column.percent;
import static io.guatu.report.Column.text;
import static io.guatu.report.Table.cell;

import io.guatu.domain.Permit;
import java.time.LocalDate;
import java.util.List;

/** The month's progress in the three shapes that counties use. */
final class Monthly {
    private Monthly() {}

    /** Shape A: month, year and since the start, with problems and plans. */
    static Table ledger(Edition edition) {
        List<Line> lines = edition.works();
        return Table.of(
                "monthly-ledger",
                edition,
                List.of(
                        Table.<Line>cell(text("month"), line -> edition.month().toString()),
                        cell(text("number"), line -> lines.indexOf(line) + 1),
                        cell(text("name"), Line::name),
                        cell(money("completed"), Line::completed),
                        cell(money("this-year"), Line::thisYear),
                        cell(money("since-start"), Line::sinceStart),
                        cell(percent("rate"), Line::rate),
                        cell(text("reached"), Line::reached),
                        cell(text("problems"), Line::problems),
                        cell(text("next-work"), Line::workOfNextMonth),
                        cell(
                                percent("verified"),
                                line -> line.card().progress() == null
                                        ? null
                                        : line.card().progress().verified()),
                        cell(text("state"), Line::state),
                        cell(
                                Column.day("as-of-day"),
                                line -> line.card().freshness().asOf()),
                        cell(Column.day("told"), line -> on(line, edition)),
                        cell(text("remark"), Line::remark)),
                lines,
                Line::name,
                true);
    }

    /** When it was last told how far it is. */
    private static LocalDate on(Line line, Edition edition) {
        return line.card().freshness().reported() == null
                ? null
                : LocalDate.ofInstant(line.card().freshness().reported(), edition.zone());
    }

    /** Shape B: planned and done, investment and work side by side. */
    static Table investment(Edition edition) {
        return Table.of(
                "monthly-investment",
                edition,
                List.of(
                        Table.<Line>cell(
                                text("year"),
                                line -> Integer.toString(edition.month().getYear())),
                        cell(
                                text("month-of"),
                                line -> Integer.toString(edition.month().getMonthValue())),
                        cell(text("name"), Line::name),
                        cell(money("plan-of-month"), Line::planOfMonth),
                        cell(text("work"), Line::workOfMonth),
                        cell(money("completed"), Line::completed),
                        cell(money("this-year"), Line::thisYear),
                        cell(
                                money("last-month").optional(),
                                line -> line.completed(edition.month().minusMonths(1))),
                        cell(
                                money("last-month-fixed").optional(),
                                line -> line.fixed(edition.month().minusMonths(1))),
                        cell(money("fixed-this-year").optional(), Line::fixedThisYear),
                        cell(text("reached"), Line::reached),
                        cell(text("problems"), Line::problems),
                        cell(text("variations"), Line::variations),
                        cell(text("contracts"), Line::contracts),
                        cell(text("remark"), Line::remark),
                        cell(money("plans-of-year").optional(), Line::plansOfYear),
                        cell(money("since-start"), Line::sinceStart),
                        cell(money("fixed-since-start").optional(), Line::fixedSinceStart),
                        cell(text("next-work"), Line::workOfNextMonth),
                        cell(text("told-state"), Line::told)),
                edition.works(),
                Line::name,
                true);
    }

    /** Shape C: how it stands, what is left, what comes next. */
    static Table state(Edition edition) {
        return Table.of(
                "monthly-state",
                edition,
                List.of(
                        Table.<Line>cell(text("name"), Line::name),
                        cell(text("state"), Line::state),
                        cell(text("stage"), Line::stage),
                        cell(text("land-permit"), line -> line.permit(Permit.LAND)),
                        cell(text("planning-permit"), line -> line.permit(Permit.PLANNING)),
                        cell(text("construction-permit"), line -> line.permit(Permit.CONSTRUCTION)),
                        cell(money("completed"), Line::completed),
                        cell(money("since-start"), Line::sinceStart),
                        cell(money("left").optional(), Line::left),
                        cell(Column.quantity("land-solved"), Line::landSolved),
                        cell(text("reached"), Line::reached),
                        cell(Column.count("pictures"), Line::pictures),
                        cell(text("problems"), Line::problems),
                        cell(text("next-work"), Line::workOfNextMonth)),
                edition.works(),
                Line::name,
                true);
    }
}
