package io.guatu.report;

import static io.guatu.report.Column.money;
import static io.guatu.report.Column.text;
import static io.guatu.report.Table.cell;

import io.guatu.domain.Permit;
import java.util.List;

/** 重点项目表: what every project is, what it costs, how far it is and who answers for it. */
final class ProjectList {
    private ProjectList() {}

    static Table of(Edition edition) {
        List<Line> lines = edition.lines();
        return Table.of(
                "project-list",
                edition,
                List.of(
                        Table.<Line>cell(text("number"), line -> lines.indexOf(line) + 1),
                        cell(text("name"), Line::name),
                        cell(text("owner"), line -> line.project().profile().owner()),
                        cell(text("nature").missed(), line -> line.description().nature()),
                        cell(text("sector"), line -> edition.sector(line.card().sector())),
                        cell(text("place").missed(), line -> line.description().place()),
                        cell(text("code"), line -> line.description().code()),
                        cell(text("approval").missed(), line -> line.permit(Permit.APPROVAL)),
                        cell(text("content").missed(), line -> line.description()
                                .content()),
                        cell(Column.quantity("land").missed(), Line::land),
                        cell(text("span"), Line::span),
                        cell(money("total-money"), Line::total),
                        cell(money("before").optional(), Line::before),
                        cell(money("planned").under("year-plan"), Line::planned),
                        cell(text("year-work").under("year-plan").missed(), Line::workOfYear),
                        cell(text("reached"), Line::reached),
                        cell(text("begun"), Line::begun),
                        cell(
                                text("listed"),
                                line -> edition.word(
                                        "listed", line.description().listed())),
                        cell(text("unit-of").missed(), line -> line.description()
                                .unit()),
                        cell(
                                text("contact"),
                                line -> line.description().contact() == null
                                        ? line.managers()
                                        : line.description().contact()),
                        // Numbers of people stay out of a ledger from which nothing can be taken again: filled in by
                        // hand.
                        cell(text("phone").missed(), line -> null),
                        cell(text("lead"), line -> line.description().lead()),
                        cell(text("remark"), Line::remark)),
                lines,
                Line::name,
                true);
    }
}
