package io.guatu.report.form;

import io.guatu.form.Figure;
import io.guatu.form.Vocabulary;
import io.guatu.report.form.GridView.Column;
import io.guatu.report.form.GridView.Place;
import io.guatu.report.form.GridView.Proposal;
import io.guatu.sheet.Headed;
import io.guatu.sheet.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** What the words of a form say belongs where; a person looks at it before it counts. */
final class Proposals {
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("year-to-date", "this-year"),
            Map.entry("progress", "reached"),
            Map.entry("problem", "problems"),
            Map.entry("next", "next-work"));
    private static final Map<String, Figure> CORES = cores();

    /** Below the projects: sums, notes and who signs. */
    private static final Pattern FOOT = Pattern.compile(
            "^(?:合计|总计|小计|共计|注|备注|说明|填表|填报|审核|单位负责人|负责人|制表|联系|分管|total|note).*", Pattern.CASE_INSENSITIVE);

    private static final Pattern YEAR = Pattern.compile("年|year", Pattern.CASE_INSENSITIVE);
    private static final Pattern SUM = Pattern.compile("(?:SUM|SUBTOTAL)\\(");
    private static final Pattern NUMBERED = Pattern.compile("[甲乙丙丁戊]|\\d{1,2}|[①-⑳]|");
    /** Of headings that are known: with fewer it is no list, but a form about one project. */
    private static final int FEWEST = 3;

    private static final int MOST_PREPARED = 200;
    /** Of one project. */
    private static final int MOST_LINES = 4;

    private final XSSFSheet sheet;
    private final FormViewer viewer;
    private final Labels labels;
    private final Map<String, String> learned;

    /** @param learned headings of forms that were filled before → what went under them */
    Proposals(XSSFSheet sheet, FormViewer viewer, Map<String, String> learned) {
        this.sheet = sheet;
        this.viewer = viewer;
        this.labels = new Labels(sheet, CORES);
        this.learned = learned;
    }

    /** @param headed null: no headings were found */
    Proposal of(Headed headed) {
        if (headed == null || !list(headed)) {
            List<Place> places = labels.places(0, Integer.MAX_VALUE, true);
            return places.isEmpty() ? null : new Proposal(List.of(), null, null, null, List.of(), places);
        }
        int first = headed.last() + 1;
        while (row(first) != null && numbers(row(first))) {
            first++;
        }
        int prepared = prepared(first);
        List<Place> places = new ArrayList<>(labels.places(0, headed.first() - 1, false));
        places.addAll(labels.places(first + prepared, Integer.MAX_VALUE, false));
        return new Proposal(
                headed.first() == headed.last() ? List.of(headed.first()) : List.of(headed.first(), headed.last()),
                prepared == 0 ? null : first,
                prepared == 0 ? null : prepared,
                prepared == 0 ? null : height(first, prepared),
                columns(headed, first),
                places);
    }

    /** Whether projects stand one below the other under these headings: then no heading stands there. */
    private boolean list(Headed headed) {
        long known = columns(headed, headed.last() + 1).stream()
                .filter(column -> column.fill() != null)
                .count();
        boolean labels = false;
        if (row(headed.last() + 1) != null) {
            for (Cell cell : row(headed.last() + 1)) {
                labels |= CORES.containsKey(Headed.core(viewer.text(cell)));
            }
        }
        return known >= FEWEST && !labels;
    }

    private List<Column> columns(Headed headed, int first) {
        List<Column> columns = new ArrayList<>();
        Set<String> used = new HashSet<>();
        boolean yearNamed = headed.headings().stream().anyMatch(Proposals::ofThisYear);
        for (Headed.Heading each : headed.headings()) {
            String core = Headed.core(each.text());
            String fill = learned.get(core);
            boolean sure = fill != null;
            if (fill == null) {
                Figure exact = exact(each.text());
                Figure figure = exact != null ? exact : figure(each.field());
                sure = exact != null;
                if (figure == Figure.THIS_YEAR && yearNamed && !ofThisYear(each)) {
                    figure = Figure.SINCE_START;
                    sure = false;
                }
                fill = figure == null ? null : fill(figure, each.unit());
            }
            boolean kept = formula(first, each.letters()) || fill != null && !used.add(fill);
            columns.add(new Column(each.letters(), each.text(), core, kept ? null : fill, sure && !kept));
        }
        return columns;
    }

    /** 累计完成 alone is the year's; beside another that names the year it is all since the work began. */
    private static boolean ofThisYear(Headed.Heading heading) {
        Figure exact = exact(heading.text());
        return (exact == null ? figure(heading.field()) : exact) == Figure.THIS_YEAR
                && YEAR.matcher(heading.text()).find();
    }

    /** The whole heading, or its lower part. */
    private static Figure exact(String heading) {
        for (String part = heading; !part.isEmpty(); ) {
            Figure figure = CORES.get(Headed.core(part));
            if (figure != null) {
                return figure;
            }
            int blank = part.indexOf(' ');
            part = blank < 0 ? "" : part.substring(blank + 1);
        }
        return null;
    }

    private static Figure figure(String field) {
        return field == null
                ? null
                : Figure.of(FIELDS.getOrDefault(field, field)).orElse(null);
    }

    /** Money in the unit of the form: ours is 万元. */
    private static String fill(Figure figure, Unit unit) {
        boolean same = figure.sort() != Figure.Sort.MONEY || unit == null || unit == Unit.WAN;
        return same ? figure.word() : Labels.word(figure) + (unit == Unit.YUAN ? " * 10000" : " / 10000");
    }

    /** In one of the rows of the first project: where the form computes it, nothing is filled beside. */
    private boolean formula(int first, String letters) {
        int column = CellReference.convertColStringToIndex(letters);
        return IntStream.range(first, first + height(first, prepared(first)))
                .mapToObj(number -> row(number) == null ? null : row(number).getCell(column))
                .anyMatch(cell -> cell != null && cell.getCellType() == CellType.FORMULA);
    }

    private int prepared(int first) {
        int count = 0;
        while (count < MOST_PREPARED
                && row(first + count) != null
                && !foot(row(first + count))
                && !(count > 0 && sums(row(first + count), row(first)))) {
            boolean drawn = false;
            for (Cell cell : row(first + count)) {
                drawn |= FormViewer.styled(cell) || !viewer.text(cell).isBlank();
            }
            if (!drawn) {
                break;
            }
            count++;
        }
        return count;
    }

    /** How many rows a cell of the first project is merged over, where all rows are divided so. */
    private int height(int first, int prepared) {
        int height = sheet.getMergedRegions().stream()
                .filter(area -> area.getFirstRow() == first - 1 && area.getFirstColumn() == area.getLastColumn())
                .mapToInt(area -> area.getLastRow() - area.getFirstRow() + 1)
                .max()
                .orElse(1);
        boolean label = height >= prepared && prepared > MOST_LINES; // over all projects, not one of them
        return !label && height <= MOST_LINES && prepared > 0 && prepared % height == 0 ? height : 1;
    }

    private boolean foot(Row row) {
        for (Cell cell : row) {
            String text = viewer.text(cell).replaceAll("\\s+", "");
            if (FOOT.matcher(text).matches()) {
                return true;
            }
        }
        return false;
    }

    /** A foot that nobody named: it sums what a row of a project has typed into it. */
    private static boolean sums(Row row, Row project) {
        for (Cell cell : row) {
            Cell above = project.getCell(cell.getColumnIndex());
            if (cell.getCellType() == CellType.FORMULA
                    && SUM.matcher(cell.getCellFormula()).lookingAt()
                    && (above == null || above.getCellType() != CellType.FORMULA)) {
                return true;
            }
        }
        return false;
    }

    /** 甲 乙 1 2 3: columns numbered, as statistics do. */
    private boolean numbers(Row row) {
        int said = 0;
        for (Cell cell : row) {
            String text = viewer.text(cell).strip();
            if (!NUMBERED.matcher(text).matches()) {
                return false;
            }
            said += text.isEmpty() ? 0 : 1;
        }
        return said > 2;
    }

    private Row row(int number) {
        return sheet.getRow(number - 1);
    }

    private static Map<String, Figure> cores() {
        Map<String, Figure> cores = new HashMap<>();
        for (Figure figure : Figure.values()) {
            Vocabulary.words(figure).forEach(word -> cores.putIfAbsent(Headed.core(word), figure));
        }
        return cores;
    }
}
