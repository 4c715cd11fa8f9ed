package io.guatu.report;

import io.guatu.board.fold.Hazard;
import io.guatu.board.fold.Notice;
import io.guatu.report.Paper.Part;
import io.guatu.report.Paper.Picture;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** 整改通知书: the hazards of one notice, until when each is to be put right, what was done, and room for three signatures. */
final class RectificationNotice {
    private static final int PICTURES = 4;

    private RectificationNotice() {}

    static Paper of(Edition edition, About about) {
        Line line = about.line(edition);
        Notice notice = notice(line, about);
        Said said = new Said(edition);
        List<Hazard> hazards = notice.issued().hazards().stream()
                .map(seq -> line.project().hazards().all().get(seq))
                .filter(hazard -> hazard != null && about.knows(line.project(), hazard))
                .toList();
        if (hazards.isEmpty()) {
            throw new Unwritten();
        }
        String to = about.companyOf(notice.issued().grant()).orElse(said.or(line.managers()));
        List<Part> parts = new ArrayList<>();
        parts.add(Part.text(said.text(
                "paper.rectification.ordered",
                Map.of(
                        "project", line.name(),
                        "n", hazards.size(),
                        "deadline", said.day(notice.issued().deadline())))));
        parts.add(Part.table(
                Stream.of(
                                "table.number",
                                "paper.place",
                                "paper.hazard",
                                "paper.severity",
                                "paper.found-on",
                                "paper.by",
                                "table.standing")
                        .map(said::text)
                        .toList(),
                hazards.stream()
                        .map(hazard -> row(edition, said, hazards, hazard))
                        .toList()));
        done(said, hazards).ifPresent(parts::add);
        List<Picture> pictures = pictures(edition, line, hazards, said);
        if (!pictures.isEmpty()) {
            parts.add(Part.pictures(pictures));
        }
        parts.add(Part.text(said.text("paper.rectification.answer")));
        parts.add(Part.signatures(said, "paper.sign.issues", "paper.sign.receives", "paper.sign.rechecks"));
        return new Paper(
                "rectification",
                null,
                said.text(
                        "paper.rectification.number",
                        Map.of("n", notice.issued().number())),
                edition.joined("paper.rectification.title"),
                to + said.text("join.that"),
                edition.day(),
                said.day(edition.day()),
                parts,
                null);
    }

    /** By its own seq, or that of a hazard that it covers. */
    private static Notice notice(Line line, About about) {
        if (about.item() == null) {
            throw new Unwritten();
        }
        Notice notice = line.project().hazards().notices().get().get(about.item());
        Hazard hazard = line.project().hazards().all().get(about.item());
        return Stream.of(notice, hazard == null ? null : hazard.notice())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(Unwritten::new);
    }

    private static List<String> row(Edition edition, Said said, List<Hazard> all, Hazard hazard) {
        return List.of(
                Integer.toString(all.indexOf(hazard) + 1),
                said.or(hazard.found().place()),
                hazard.found().text(),
                edition.word("severity", hazard.found().severity()),
                said.near(hazard.since(edition.zone())),
                said.near(hazard.deadline()),
                edition.word("hazard", hazard.status()));
    }

    private static Optional<Part> done(Said said, List<Hazard> hazards) {
        List<List<String>> rows = hazards.stream()
                .filter(hazard -> hazard.fix() != null)
                .map(hazard -> List.of(
                        Integer.toString(hazards.indexOf(hazard) + 1),
                        hazard.fix().text() == null ? "—" : hazard.fix().text(),
                        hazard.fix().asOf() == null
                                ? said.near(hazard.fix().at())
                                : said.near(hazard.fix().asOf()),
                        hazard.recheck() == null ? said.text("paper.unchecked") : hazard.recheck()))
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(Part.table(
                        Stream.of("table.number", "paper.fix", "paper.fixed-on", "paper.recheck")
                                .map(said::text)
                                .toList(),
                        rows));
    }

    private static List<Picture> pictures(Edition edition, Line line, List<Hazard> hazards, Said said) {
        Set<Picture> all = new LinkedHashSet<>();
        for (Hazard hazard : hazards) {
            String number = Integer.toString(hazards.indexOf(hazard) + 1);
            if (hazard.found().photos() != null) {
                hazard.found()
                        .photos()
                        .forEach(photo -> all.add(new Picture(
                                line.project().id(), photo, said.text("paper.before", Map.of("n", number)))));
            }
            if (hazard.fix() != null && hazard.fix().photos() != null) {
                hazard.fix()
                        .photos()
                        .forEach(photo -> all.add(new Picture(
                                line.project().id(), photo, said.text("paper.after", Map.of("n", number)))));
            }
        }
        return all.stream().limit(PICTURES).toList();
    }
}
