package io.guatu.report;

import static io.guatu.report.Column.day;
import static io.guatu.report.Column.text;
import static io.guatu.report.Table.cell;

import io.guatu.board.fold.Blocker;
import io.guatu.board.fold.Directive;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What leaders ordered, and what holds projects up: one line each, open ones and those of the month's year. */
final class Registers {
    private Registers() {}

    private record Ordered(Line line, Directive directive) {}

    private record Held(Line line, Blocker blocker) {}

    /** 督办台账. */
    static Table directives(Edition edition) {
        List<Ordered> all = edition.lines().stream()
                .flatMap(line -> line.project().directives().all().values().stream()
                        .filter(each -> each.open()
                                || year(edition, each.closed())
                                        == edition.month().getYear())
                        .map(each -> new Ordered(line, each)))
                .toList();
        return Table.of(
                "directives",
                edition,
                List.of(
                        Table.<Ordered>cell(
                                text("register"),
                                each -> Long.toString(each.directive().seq())),
                        cell(text("name"), each -> each.line().name()),
                        cell(text("order"), each -> each.directive().issued().text()),
                        cell(day("issued"), each -> on(edition, each.directive().at())),
                        cell(day("deadline"), each -> each.directive().deadline()),
                        cell(day("ended"), each -> on(edition, each.directive().closed())),
                        cell(text("by"), each -> each.directive().by().name()),
                        cell(
                                text("responsible"),
                                each -> each.directive().issued().owner() == null
                                        ? each.line().managers()
                                        : each.directive().issued().owner()),
                        cell(text("unit-of"), each -> each.line().description().unit()),
                        cell(text("answer"), each -> each.directive().answer()),
                        cell(
                                text("standing"),
                                each -> edition.word(
                                        "directive", each.directive().status())),
                        cell(text("overdue"), each -> overdue(edition, each.directive()))),
                all,
                each -> each.line().name(),
                false);
    }

    /** 问题清单. */
    static Table problems(Edition edition) {
        List<Held> all = edition.lines().stream()
                .flatMap(line -> line.project().blockers().all().values().stream()
                        .filter(each -> each.open()
                                || year(edition, each.cleared())
                                        == edition.month().getYear())
                        .map(each -> new Held(line, each)))
                .toList();
        return Table.of(
                "problems",
                edition,
                List.of(
                        Table.<Held>cell(text("number"), each -> all.indexOf(each) + 1),
                        cell(text("name"), each -> each.line().name()),
                        cell(text("problem"), each -> each.blocker().raised().text()),
                        cell(
                                text("factor"),
                                each -> edition.word("factor", each.blocker().factor())),
                        cell(day("since"), each -> each.blocker().since(edition.zone())),
                        cell(day("promised").missed(), each -> each.blocker().promised()),
                        cell(text("unit-of"), each -> each.line().description().unit()),
                        cell(text("responsible"), each -> each.line().managers()),
                        cell(text("lead"), each -> each.line().description().lead()),
                        cell(
                                text("measure"),
                                each -> each.blocker().how() == null
                                        ? each.blocker().raised().need()
                                        : each.blocker().how()),
                        cell(text("solved"), each -> edition.words()
                                .of(each.blocker().open() ? "table.no" : "table.yes"))),
                all,
                each -> each.line().name(),
                false);
    }

    private static String overdue(Edition edition, Directive directive) {
        return directive.waits()
                        && directive.deadline() != null
                        && directive.deadline().isBefore(edition.day())
                ? edition.words().of("table.yes")
                : null;
    }

    private static LocalDate on(Edition edition, Instant at) {
        return at == null ? null : LocalDate.ofInstant(at, edition.zone());
    }

    private static int year(Edition edition, Instant at) {
        return on(edition, at).getYear();
    }
}
