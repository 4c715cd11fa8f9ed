package io.guatu.report;

import static io.guatu.report.Column.count;
import static io.guatu.report.Column.text;
import static io.guatu.report.Table.cell;

import io.guatu.board.SafetyReport;
import io.guatu.board.SafetyReport.Row;
import java.util.List;

/** 安全: of the month's year, hazards found, notices issued, hazards put right and still open, by project. */
final class SafetyYear {
    private SafetyYear() {}

    static Table of(Edition edition) {
        SafetyReport year = SafetyReport.of(
                edition.board().projects().byId().values(), edition.month().getYear(), edition.zone());
        return Table.of(
                "safety-year",
                edition,
                List.of(
                        Table.<Row>cell(text("name"), row -> edition.called(row.name())),
                        cell(count("found"), row -> row.line().found()),
                        cell(count("notices"), row -> row.line().notices()),
                        cell(count("rectified"), row -> row.line().rectified()),
                        cell(count("open"), Row::open)),
                year.projects(),
                row -> edition.called(row.name()),
                true);
    }
}
