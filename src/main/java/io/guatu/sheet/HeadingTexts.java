package io.guatu.sheet;

import io.guatu.sheet.Grid.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the rows of a header say of one column. */
final class HeadingTexts {
    private HeadingTexts() {}

    /** What stands over a column, from above; what a merged area shows in two rows once. */
    static List<String> over(List<Row> rows, int index, Set<Integer> empty) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String text = i + 1 < rows.size()
                    ? upper(rows, i, index, empty)
                    : rows.get(i).cell(index).text();
            if (!text.isEmpty() && !texts.contains(text)) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** In pasted cells a merged heading stands in the first of its columns only, and counts for those behind it under the same one. */
    private static String upper(List<Row> rows, int at, int index, Set<Integer> empty) {
        for (int left = index; left >= 0; left--) {
            if (!rows.get(at).cell(left).blank()) {
                return left == index || !empty.contains(left)
                        ? rows.get(at).cell(left).text()
                        : "";
            }
            int here = left;
            if (rows.subList(0, at).stream().anyMatch(row -> !row.cell(here).blank())) {
                return "";
            }
        }
        return "";
    }
}
