package io.guatu.report;

import io.guatu.board.fold.Measure;
import io.guatu.board.fold.Milestone;
import io.guatu.report.Paper.Part;
import io.guatu.report.Paper.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * 形象进度确认单, the paper behind an investment figure: what was done by the day, as verified, with its value and photos, for three
 * to stamp and sign. A contractor has it without the town's figures. Of what is not counted there is room for the quantity.
 */
final class ProgressConfirmation {
    private static final int PICTURES = 4;

    private ProgressConfirmation() {}

    static Paper of(Edition edition, About about) {
        Line line = about.line(edition);
        Said said = new Said(edition);
        List<Milestone> milestones = line.project().plan().milestones().values().stream()
                .filter(each -> about.milestone() == null || each.id().equals(about.milestone()))
                .toList();
        if (milestones.isEmpty()) {
            throw new Unwritten();
        }
        List<Part> parts = new ArrayList<>();
        parts.add(Part.facts(facts(edition, about, line, said)));
        parts.add(Part.table(
                Stream.of(
                                "paper.milestone",
                                "paper.planned-finish",
                                "paper.verified",
                                "paper.as-of",
                                "paper.quantity",
                                "paper.value")
                        .map(said::text)
                        .toList(),
                milestones.stream()
                        .map(each -> List.of(
                                edition.called(each.name()),
                                said.near(each.finish()),
                                said.percent(each.done().value()),
                                each.asOf() == null ? "—" : said.near(each.asOf()),
                                quantity(each.measure(), said),
                                ""))
                        .toList()));
        parts.add(Part.text(said.text("paper.confirmation.note")));
        List<Picture> pictures = said.newest(line.project().id(), about.photos(line.project()), line.name(), PICTURES);
        if (!pictures.isEmpty()) {
            parts.add(Part.pictures(pictures));
        }
        parts.add(Part.signatures(said, "paper.sign.owner", "paper.sign.contractor", "paper.sign.supervisor"));
        return new Paper(
                "confirmation",
                null,
                null,
                said.text("paper.confirmation.title"),
                null,
                edition.day(),
                said.day(edition.day()),
                parts,
                null);
    }

    private static String quantity(Measure measure, Said said) {
        return measure == null || measure.done() == null
                ? ""
                : said.text(
                        "desk.measure",
                        Map.of(
                                "done", measure.done().value().toPlainString(),
                                "total", measure.total().value().toPlainString(),
                                "unit", measure.unit()));
    }

    private static List<List<String>> facts(Edition edition, About about, Line line, Said said) {
        List<List<String>> facts = new ArrayList<>(List.of(
                List.of(said.text("table.name"), line.name()),
                List.of(
                        said.text("table.owner"),
                        said.or(line.project().profile().owner())),
                List.of(
                        said.text("table.month"),
                        said.text(
                                "paper.month",
                                Map.of(
                                        "year", edition.month().getYear(),
                                        "month", edition.month().getMonthValue()))),
                List.of(said.text("table.as-of-day"), said.day(edition.day())),
                List.of(said.text("table.reached"), said.or(line.reached()))));
        if (about.town()) {
            facts.add(List.of(said.text("table.completed"), said.money(line.completed())));
            facts.add(List.of(said.text("table.this-year"), said.money(line.thisYear())));
            facts.add(List.of(said.text("table.since-start"), said.money(line.sinceStart())));
        }
        return facts;
    }
}
