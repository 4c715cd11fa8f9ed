package io.guatu.report;

import io.guatu.board.Card;
import io.guatu.board.fold.Photos;
import io.guatu.board.lamp.Lamp;
import io.guatu.domain.Money;
import io.guatu.domain.ProjectId;
import io.guatu.ledger.Json;
import io.guatu.report.Paper.Picture;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Figures, days and reasons as a paper says them. What the ledger does not hold is said to be missing, never invented. */
record Said(Edition edition) {
    String text(String key) {
        return edition.words().of(key);
    }

    /** The text of a key with its {@code {names}} filled in. */
    String text(String key, Map<String, ?> with) {
        return edition.words()
                .of(
                        key,
                        with.entrySet().stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, each -> String.valueOf(each.getValue()))));
    }

    String or(String known) {
        return known == null || known.isBlank() ? text("paper.unknown") : known;
    }

    String day(LocalDate day) {
        return day == null
                ? text("paper.unknown")
                : text(
                        "paper.date",
                        Map.of("year", day.getYear(), "month", day.getMonthValue(), "day", day.getDayOfMonth()));
    }

    /** Without its year, where that is the paper's: in tables. */
    String near(LocalDate day) {
        return day == null || day.getYear() != edition.day().getYear()
                ? day(day)
                : text("paper.near", Map.of("month", day.getMonthValue(), "day", day.getDayOfMonth()));
    }

    String near(Instant at) {
        return near(at == null ? null : LocalDate.ofInstant(at, edition.zone()));
    }

    String day(Instant at) {
        return day(at == null ? null : LocalDate.ofInstant(at, edition.zone()));
    }

    String money(Money money) {
        return money == null
                ? text("paper.unknown")
                : edition.words()
                        .of("paper.wan", "n", money.value().stripTrailingZeros().toPlainString());
    }

    String percent(BigDecimal percent) {
        return percent == null
                ? text("paper.unknown")
                : percent.stripTrailingZeros().toPlainString() + "%";
    }

    String lamp(Card card) {
        return text("lamp." + Json.kebab(card.lamp().colour()));
    }

    /** Verified, and what should be. */
    String progress(Card card) {
        return card.progress() == null
                ? text("paper.unknown")
                : text(
                        "paper.progress",
                        Map.of(
                                "verified", percent(card.progress().verified()),
                                "time", percent(card.progress().time())));
    }

    /** The same in a column. */
    String both(Card card) {
        return card.progress() == null
                ? "—"
                : percent(card.progress().verified()) + "／"
                        + percent(card.progress().time());
    }

    /** Why its lamp is what it is, the worst first. */
    String why(Card card) {
        return why(card, 2);
    }

    String why(Card card, int most) {
        return card.lamp().reasons().isEmpty()
                ? text("why.green")
                : card.lamp().reasons().stream()
                        .limit(most)
                        .map(reason -> why(card, reason))
                        .collect(Collectors.joining(text("join.clause")));
    }

    private String why(Card card, Lamp.Reason reason) {
        String said = text("reason." + Json.kebab(reason.code()))
                .replace("{days}", String.valueOf(reason.days()))
                .replace("{points}", String.valueOf(reason.points()))
                .replace("{date}", reason.date() == null ? "" : day(reason.date()))
                .replace("{factor}", reason.factor() == null ? "" : edition.word("factor", reason.factor()));
        return card.milestones().stream()
                .filter(each -> each.id().equals(reason.milestone()))
                .findFirst()
                .map(each -> edition.called(each.name()) + text("join.that") + said)
                .orElse(said);
    }

    /** The newest of these photos, newest first. */
    List<Picture> newest(ProjectId project, Collection<Photos.Received> photos, String name, int most) {
        return photos.stream()
                .sorted(Comparator.comparing(Photos.Received::at).reversed())
                .limit(most)
                .map(each -> new Picture(
                        project,
                        each.photo().id(),
                        name + " "
                                + near(
                                        each.photo().taken() == null
                                                ? each.at()
                                                : each.photo().taken())))
                .toList();
    }

    /** Who makes papers out: the office of this board. */
    String office() {
        return edition.joined("paper.office");
    }
}
