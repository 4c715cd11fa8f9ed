package io.guatu.report;

import io.guatu.board.Board;
import io.guatu.board.Change;
import io.guatu.board.Changes;
import io.guatu.board.Totals;
import io.guatu.board.fold.Blocker;
import io.guatu.board.fold.Directive;
import io.guatu.board.lamp.Lamp.Colour;
import io.guatu.domain.Money;
import io.guatu.ledger.Json;
import io.guatu.report.Paper.Part;
import io.guatu.report.Paper.Picture;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 月度通报: how the programme stands, what turned since the month before, what delays cost, and what is asked of whom. Two pages. */
final class Bulletin {
    private static final List<Colour> COLOURS =
            List.of(Colour.RED, Colour.YELLOW, Colour.GREEN, Colour.GREY, Colour.DONE);
    /** So many lines of a part are read on two pages; the rest is counted. */
    private static final int MOST = 4;

    private static final int PICTURES = 4;
    /** Below a picture a name takes one line, and its day another. */
    private static final int CAPTION = 20;

    private final Edition edition;
    private final Said said;
    private final List<Line> lines;
    private final List<Part> parts = new ArrayList<>();

    private Bulletin(Edition edition) {
        this.edition = edition;
        this.said = new Said(edition);
        this.lines = edition.lines();
    }

    /** @param last the board as the month before left it; one without entries: there was none */
    static Paper of(Edition edition, Board last) {
        Bulletin made = new Bulletin(edition);
        made.whole();
        made.changes(last);
        made.slips();
        made.attention();
        made.asked();
        made.pictures();
        Map<String, ?> month = Map.of(
                "year", edition.month().getYear(), "month", edition.month().getMonthValue());
        return new Paper(
                "bulletin",
                edition.joined("paper.bulletin.head"),
                made.said.text("paper.bulletin.number", month),
                made.said.text("paper.bulletin.subject", month),
                made.said.text("paper.bulletin.to"),
                edition.day(),
                made.said.day(edition.day()),
                made.parts,
                made.said.office());
    }

    private void heading(String key) {
        parts.add(Part.heading(said.text(key)));
    }

    private void whole() {
        heading("paper.bulletin.whole");
        Totals totals = edition.board().totals();
        String lamps = COLOURS.stream()
                .filter(colour -> totals.lamps().get(colour) > 0)
                .map(colour -> said.text("lamp." + Json.kebab(colour)) + " "
                        + said.text("paper.items", Map.of("n", totals.lamps().get(colour))))
                .collect(Collectors.joining(said.text("join.and")));
        String outside = Stream.of(
                        counted("lamp.not-started", totals.notStarted()),
                        counted("lamp.suspended", totals.suspended()),
                        counted("stage.cancelled", totals.cancelled()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(said.text("join.and")));
        parts.add(Part.text(said.text(
                        "paper.bulletin.stand",
                        Map.of("day", said.day(edition.day()), "n", totals.projects(), "lamps", lamps))
                + (outside.isEmpty() ? "" : said.text("paper.bulletin.outside", Map.of("outside", outside)))
                + (totals.progress() == null
                        ? ""
                        : said.text(
                                "paper.bulletin.mean",
                                Map.of(
                                        "verified",
                                                said.percent(totals.progress().verified()),
                                        "time", said.percent(totals.progress().time()))))));
        Money planned = sum(lines.stream().map(Line::planned));
        Money done = sum(lines.stream().map(Line::thisYear));
        parts.add(Part.text(said.text(
                "paper.bulletin.money",
                Map.of(
                        "month", edition.month().getMonthValue(),
                        "planned", said.money(planned),
                        "done", said.money(done),
                        "completed", said.money(sum(lines.stream().map(Line::completed))),
                        "rate", said.percent(Line.rate(done, planned))))));
    }

    private String counted(String key, long count) {
        return count == 0 ? null : said.text(key) + " " + said.text("paper.items", Map.of("n", count));
    }

    private static Money sum(Stream<Money> money) {
        return money.filter(Objects::nonNull).reduce(Money::plus).orElse(null);
    }

    private void changes(Board last) {
        if (last.seq() == 0) {
            return;
        }
        List<Change> all = Changes.between(last, edition.board()).projects().stream()
                .filter(Change::notable)
                .sorted(Comparator.comparing(change -> change.lamp() == null))
                .toList();
        heading("paper.bulletin.changed");
        table(
                List.of("table.name", "paper.lamp", "paper.progress-turn", "paper.turns"),
                all.stream()
                        .map(change -> List.of(
                                edition.called(change.name()),
                                change.presence() != null
                                        ? said.text("paper.presence." + Json.kebab(change.presence()))
                                        : change.lamp() == null ? "—" : turn(change),
                                change.progress() == null
                                                || change.progress().from() == null
                                                || change.progress().to() == null
                                        ? "—"
                                        : said.percent(change.progress().from()) + "→"
                                                + said.percent(change.progress().to()),
                                what(change)))
                        .toList());
    }

    private String turn(Change change) {
        return colour(change.lamp().from()) + "→" + colour(change.lamp().to());
    }

    private String colour(Colour colour) {
        return colour == null ? "—" : said.text("lamp." + Json.kebab(colour));
    }

    private String what(Change change) {
        List<String> turns = new ArrayList<>();
        if (change.stage() != null) {
            turns.add(edition.word("stage", change.stage().to()));
        }
        count(turns, "paper.turn.dates", change.dates());
        count(turns, "paper.turn.raised", change.raised());
        count(turns, "paper.turn.cleared", change.cleared());
        count(turns, "paper.turn.renewed", change.renewed());
        if (change.baseline() != null) {
            turns.add(said.text("paper.turn.baseline"));
        }
        return turns.isEmpty() ? "—" : String.join(said.text("join.and"), turns);
    }

    private void count(List<String> turns, String key, List<?> all) {
        if (all != null) {
            turns.add(said.text(key, Map.of("n", all.size())));
        }
    }

    private void slips() {
        Table slips = Slips.of(edition);
        heading("paper.bulletin.slips");
        table(
                List.of("table.cause", "table.days", "table.touched"),
                slips.rows().stream()
                        .map(row -> row.stream().map(String::valueOf).toList())
                        .toList());
    }

    private void attention() {
        heading("paper.bulletin.attention");
        table(
                List.of("table.name", "paper.lamp", "paper.progress-both", "paper.why"),
                lines.stream()
                        .filter(line -> line.card().lamp().colour() == Colour.RED
                                || line.card().lamp().colour() == Colour.YELLOW)
                        .sorted(Comparator.comparing(line -> -line.card().lamp().urgency()))
                        .map(line -> List.of(
                                line.name(), said.lamp(line.card()), said.both(line.card()), said.why(line.card(), 1)))
                        .toList());
    }

    private record Asked(Line line, String what, String who, LocalDate by) {}

    /** What leaders ordered and is not answered, what somebody promised to clear: by when, the nearest first. */
    private void asked() {
        List<Asked> all = new ArrayList<>();
        for (Line line : lines) {
            for (Directive each : line.project().directives().all().open().values()) {
                all.add(new Asked(
                        line,
                        each.issued().text(),
                        each.issued().owner() == null
                                ? line.managers()
                                : each.issued().owner(),
                        each.deadline()));
            }
            for (Blocker each : line.project().blockers().all().open().values()) {
                all.add(new Asked(
                        line,
                        edition.word("factor", each.factor())
                                + said.text("join.that")
                                + each.raised().text(),
                        line.managers(),
                        each.promised()));
            }
        }
        heading("paper.bulletin.asked");
        table(
                List.of("table.name", "paper.asked", "table.responsible", "paper.by"),
                all.stream()
                        .sorted(Comparator.comparing(Asked::by, Comparator.nullsLast(Comparator.naturalOrder())))
                        .map(each -> List.of(
                                each.line().name(),
                                each.what(),
                                said.or(each.who()),
                                each.by() == null ? said.text("paper.unpromised") : said.near(each.by())))
                        .toList());
    }

    /** One of each project whose lamp is worst. */
    private void pictures() {
        List<Picture> pictures = lines.stream()
                .sorted(Comparator.comparing(line -> -line.card().lamp().urgency()))
                .flatMap(line -> said
                        .newest(
                                line.project().id(),
                                line.project().photos().all().values(),
                                Breadth.cut(line.name(), CAPTION),
                                1)
                        .stream())
                .limit(PICTURES)
                .toList();
        if (!pictures.isEmpty()) {
            heading("paper.pictures");
            parts.add(Part.pictures(pictures));
        }
    }

    private void table(List<String> headings, List<List<String>> rows) {
        if (rows.isEmpty()) {
            parts.add(Part.text(said.text("paper.none")));
            return;
        }
        parts.add(Part.table(
                headings.stream().map(said::text).toList(),
                rows.stream().limit(MOST).toList(),
                rows.size() > MOST ? said.text("paper.more", Map.of("n", rows.size() - MOST)) : null));
    }
}
