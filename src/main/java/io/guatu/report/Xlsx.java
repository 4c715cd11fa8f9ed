package io.guatu.report;

import io.guatu.report.Column.Kind;
import io.guatu.report.Table.Heading;
import io.guatu.text.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table as a workbook of one sheet, as an office prints it: title, unit and day, headings that are repeated on every page, a
 * foot, and below what is missing or does not add up. Every text is a text, whatever it begins with. The same table gives the
 * same bytes.
 */
public final class Xlsx {
    private static final String FONT = "宋体";
    private static final int TITLE = 18;
    private static final int TEXT = 11;
    private static final int WIDEST = 40;
    /** Of a table of many columns: what is fitted to a page's width is read only while it is not much wider. */
    private static final int WIDEST_OF_MANY = 22;

    private static final int NARROWEST = 7;
    /** What commas and decimals take beside the digits of an amount. */
    private static final int POINTS = 5;

    private static final int A_LINE = 18;
    /** Of a row: it counts nothing. */
    private static final String NUMBER = "number";
    /** As many columns are read on A4. */
    private static final int WIDE = 14;

    private final Table table;
    private final Words words;
    private final Worksheet sheet;
    private final int columns;
    private final int[] widths;
    private int row;

    private Xlsx(Table table, Words words, Worksheet sheet) {
        this.table = table;
        this.words = words;
        this.sheet = sheet;
        this.columns = table.headings().size();
        this.widths = new int[columns];
    }

    public static byte[] of(Table table, Words words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Guatu", "1.0")) {
            book.setGlobalDefaultFont(FONT, TEXT);
            new Xlsx(table, words, book.newWorksheet(words.of("table." + table.id() + ".title"))).write();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is written to but memory
        }
        return Settled.of(bytes.toByteArray());
    }

    private void write() {
        page();
        String about = about();
        widths(Math.max(Breadth.of(table.title()) * TITLE / TEXT, Breadth.of(about)) + 2);
        line(table.title());
        sheet.style(0, 0).bold().fontSize(TITLE).horizontalAlignment("center").set();
        sheet.rowHeight(0, 30);
        line(about);
        sheet.style(1, 0).horizontalAlignment("right").set();
        int head = row;
        headings();
        sheet.repeatRows(head, row - 1);
        sheet.freezePane(0, row);
        table.rows().forEach(this::cells);
        if (table.total() != null) {
            cells(table.total());
            sheet.range(row - 1, 0, row - 1, columns - 1)
                    .style()
                    .bold()
                    .wrapText(true)
                    .borderStyle(BorderStyle.THIN)
                    .set();
        }
        table.gaps()
                .forEach(gap -> note(words.of("table.gap", "heading", gap.heading())
                        .replace("{missing}", Integer.toString(gap.missing()))
                        .replace("{first}", String.join(words.of("join.and"), gap.first()))));
        table.faults().forEach(fault -> note(fault.project() + words.of("join.that") + fault.said()));
    }

    /** The day and the month, and the unit where there is money. */
    private String about() {
        String about =
                words.of("table.as-of", "day", table.day()) + "　" + words.of("table.for", "month", table.month());
        boolean money = table.headings().stream().anyMatch(heading -> heading.kind() == Kind.MONEY);
        return money ? about + "　" + words.of("table.unit") : about;
    }

    private void page() {
        sheet.paperSize(columns > WIDE ? PaperSize.A3_PAPER : PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
    }

    /** One line over the whole width. */
    private void line(String text) {
        sheet.inlineString(row, 0, text);
        if (columns > 1) {
            sheet.range(row, 0, row, columns - 1).merge();
        }
        row++;
    }

    /** A line below the table, broken where it is longer than that is wide. */
    private void note(String text) {
        int lines = lines(text, IntStream.of(widths).sum());
        sheet.style(row, 0).wrapText(true).verticalAlignment("top").set();
        sheet.rowHeight(row, A_LINE * lines);
        line(text);
    }

    private void headings() {
        List<Heading> all = table.headings();
        boolean two = all.stream().anyMatch(heading -> heading.group() != null);
        int last = two ? row + 1 : row;
        for (int i = 0; i < columns; i++) {
            Heading heading = all.get(i);
            if (heading.group() == null) {
                sheet.inlineString(row, i, heading.heading());
                if (two) {
                    sheet.range(row, i, last, i).merge();
                }
                continue;
            }
            sheet.inlineString(last, i, heading.heading());
            if (i == 0 || !Objects.equals(all.get(i - 1).group(), heading.group())) {
                int end = i;
                while (end + 1 < columns && Objects.equals(all.get(end + 1).group(), heading.group())) {
                    end++;
                }
                sheet.inlineString(row, i, heading.group());
                if (end > i) {
                    sheet.range(row, i, row, end).merge();
                }
            }
        }
        sheet.range(row, 0, last, columns - 1)
                .style()
                .bold()
                .wrapText(true)
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .borderStyle(BorderStyle.THIN)
                .set();
        int lines = 1;
        for (int i = 0; i < columns; i++) {
            lines = Math.max(lines, lines(all.get(i).heading(), widths[i]));
        }
        sheet.rowHeight(last, A_LINE * lines);
        row = last + 1;
    }

    private void cells(List<Object> cells) {
        int lines = 1;
        for (int i = 0; i < columns; i++) {
            Object cell = cells.get(i);
            var style = sheet.style(row, i)
                    .wrapText(true)
                    .verticalAlignment("center")
                    .borderStyle(BorderStyle.THIN);
            if (cell instanceof BigDecimal number) {
                sheet.value(row, i, number);
                style.format(format(table.headings().get(i).kind()))
                        .horizontalAlignment(
                                NUMBER.equals(table.headings().get(i).id()) ? "center" : "right");
            } else if (cell instanceof LocalDate day) {
                sheet.value(row, i, day);
                style.format("yyyy-mm-dd").horizontalAlignment("center");
            } else if (cell != null) {
                sheet.inlineString(row, i, cell.toString());
                lines = Math.max(lines, lines(cell.toString(), widths[i]));
            }
            style.set();
        }
        sheet.rowHeight(row, Math.min(A_LINE * lines, 400));
        row++;
    }

    private static String format(Kind kind) {
        return switch (kind) {
            case MONEY -> "#,##0.00##";
            case PERCENT -> "0.0";
            case QUANTITY -> "0.###";
            default -> "0";
        };
    }

    private static int lines(String text, int width) {
        return (int) Math.ceil((double) Breadth.of(text) / (width - 2));
    }

    /**
     * As wide as what stands in a column, the foot too; long texts and headings are broken.
     *
     * @param least of all together: what stands above them is cut off at their edges
     */
    private void widths(int least) {
        for (int i = 0; i < columns; i++) {
            int at = i;
            Heading heading = table.headings().get(i);
            int widest = Stream.concat(table.rows().stream(), Stream.ofNullable(table.total()))
                    .map(cells -> cells.get(at))
                    .filter(Objects::nonNull)
                    .mapToInt(cell -> Breadth.of(cell.toString()) + (heading.kind() == Kind.MONEY ? POINTS : 0))
                    .max()
                    .orElse(0);
            widths[i] = Math.max(
                    NARROWEST,
                    Math.min(
                            columns > WIDE ? WIDEST_OF_MANY : WIDEST,
                            Math.max(
                                    Math.max(widest, Breadth.ofLongestWord(heading.heading())) + 2,
                                    Breadth.of(heading.heading()) / 2 + 3)));
        }
        int lacks = least - IntStream.of(widths).sum();
        for (int i = 0; i < columns; i++) {
            widths[i] += lacks > 0 ? (lacks + columns - 1) / columns : 0;
            sheet.width(i, widths[i]);
        }
    }
}
