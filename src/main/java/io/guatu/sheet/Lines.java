package io.guatu.sheet;

import io.guatu.sheet.Grid.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The rows under a header: those of projects, and what the others are.
 *
 * @param others first rows of other tables on the sheet: what stands under their headings is not read by these
 */
record Lines(List<Line> projects, List<Skipped> skipped, List<Integer> others, List<Fault> faults) {
    static final Lines NONE = new Lines(List.of(), List.of(), List.of(), List.of());

    private static final Headings PLAIN = new Headings(Map.of());
    private static final Pattern SUM =
            Pattern.compile("(?:.*[、.）)])?(?:合计|总计|小计|共计|汇总|总\\s*计|全镇合计)(?:[(（].*|[：:].*)?|.*(?:合计|小计|总计)");
    private static final Pattern CATEGORY =
            Pattern.compile("(?:[一二三四五六七八九十]+[、.．]|[(（][一二三四五六七八九十]+[)）]).+|.+[(（]共?\\d+[个项][)）]");
    private static final Pattern PART = Pattern.compile("其中[：:，,、\\s]*.*");
    private static final Pattern NOTE =
            Pattern.compile("(?:注|备注|说明|填表|填报|制表|审核|联系|单位负责人|统计负责人|数据来源|资料来源|来源|报送|统计)(?:人|单位|日期|电话|时间)?\\d*[：:].*"
                    + "|[*※★☆▲△#].*|[(（][^()（）]*[)）]|.+[。；]");

    /** Nothing is called so: it is the number of a row, or an amount that has slipped, or what belongs to the name above. */
    private static final Pattern NO_NAME = Pattern.compile("[\\d\\p{P}]+|[(（][^()（）]*[)）]");

    /** Of what a note begins with. */
    private static final int LONGEST_HEAD = 10;

    static Lines read(Grid grid, Header header, List<Column> columns) {
        List<Line> projects = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        List<Fault> faults = new ArrayList<>(OtherTables.right(grid, header, columns));
        List<Integer> others = OtherTables.beside(grid, header);
        int end =
                others.stream().filter(each -> each > header.last()).findFirst().orElse(Integer.MAX_VALUE);
        Map<String, Line> byName = new HashMap<>();
        Column name = columns.stream()
                .filter(column -> column.field() == Field.NAME)
                .findFirst()
                .orElseThrow();
        String category = null;
        for (Row row : grid.rows()) {
            if (row.number() <= header.last()) {
                continue;
            }
            String first = row.cells().stream()
                    .filter(cell -> !cell.blank())
                    .findFirst()
                    .map(Cell::plain)
                    .orElse("");
            Cell called = row.cell(name.index());
            String why = row.number() < end ? why(row, first, called, name.index()) : "other-table";
            if (why != null) {
                category = why.equals("category") ? first : category;
                skipped.add(new Skipped(row.number(), why, shown(row)));
            } else if (Amount.none(called) || NO_NAME.matcher(called.plain()).matches()) {
                faults.add(new Fault(String.valueOf(row.number()), "no-name", shown(row)));
            } else {
                Line line = RowReader.read(row, columns, category);
                Line before = line.name() == null ? null : byName.putIfAbsent(Known.plain(line.name()), line);
                if (line.name() == null) {
                    faults.addAll(line.faults());
                } else if (before == null) {
                    projects.add(line);
                } else if (before.same(line)) {
                    skipped.add(new Skipped(row.number(), "repeated", shown(row)));
                } else {
                    faults.add(new Fault(called.place(), "twice", line.name()));
                }
            }
        }
        return new Lines(projects, skipped, others, faults);
    }

    private static String why(Row row, String first, Cell called, int named) {
        String plain = called.plain();
        if (PLAIN.of(called.text()).field() != null) {
            return "heading"; // again, on the next page of it; or a form, whose headings stand below one another
        }
        if (PART.matcher(plain).matches()) {
            return "part";
        }
        if (SUM.matcher(first).matches() || SUM.matcher(plain).matches()) {
            return "sum";
        }
        boolean alone = row.said() == 1;
        int colon = first.replace('：', ':').indexOf(':');
        boolean headed =
                alone && colon > 0 && PLAIN.of(first.substring(0, colon)).field() != null; // 责任单位：镇政府
        if (headed || NOTE.matcher(first).matches() && (alone || colon > 0 && colon < LONGEST_HEAD)) {
            return "note";
        }
        boolean numbered =
                CATEGORY.matcher(first).matches() || CATEGORY.matcher(plain).matches();
        // What stands alone behind the names is a second line of the cell above it.
        boolean before = row.cells().subList(0, Math.min(named + 1, row.cells().size())).stream()
                .anyMatch(cell -> !cell.blank() && !cell.covered());
        return alone && (numbered || before && (called.blank() || called.covered()))
                        || numbered && row.said() > 1 && sums(row, called)
                ? "category"
                : null;
    }

    /** What stands beside a category's name is numbers: how many, and how much together. */
    private static boolean sums(Row row, Cell called) {
        return row.cells().stream()
                .filter(cell -> !cell.blank() && !cell.covered() && !cell.equals(called))
                .allMatch(cell -> cell.number() != null
                        || CATEGORY.matcher(cell.plain()).matches()
                        || cell.plain().matches("[\\d.,]+|[一二三四五六七八九十]+"));
    }

    private static String shown(Row row) {
        StringBuilder shown = new StringBuilder();
        for (Cell cell : row.cells()) {
            if (!cell.blank() && !cell.covered() && shown.length() < 120) {
                shown.append(shown.isEmpty() ? "" : " · ").append(cell.text());
            }
        }
        return shown.toString();
    }
}
