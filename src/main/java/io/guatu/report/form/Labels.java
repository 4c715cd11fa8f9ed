package io.guatu.report.form;

import io.guatu.form.Figure;
import io.guatu.form.Vocabulary;
import io.guatu.report.form.GridView.Place;
import io.guatu.sheet.Headed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Words of a form that stand beside what they ask for: a month in a title, a day, a label before a box. */
final class Labels {
    private static final Pattern MONTH = Pattern.compile("(20\\d{2})\\s*年\\s*(\\d{1,2})\\s*月(?!\\s*\\d{1,2}\\s*日)");
    private static final Pattern DATE =
            Pattern.compile("(?:20\\d{2})?\\s*年\\s*(?:\\d{1,2})?\\s*月\\s*(?:\\d{1,2})?\\s*日");
    private static final Pattern LABEL = Pattern.compile("(.+?)\\s*[:：]\\s*");
    private static final int MOST_PLACES = 60;

    private final XSSFSheet sheet;
    private final Map<String, Figure> cores;

    /** @param cores what words mean, as headings are compared */
    Labels(XSSFSheet sheet, Map<String, Figure> cores) {
        this.sheet = sheet;
        this.cores = cores;
    }

    /** @param whole whether labels stand without a colon too: a form that is about one project */
    List<Place> places(int after, int before, boolean whole) {
        List<Place> places = new ArrayList<>();
        for (Row row : sheet) {
            int number = row.getRowNum() + 1;
            for (Cell cell : row) {
                if (number >= after
                        && number <= before
                        && cell.getCellType() == CellType.STRING
                        && places.size() < MOST_PLACES) {
                    Place place = place(cell, whole);
                    if (place != null) {
                        places.add(place);
                    }
                }
            }
        }
        return places;
    }

    private Place place(Cell cell, boolean whole) {
        String text = cell.getStringCellValue();
        String here = new CellReference(cell.getRowIndex(), cell.getColumnIndex()).formatAsString();
        Matcher month = MONTH.matcher(text);
        if (month.find()) {
            return new Place(
                    here,
                    text,
                    joined(
                            text.substring(0, month.start()),
                            word(Figure.YEAR) + " & \"年\" & " + word(Figure.MONTH) + " & \"月\"",
                            text.substring(month.end())));
        }
        Matcher date = DATE.matcher(text);
        if (date.find()) {
            return new Place(
                    here, text, joined(text.substring(0, date.start()), word(Figure.DAY), text.substring(date.end())));
        }
        Matcher label = LABEL.matcher(text);
        boolean colon = label.matches();
        Figure figure = cores.get(Headed.core(colon ? label.group(1) : text));
        if (figure == null || !colon && !whole) {
            return null;
        }
        CellRangeAddress own = area(cell.getRowIndex(), cell.getColumnIndex());
        Cell beside = cell.getRow().getCell(own.getLastColumn() + 1);
        if (beside != null && beside.getCellType() == CellType.BLANK && FormViewer.styled(beside)) {
            return new Place(
                    new CellReference(beside.getRowIndex(), beside.getColumnIndex()).formatAsString(),
                    text,
                    figure.word());
        }
        return colon ? new Place(here, text, joined(text, word(figure), "")) : null;
    }

    /** In an expression that people read: as headings have it. */
    static String word(Figure figure) {
        return Vocabulary.words(figure).get(0);
    }

    private CellRangeAddress area(int row, int column) {
        return sheet.getMergedRegions().stream()
                .filter(each -> each.isInRange(row, column))
                .findFirst()
                .orElse(new CellRangeAddress(row, row, column, column));
    }

    private static String joined(String before, String middle, String after) {
        String fill = (before.isEmpty() ? "" : quoted(before) + " & ")
                + middle
                + (after.isEmpty() ? "" : " & " + quoted(after));
        return fill;
    }

    private static String quoted(String text) {
        return '"' + text.replaceAll("[\"“”＂]", "'") + '"';
    }
}
