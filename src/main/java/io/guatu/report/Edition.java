package io.guatu.report;

import io.guatu.board.Board;
import io.guatu.board.Card;
import io.guatu.board.fold.Project;
import io.guatu.domain.BoardUpdate.BoardOpened;
import io.guatu.domain.Name;
import io.guatu.domain.ProjectId;
import io.guatu.domain.ProjectKind;
import io.guatu.ledger.Json;
import io.guatu.text.Words;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a table is made of: the board as known on its day, for a month, in a language.
 *
 * @param managers the names of who answers for a project
 */
public record Edition(Board board, YearMonth month, Map<ProjectId, List<String>> managers, Words words) {
    public LocalDate day() {
        return board.day();
    }

    public ZoneId zone() {
        return board.zone();
    }

    /** 市（区、县）, as the board's opening has it; null where nobody said. */
    String county() {
        BoardOpened opened = board.projects().settings().opened();
        return opened == null ? null : opened.county();
    }

    /** 街镇, likewise. */
    String town() {
        BoardOpened opened = board.projects().settings().opened();
        return opened == null ? null : opened.town();
    }

    /** The projects on the board, in its order. */
    List<Line> lines() {
        return board.cards().values().stream()
                .map(card -> new Line(this, board.projects().byId().get(card.id()), card))
                .toList();
    }

    /** Those that the town itself builds. */
    List<Line> works() {
        return lines().stream()
                .filter(line -> line.card().kind() == ProjectKind.WORKS)
                .toList();
    }

    String title(String table) {
        return joined("table." + table + ".title");
    }

    /** The text of a key after the board's name, in which the words that both have stand once. */
    String joined(String key) {
        BoardOpened opened = board.projects().settings().opened();
        String title = words.of(key);
        return opened == null
                ? title
                : words.english()
                        ? called(opened.name()) + ": " + title
                        : joined(opened.name().zh(), title);
    }

    /** 大关镇重点项目 and 项目汇总表 are 大关镇重点项目汇总表. */
    private static String joined(String board, String title) {
        int same = Math.min(board.length(), title.length());
        while (!board.endsWith(title.substring(0, same))) {
            same--;
        }
        return board + title.substring(same);
    }

    /** The newest month of which a completed investment is told, not after the day's; the day's where none is. */
    public static YearMonth month(Board board) {
        YearMonth last = YearMonth.from(board.day());
        return board.cards().keySet().stream()
                .flatMap(id -> board.projects().byId().get(id).investment().completed().keySet().stream())
                .filter(month -> !month.isAfter(last))
                .max(Comparator.naturalOrder())
                .orElse(last);
    }

    String called(Name name) {
        return words.english() && name.en() != null ? name.en() : name.zh();
    }

    String called(Card card) {
        return called(card.name());
    }

    String called(Project project) {
        return called(project.profile().name());
    }

    /** A word of a list in the texts, null for none. */
    String word(String list, Enum<?> value) {
        return value == null ? null : words.of(list + "." + Json.kebab(value));
    }

    String sector(String code) {
        String said = words.of("sector." + code);
        return Objects.equals(said, "sector." + code) ? code : said;
    }
}
