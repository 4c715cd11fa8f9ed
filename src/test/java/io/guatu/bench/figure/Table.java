package io.guatu.bench.figure;

import java.util.ArrayList;
import java.util.List;

/** A table in Markdown. */
public final class Table {
    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... head) {
        this.head = List.of(head);
    }

    public Table row(String... cells) {
        if (cells.length != head.size()) {
            throw new IllegalArgumentException(cells.length + " cells under " + head.size() + " heads");
        }
        rows.add(List.of(cells));
        return this;
    }

    public String markdown() {
        StringBuilder text = new StringBuilder();
        line(text, head);
        text.append("|---".repeat(head.size())).append("|\n");
        rows.forEach(row -> line(text, row));
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        cells.forEach(cell -> text.append("| ").append(cell.replace("|", "\\|")).append(' '));
        text.append("|\n");
    }
}
