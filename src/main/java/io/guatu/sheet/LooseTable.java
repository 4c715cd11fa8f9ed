package io.guatu.sheet;

import io.guatu.sheet.Grid.Row;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table in plain text, as editors and chats have it: between bars, as in Markdown, or lined up by blanks. */
final class LooseTable {
    private static final Pattern RULE = Pattern.compile("\\|?\\s*:?-{2,}:?\\s*(?:\\|\\s*:?-{2,}:?\\s*)*\\|?");
    private static final Pattern WORDS = Pattern.compile("\\S+(?:[ \u3000]\\S+)*");
    private static final Pattern BAR = Pattern.compile("(?<!\\\\)[|│｜]");

    /** Edges that are one. */
    private static final int NEAR = 1;
    /** Fewer lines are no table. */
    private static final int FEWEST = 2;

    private LooseTable() {}

    /** @param from where it begins; @param to behind its last sign; both as wide as the signs are shown */
    private record Word(String text, int from, int to) {}

    static Optional<Grid> barred(String text) {
        List<String> lines = text.lines().toList();
        long barred = lines.stream().filter(line -> BAR.matcher(line).find()).count();
        long said = lines.stream().filter(line -> !line.isBlank()).count();
        if (barred < FEWEST || text.indexOf('\t') >= 0 || barred * 2 < said) {
            return Optional.empty();
        }
        List<List<String>> rows = new ArrayList<>();
        for (String line : lines) {
            String bare = line.strip();
            boolean rule = RULE.matcher(bare).matches();
            rows.add(rule ? List.of() : cells(bare));
        }
        return Optional.of(grid(rows));
    }

    private static List<String> cells(String line) {
        String inner = line.replaceFirst("^[|│｜]", "").replaceFirst("(?<!\\\\)[|│｜]$", "");
        List<String> cells = new ArrayList<>();
        for (String cell : BAR.split(inner, -1)) {
            cells.add(cell.replace("\\|", "|").replaceAll("<br\\s*/?>", "\n"));
        }
        return cells;
    }

    /** By where words stand. A line with fewer words than others must say by its edges under which columns they stand: else it is no table. */
    static Optional<Grid> aligned(String text) {
        if (text.indexOf('\t') >= 0) {
            return Optional.empty();
        }
        List<List<Word>> lines = text.lines().map(LooseTable::words).toList();
        int width = lines.stream().mapToInt(List::size).max().orElse(0);
        List<List<Word>> full =
                lines.stream().filter(line -> line.size() == width).toList();
        boolean all = lines.stream().allMatch(line -> line.size() <= 1 || line.size() == width);
        if (width < FEWEST || full.size() < FEWEST || !all && !straight(full, width)) {
            return Optional.empty();
        }
        List<List<String>> rows = new ArrayList<>();
        for (List<Word> line : lines) {
            List<String> row = new ArrayList<>();
            int column = 0;
            for (Word word : line) {
                List<Integer> under = line.size() == width ? List.of(column) : under(word, full, width);
                if (line.size() == 1) {
                    under = List.of(0); // a title, a note
                }
                if (under.size() != 1 || under.get(0) < row.size()) {
                    return Optional.empty();
                }
                while (row.size() < under.get(0)) {
                    row.add("");
                }
                row.add(word.text());
                column++;
            }
            rows.add(row);
        }
        return Optional.of(grid(rows));
    }

    private static List<Integer> under(Word word, List<List<Word>> full, int width) {
        List<Integer> under = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            int at = column;
            int left = full.stream().mapToInt(line -> line.get(at).from()).min().orElseThrow();
            int right = full.stream().mapToInt(line -> line.get(at).to()).max().orElseThrow();
            if (Math.abs(word.from() - left) <= NEAR || Math.abs(word.to() - right) <= NEAR) {
                under.add(column);
            }
        }
        return under;
    }

    private static boolean straight(List<List<Word>> full, int width) {
        for (int column = 0; column < width; column++) {
            int at = column;
            IntSummaryStatistics left =
                    full.stream().mapToInt(line -> line.get(at).from()).summaryStatistics();
            IntSummaryStatistics right =
                    full.stream().mapToInt(line -> line.get(at).to()).summaryStatistics();
            if (left.getMax() - left.getMin() > NEAR && right.getMax() - right.getMin() > NEAR) {
                return false;
            }
        }
        return true;
    }

    private static List<Word> words(String line) {
        List<Word> words = new ArrayList<>();
        for (Matcher word = WORDS.matcher(line); word.find(); ) {
            int from = wide(line.substring(0, word.start()));
            words.add(new Word(word.group(), from, from + wide(word.group())));
        }
        return words;
    }

    /** A sign of Chinese is as wide as two of Latin. */
    private static int wide(String text) {
        return text.codePoints().map(sign -> sign < 0x1100 ? 1 : 2).sum();
    }

    private static Grid grid(List<List<String>> lines) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            List<Cell> cells = new ArrayList<>();
            for (String text : lines.get(i)) {
                cells.add(Cell.text(Cell.place(cells.size(), i + 1), text));
            }
            Row row = new Row(i + 1, false, cells);
            if (!row.blank()) {
                rows.add(row);
            }
        }
        return new Grid("", rows, Set.of(), false);
    }
}
