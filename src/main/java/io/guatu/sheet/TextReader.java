package io.guatu.sheet;

import io.guatu.sheet.NotASheet.Why;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Cells in lines of text: a CSV file in UTF-8, UTF-16 with its mark, or GB18030, or cells that were pasted. */
final class TextReader {
    private static final char MARK = '\uFEFF';
    /** The marks of a web page, or of Excel's XML of 2003, are no cells. */
    private static final Pattern PAGE =
            Pattern.compile("\\s*<(?:!doctype|html|head|meta|table|div|style|\\?xml)\\b", Pattern.CASE_INSENSITIVE);

    private TextReader() {}

    static List<Grid> read(byte[] bytes) throws NotASheet {
        String text = decoded(bytes);
        if (PAGE.matcher(text).lookingAt()) {
            return PageReader.read(text);
        }
        Optional<Grid> barred = LooseTable.barred(text);
        Optional<Grid> loose = barred.isPresent() || separated(text) ? barred : LooseTable.aligned(text);
        return List.of(loose.isPresent() ? loose.get() : cells(text));
    }

    private static Grid cells(String text) throws NotASheet {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator(text))
                .setIgnoreEmptyLines(false)
                .get();
        // A quotation mark in the middle of words is one; one that nobody closed too: else it would swallow the rest.
        List<CSVFormat> ways = List.of(
                format,
                format.builder().setTrailingData(true).get(),
                format.builder().setQuote(null).get());
        Exception why = null;
        for (CSVFormat way : ways) {
            try {
                return grid(text, way);
            } catch (IOException | UncheckedIOException | IllegalStateException e) {
                why = e;
            }
        }
        throw new NotASheet(Why.SHEET_UNREADABLE, why);
    }

    /** What is UTF-8 is hardly anything else; GB18030 takes nearly all there is, so it comes last. */
    private static String decoded(byte[] bytes) throws NotASheet {
        for (Charset charset : charsets(bytes)) {
            try {
                String text = charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                if (text.indexOf('\0') < 0) {
                    return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
                }
            } catch (CharacterCodingException e) {
                // another one, then
            }
        }
        throw new NotASheet(Why.SHEET_UNREADABLE);
    }

    private static List<Charset> charsets(byte[] bytes) {
        boolean marked = bytes.length > 1
                && ((bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe
                        || (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff);
        return marked ? List.of(StandardCharsets.UTF_16) : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
    }

    /** Whether most lines have a sign between cells. */
    private static boolean separated(String text) {
        char sign = separator(text);
        long with = text.lines().filter(line -> line.indexOf(sign) >= 0).count();
        return with * 2 > text.lines().filter(line -> !line.isBlank()).count();
    }

    /** Cells that are copied stand between tabs; a file has commas, or semicolons, whichever its lines have more of. */
    private static char separator(String text) {
        String head = text.substring(0, Math.min(text.length(), 4_000));
        return Stream.of('\t', ',', ';', '，')
                .max((one, other) -> Long.compare(count(head, one), count(head, other)))
                .orElseThrow();
    }

    private static long count(String text, char sign) {
        return text.chars().filter(each -> each == sign).count();
    }

    private static Grid grid(String text, CSVFormat format) throws IOException, NotASheet {
        List<Grid.Row> rows = new ArrayList<>();
        int cells = 0;
        int number = 0;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord line : parser) {
                number++;
                Grid.Row row = row(line, number);
                cells += row.cells().size();
                if (number > Grid.MOST_ROWS
                        || cells > Grid.MOST_CELLS
                        || row.cells().size() > Grid.MOST_COLUMNS) {
                    throw new NotASheet(Why.SHEET_TOO_LARGE);
                }
                if (!row.blank()) {
                    rows.add(row);
                }
            }
        }
        return new Grid("", rows, Set.of(), false);
    }

    private static Grid.Row row(CSVRecord line, int number) {
        List<Cell> cells = new ArrayList<>();
        for (String value : line) {
            cells.add(Cell.text(Cell.place(cells.size(), number), value));
        }
        while (!cells.isEmpty() && cells.get(cells.size() - 1).blank()) {
            cells.remove(cells.size() - 1);
        }
        return new Grid.Row(number, false, cells);
    }
}
