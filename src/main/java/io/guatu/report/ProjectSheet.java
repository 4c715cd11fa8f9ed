package io.guatu.report;

import io.guatu.board.fold.Milestone;
import io.guatu.report.Paper.Part;
import io.guatu.report.Paper.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** 项目一页纸: what it is, how it stands and why, its milestones, what holds it up, its money, and two photos. */
final class ProjectSheet {
    private static final int PICTURES = 2;

    private ProjectSheet() {}

    static Paper of(Edition edition, About about) {
        Line line = about.line(edition);
        Said said = new Said(edition);
        List<Part> parts = new ArrayList<>();
        parts.add(Part.facts(List.of(
                List.of(
                        said.text("paper.lamp"),
                        said.lamp(line.card()) + said.text("join.that") + said.why(line.card())),
                List.of(said.text("paper.progress-of"), said.progress(line.card())),
                List.of(said.text("table.reached"), said.or(line.reached())),
                List.of(said.text("table.content"), said.or(line.description().content())),
                List.of(said.text("table.place"), said.or(line.description().place())),
                List.of(said.text("table.span"), said.or(line.span())),
                List.of(
                        said.text("table.owner"),
                        said.or(line.project().profile().owner())),
                List.of(said.text("table.unit-of"), said.or(line.description().unit())),
                List.of(said.text("table.lead"), said.or(line.description().lead())),
                List.of(said.text("table.responsible"), said.or(line.managers())),
                List.of(
                        said.text("paper.money"),
                        said.text(
                                "paper.money-of",
                                Map.of(
                                        "total", said.money(line.total()),
                                        "planned", said.money(line.planned()),
                                        "done", said.money(line.thisYear()),
                                        "rate", said.percent(line.rate())))))));
        List<Milestone> milestones =
                List.copyOf(line.project().plan().milestones().values());
        if (!milestones.isEmpty()) {
            parts.add(Part.table(
                    Stream.of("paper.milestone", "paper.planned-finish", "paper.expected", "paper.verified")
                            .map(said::text)
                            .toList(),
                    milestones.stream()
                            .map(each -> List.of(
                                    edition.called(each.name()),
                                    said.near(each.finish()),
                                    said.near(each.end()),
                                    said.percent(each.done().value())))
                            .toList()));
        }
        parts.add(Part.facts(List.of(
                List.of(
                        said.text("table.problems"),
                        line.problems().isEmpty() ? said.text("paper.none") : line.problems()),
                List.of(said.text("table.next-work"), said.or(line.workOfNextMonth())))));
        List<Picture> pictures = said.newest(line.project().id(), about.photos(line.project()), line.name(), PICTURES);
        if (!pictures.isEmpty()) {
            parts.add(Part.pictures(pictures));
        }
        return new Paper(
                "project", null, null, line.name(), null, edition.day(), said.day(edition.day()), parts, said.office());
    }
}
