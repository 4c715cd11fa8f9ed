package io.guatu.report.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What is to be written where: worked out already, the process that writes knows no board.
 *
 * @param today which day formulas take for today
 * @param notes a sheet of its own behind the others; null: none
 */
record FormOrder(List<Sheet> sheets, LocalDate today, Notes notes) {
    /** @param rows null: none */
    record Sheet(String sheet, Rows rows, List<Fixed> cells) {}

    /**
     * @param prepared how many rows the form has for projects, {@code height} each
     * @param values of each project, for each column; null: that cell stays empty
     */
    record Rows(int first, int prepared, int height, List<Column> columns, List<List<Value>> values) {
        int added() {
            return Math.max(0, values.size() * height - prepared);
        }
    }

    /** @param below how many rows under the project's first */
    record Column(String letters, int below) {}

    /** @param value null: the cell stays empty */
    record Fixed(String cell, Value value) {}

    /** One of the three. @param percent whether the number is so many of a hundred */
    record Value(String text, BigDecimal number, LocalDate day, boolean percent) {}

    record Notes(String name, String title, List<String> headings, List<List<String>> rows) {}
}
