package io.guatu.report;

import static io.guatu.report.Column.day;
import static io.guatu.report.Column.text;
import static io.guatu.report.Table.cell;

import io.guatu.board.fold.Blocker;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** 问题清单: what holds projects up, one line each: what is open, and what was cleared in the month's year. */
final class ProblemList {
    private ProblemList() {}

    private record Held(Line line, Blocker blocker) {}

    static Table of(Edition edition) {
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

    private static LocalDate on(Edition edition, Instant at) {
        return at == null ? null : LocalDate.ofInstant(at, edition.zone());
    }

    private static int year(Edition edition, Instant at) {
        return on(edition, at).getYear();
    }
}
