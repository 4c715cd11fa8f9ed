package io.guatu.report;

import static io.guatu.report.Column.day;
import static io.guatu.report.Column.text;
import static io.guatu.report.Table.cell;

import io.guatu.board.figures.Deadlines;
import io.guatu.board.fold.Directive;
import io.guatu.board.lamp.Lamp.Colour;
import io.guatu.domain.DirectiveUpdate.Registered;
import io.guatu.ledger.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** 督办台账 in the three shapes in use: one line for each directive that is open, or was closed in the month's year. */
final class DirectiveRegister {
    /** So many days before its deadline a directive turns yellow. */
    private static final int SOON = 3;

    private DirectiveRegister() {}

    private record Row(Line line, Directive directive) {
        Edition edition() {
            return line.edition();
        }

        Registered register() {
            return directive.issued().registered();
        }

        /** Its own number, else the ledger's. */
        String number() {
            return register().number() == null
                    ? Long.toString(directive.seq())
                    : register().number();
        }

        String responsible() {
            return directive.issued().owner() == null
                    ? line.managers()
                    : directive.issued().owner();
        }

        String unit() {
            return register().unit() == null
                    ? line.description().unit()
                    : register().unit();
        }

        String standing() {
            return edition().word("directive", directive.status());
        }

        /** Overdue is red, nearly due yellow; what was answered or closed in time is not behind. */
        Colour lamp() {
            if (!directive.open()) {
                return Colour.DONE;
            }
            if (!directive.waits()) {
                return Colour.GREEN;
            }
            Deadlines deadlines = new Deadlines(
                    line.project(),
                    edition().day(),
                    edition().zone(),
                    edition().board().terms().calendar());
            boolean soon = directive.deadline().isBefore(edition().day().plusDays(SOON + 1L));
            return deadlines.past(directive.deadline()) > 0 ? Colour.RED : soon ? Colour.YELLOW : Colour.GREEN;
        }

        BigDecimal done() {
            return directive.percent() == null
                    ? null
                    : directive.percent().value().setScale(0, RoundingMode.HALF_UP);
        }

        /** How many photos show it. */
        Integer attachments() {
            return directive.photos().isEmpty() ? null : directive.photos().size();
        }

        /** 变更记录: its way, with the days and what became of its deadline. */
        String way() {
            return directive.steps().stream()
                    .map(step -> edition()
                            .words()
                            .of("table.said.step")
                            .replace("{day}", on(step.at()).toString())
                            .replace("{step}", edition().words().of("table.step." + Json.kebab(step.status())))
                            .replace("{deadline}", step.deadline().toString()))
                    .collect(Collectors.joining(edition().words().of("join.clause")));
        }

        LocalDate on(Instant at) {
            return at == null ? null : LocalDate.ofInstant(at, edition().zone());
        }
    }

    /** Shape A: everything. */
    static Table whole(Edition edition) {
        return of(
                "directives",
                edition,
                List.of(
                        Table.<Row>cell(text("register"), Row::number),
                        cell(text("heading"), row -> row.register().title()),
                        cell(text("name"), row -> row.line().name()),
                        cell(text("order"), row -> row.directive().issued().text()),
                        cell(text("category"), row -> row.register().category()),
                        cell(text("source"), row -> row.register().source()),
                        cell(day("issued"), row -> row.on(row.directive().at())),
                        cell(day("deadline"), row -> row.directive().deadline()),
                        cell(day("promised-day"), row -> row.directive().promised()),
                        cell(day("ended"), row -> row.on(row.directive().closed())),
                        cell(text("by"), row -> row.directive().by().name()),
                        cell(text("responsible"), Row::responsible),
                        cell(text("follower"), row -> row.register().follower()),
                        cell(text("unit-of"), Row::unit),
                        cell(Column.percent("done"), Row::done),
                        cell(text("remark"), row -> edition.word("lamp", row.lamp())),
                        cell(text("answer"), row -> row.directive().answer()),
                        cell(text("standing"), Row::standing),
                        cell(new Column("attachments", null, Column.Kind.COUNT, false, false), Row::attachments),
                        cell(text("way"), Row::way)));
    }

    /** Shape B: who follows up what. */
    static Table brief(Edition edition) {
        return of(
                "directives-brief",
                edition,
                List.of(
                        Table.<Row>cell(text("register"), Row::number),
                        cell(text("order"), row -> row.directive().issued().text()),
                        cell(text("leader"), row -> row.directive().by().name()),
                        cell(text("follower"), row -> row.register().follower()),
                        cell(text("unit-of"), Row::unit),
                        cell(day("deadline"), row -> row.directive().deadline()),
                        cell(text("standing"), Row::standing)));
    }

    /** The town's register of what it was told to do. */
    static Table town(Edition edition) {
        return of(
                "directives-town",
                edition,
                List.of(
                        Table.<Row>cell(text("register"), Row::number),
                        cell(text("order"), row -> row.directive().issued().text()),
                        cell(text("source"), row -> row.register().source()),
                        cell(
                                day("received"),
                                row -> row.register().received() == null
                                        ? row.on(row.directive().at())
                                        : row.register().received()),
                        cell(text("unit-of"), Row::unit),
                        cell(day("deadline"), row -> row.directive().deadline()),
                        cell(text("requirement"), row -> row.register().requirement()),
                        cell(text("standing"), Row::standing)));
    }

    private static Table of(String id, Edition edition, List<Table.Of<Row>> columns) {
        List<Row> rows = edition.lines().stream()
                .flatMap(line -> line.project().directives().all().values().stream()
                        .map(each -> new Row(line, each))
                        .filter(row -> row.directive().open()
                                || row.on(row.directive().closed()).getYear()
                                        == edition.month().getYear()))
                .toList();
        return Table.of(id, edition, columns, rows, row -> row.line().name(), false);
    }
}
