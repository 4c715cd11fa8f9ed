package io.guatu.exchange;

import io.guatu.domain.Entry;
import io.guatu.ledger.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Entries as lines of a CSV file (RFC 4180, UTF-8, with the mark by which Excel knows it): one for each, its update as JSON. A
 * text that a spreadsheet would take for a formula begins with an apostrophe there.
 */
public final class LedgerCsv {
    public static final String MARK = "\uFEFF";

    private static final String FORMULAS = "=+-@\t\r";

    private LedgerCsv() {}

    public static String heading() {
        return line("seq", "at", "project", "kind", "by", "name", "role", "company", "update");
    }

    public static String lines(List<Entry> entries) {
        StringBuilder lines = new StringBuilder();
        for (Entry entry : entries) {
            lines.append(line(
                    Long.toString(entry.seq()),
                    entry.at().toString(),
                    entry.project() == null ? "" : entry.project().value(),
                    Json.kind(entry.update().getClass()),
                    safe(entry.by().id()),
                    safe(entry.by().name()),
                    Json.kebab(entry.by().role()),
                    safe(entry.by().company()),
                    Json.write(entry.update())));
        }
        return lines.toString();
    }

    private static String safe(String text) {
        return text == null || text.isEmpty() ? "" : FORMULAS.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }

    private static String line(String... cells) {
        StringBuilder line = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(line, CSVFormat.RFC4180)) {
            printer.printRecord((Object[]) cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is written to but memory
        }
        return line.toString();
    }
}
