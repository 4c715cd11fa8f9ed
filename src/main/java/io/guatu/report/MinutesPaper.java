package io.guatu.report;

import io.guatu.board.Minutes;
import io.guatu.report.Paper.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** 会议纪要: who was there, what was decided as it stands on the paper's day, and what was spoken of as it stood then. */
final class MinutesPaper {
    private MinutesPaper() {}

    static Paper of(Edition edition, About about) {
        Minutes minutes = about.minutes();
        Said said = new Said(edition);
        List<Part> parts = new ArrayList<>();
        parts.add(Part.facts(List.of(
                List.of(said.text("meeting.when"), said.day(minutes.day())),
                List.of(
                        said.text("meeting.present"),
                        minutes.present() == null ? said.text("meeting.unsaid") : minutes.present()),
                List.of(said.text("meeting.by"), minutes.by()))));
        parts.add(Part.heading(said.text(minutes.noted() ? "meeting.decisions" : "meeting.ordered")));
        parts.add(
                minutes.decisions().isEmpty()
                        ? Part.text(said.text("meeting.none"))
                        : Part.table(
                                headings(
                                        said,
                                        "table.number",
                                        "table.name",
                                        "meeting.what",
                                        "table.responsible",
                                        "table.deadline",
                                        "meeting.status"),
                                minutes.decisions().stream()
                                        .map(each -> List.of(
                                                Integer.toString(
                                                        minutes.decisions().indexOf(each) + 1),
                                                edition.called(each.name()),
                                                each.directive().text(),
                                                each.directive().owner() == null
                                                        ? "—"
                                                        : each.directive().owner(),
                                                said.near(each.directive().deadline()),
                                                edition.word(
                                                        "directive",
                                                        each.directive().status())))
                                        .toList()));
        if (!minutes.agenda().isEmpty()) {
            parts.add(Part.heading(said.text("meeting.spoken")));
            parts.add(Part.table(
                    headings(said, "table.name", "paper.lamp", "paper.progress-both", "meeting.state"),
                    minutes.agenda().stream()
                            .map(each -> List.of(
                                    edition.called(each.card()),
                                    said.lamp(each.card()),
                                    said.both(each.card()),
                                    said.why(each.card())))
                            .toList()));
        }
        if (minutes.note() != null) {
            parts.add(Part.heading(said.text("meeting.note")));
            minutes.note()
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(Part::text)
                    .forEach(parts::add);
        }
        parts.add(Part.text(said.text("meeting.seal", Map.of("seq", minutes.seq(), "seal", about.seal()))));
        parts.add(Part.text(said.text("meeting.mark", Map.of("mark", about.mark()))));
        return new Paper(
                "minutes",
                edition.joined("paper.minutes.head"),
                said.text("paper.minutes.number", Map.of("n", minutes.seq())),
                minutes.title(),
                null,
                minutes.day(),
                said.day(minutes.day()),
                parts,
                said.office());
    }

    private static List<String> headings(Said said, String... keys) {
        return Stream.of(keys).map(said::text).toList();
    }
}
