package io.guatu.exchange;

import io.guatu.board.Board;
import io.guatu.board.Card;
import io.guatu.board.MilestoneView;
import io.guatu.domain.Name;
import io.guatu.domain.ProjectId;
import io.guatu.text.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What is due, as a calendar (RFC 5545): milestones that are not finished, by their forecast where they have one; deadlines of
 * directives and notices, and what was promised of blockers. Whole days. An event keeps its UID for ever, and its SEQUENCE is the
 * project's count of entries: a program that has an older one takes the newer.
 */
public final class Calendar {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Board board;
    private final Words words;
    private final String address;
    private final Instant at;
    private final CalendarLines lines = new CalendarLines();

    private Calendar(Board board, Words words, String address, Instant at) {
        this.board = board;
        this.words = words;
        this.address = address;
        this.at = at;
    }

    /**
     * @param mine the projects that are in it
     * @param address where the board is reached, or null: then nothing leads there
     * @param at of the board's newest entry
     */
    public static String of(Board board, Predicate<ProjectId> mine, Words words, String address, Instant at) {
        return new Calendar(board, words, address, at).of(mine);
    }

    private String of(Predicate<ProjectId> mine) {
        Name town = board.projects().settings().opened() == null
                ? new Name("挂图", "Guatu")
                : board.projects().settings().opened().name();
        lines.plain("BEGIN", "VCALENDAR")
                .plain("VERSION", "2.0")
                .plain("PRODID", "-//Guatu//Board//EN")
                .plain("CALSCALE", "GREGORIAN")
                .plain("METHOD", "PUBLISH")
                .text("X-WR-CALNAME", town.zh())
                .plain("REFRESH-INTERVAL;VALUE=DURATION", "PT1H")
                .plain("X-PUBLISHED-TTL", "PT1H");
        board.cards().values().stream().filter(card -> mine.test(card.id())).forEach(this::project);
        return lines.plain("END", "VCALENDAR").toString();
    }

    private void project(Card card) {
        for (MilestoneView step : card.milestones()) {
            LocalDate planned = step.baseline() == null ? null : step.baseline().finish();
            LocalDate due = step.forecast() == null ? planned : step.forecast();
            if (step.actual() == null && due != null) {
                String percent = step.percent() == null || step.percent().verified() == null
                        ? "0"
                        : step.percent().verified().value().toPlainString();
                event(
                        card,
                        "milestone-" + step.id().value(),
                        due,
                        step.name().zh(),
                        words.of(
                                "calendar.milestone",
                                Map.of("date", Objects.toString(planned, "—"), "percent", percent)),
                        "/milestones/" + step.id().value());
            }
        }
        each(
                card.directives(),
                directive -> event(
                        card,
                        "directive-" + directive.seq(),
                        directive.deadline(),
                        words.of("calendar.directive", Map.of()),
                        directive.text(),
                        "/entries/" + directive.seq()));
        each(
                card.blockers(),
                blocker -> event(
                        card,
                        "blocker-" + blocker.seq(),
                        blocker.promised(),
                        words.of("calendar.blocker", Map.of()),
                        blocker.text(),
                        "/entries/" + blocker.seq()));
        each(
                card.safety() == null ? null : card.safety().open(),
                hazard -> event(
                        card,
                        "hazard-" + hazard.seq(),
                        hazard.deadline(),
                        words.of("calendar.hazard", Map.of()),
                        hazard.place() + " " + hazard.text(),
                        "/entries/" + hazard.seq()));
    }

    private static <T> void each(List<T> items, Consumer<T> tell) {
        if (items != null) {
            items.forEach(tell);
        }
    }

    private void event(Card card, String id, LocalDate day, String what, String more, String place) {
        if (day == null) {
            return;
        }
        lines.plain("BEGIN", "VEVENT")
                .plain("UID", id + "." + card.id().value() + "@" + board.epoch())
                .plain("DTSTAMP", STAMP.format(at.truncatedTo(ChronoUnit.SECONDS)))
                .plain("SEQUENCE", Long.toString(card.projectSeq()))
                .plain("DTSTART;VALUE=DATE", DAY.format(day))
                .plain("DTEND;VALUE=DATE", DAY.format(day.plusDays(1)))
                .text("SUMMARY", card.name().zh() + " · " + what)
                .text("DESCRIPTION", more)
                .plain("TRANSP", "TRANSPARENT");
        if (address != null) {
            lines.plain("URL", address + "/desk/projects/" + card.id().value() + place);
        }
        lines.plain("END", "VEVENT");
    }
}
