package io.guatu.report;

import static io.guatu.report.Column.money;
import static io.guatu.report.Column.percent;
import static io.guatu.report.Column.text;
import static io.guatu.report.Table.cell;

import java.util.List;

/** 半月调度: money and work in short. The period is the half of the month in which the day lies. */
final class Dispatch {
    private Dispatch() {}

    static Table of(Edition edition) {
        List<Line> lines = edition.works();
        return Table.of(
                "dispatch",
                edition,
                List.of(
                        Table.<Line>cell(text("number"), line -> lines.indexOf(line) + 1),
                        cell(text("name"), Line::name),
                        cell(money("total-money"), Line::total),
                        cell(money("since-start"), Line::sinceStart),
                        cell(money("planned"), Line::planned),
                        cell(money("this-year"), Line::thisYear),
                        cell(money("in-period").optional(), Line::inPeriod),
                        cell(money("completed"), Line::completed),
                        cell(
                                percent("verified"),
                                line -> line.card().progress() == null
                                        ? null
                                        : line.card().progress().verified()),
                        cell(
                                percent("time"),
                                line -> line.card().progress() == null
                                        ? null
                                        : line.card().progress().time()),
                        cell(text("reached"), Line::reached),
                        cell(text("problems"), Line::problems)),
                lines,
                Line::name,
                true);
    }
}
