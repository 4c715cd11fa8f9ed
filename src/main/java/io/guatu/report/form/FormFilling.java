package io.guatu.report.form;

import io.guatu.domain.FormSheet;
import io.guatu.domain.ProjectId;
import io.guatu.form.BadExpression;
import io.guatu.form.Evaluation;
import io.guatu.form.Evaluation.Outcome;
import io.guatu.form.Expression;
import io.guatu.form.Facts;
import io.guatu.form.Figure;
import io.guatu.report.Edition;
import io.guatu.report.Figures;
import io.guatu.report.form.FormOrder.Fixed;
import io.guatu.report.form.FormOrder.Notes;
import io.guatu.report.form.FormOrder.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a form is filled with, worked out of the board as known on a day: what is to be written, and what the ledger does not
 * say. Pure.
 */
public final class FormFilling {
    private static final Pattern PLACE = Pattern.compile("([A-Z]+)([0-9]+)");

    private final Edition edition;
    private final Figures figures;
    private final Facts chosen;
    private final Evaluation evaluation;
    private final List<Gap> gaps = new ArrayList<>();
    private int filled;
    private FormOrder order;

    /**
     * @param cell where it stands in the filled form
     * @param about the heading over it; null: a cell of its own
     * @param project whose it is; null: the board's, or nobody said of which project
     * @param figure its word
     * @param partly whether the cell is filled all the same, with what is known of others
     */
    public record Gap(String sheet, String cell, String about, String project, String figure, boolean partly) {}

    private FormFilling(Edition edition, ProjectId project) {
        this.edition = edition;
        this.figures = new Figures(edition);
        this.chosen = project == null ? null : figures.project(project);
        this.evaluation = new Evaluation(
                figures.board(), figures.projects(), edition.words().of("join.clause"));
    }

    /**
     * @param project of which cells speak that name none; null: of none
     * @param notes whether what is missing is said on a sheet of its own
     */
    public static FormFilling of(List<FormSheet> sheets, Edition edition, ProjectId project, boolean notes) {
        FormFilling filling = new FormFilling(edition, project);
        List<FormOrder.Sheet> ordered = new ArrayList<>();
        for (FormSheet sheet : sheets) {
            ordered.add(filling.sheet(sheet));
        }
        filling.order =
                new FormOrder(ordered, edition.day(), notes && !filling.gaps.isEmpty() ? filling.notes() : null);
        return filling;
    }

    /** Whether something in it is asked of one project, which must be named then. */
    public static boolean ofProject(List<FormSheet> sheets) {
        return sheets.stream()
                .flatMap(sheet -> sheet.fixed().stream())
                .anyMatch(cell -> !read(cell.fill()).ofOneProject().isEmpty());
    }

    FormOrder order() {
        return order;
    }

    public List<Gap> gaps() {
        return gaps;
    }

    /** How many cells carry something of the ledger. */
    public int filled() {
        return filled;
    }

    private FormOrder.Sheet sheet(FormSheet sheet) {
        List<Facts> projects = sheet.rows() == null
                ? List.of()
                : evaluation.those(
                        sheet.rows().where() == null
                                ? null
                                : condition(sheet.rows().where()));
        int added = sheet.rows() == null
                ? 0
                : Math.max(0, projects.size() - sheet.rows().room())
                        * sheet.rows().each();
        List<Fixed> fixed = new ArrayList<>();
        for (FormSheet.Cell cell : sheet.fixed()) {
            String place = moved(cell.cell(), sheet.rows(), added);
            fixed.add(new Fixed(cell.cell(), value(read(cell.fill()), chosen, sheet.sheet(), place, null)));
        }
        return new FormOrder.Sheet(
                sheet.sheet(), sheet.rows() == null ? null : rows(sheet, sheet.rows(), projects), fixed);
    }

    private FormOrder.Rows rows(FormSheet sheet, FormSheet.Rows rows, List<Facts> projects) {
        List<Expression> columns =
                rows.columns().stream().map(column -> read(column.fill())).toList();
        List<List<Value>> values = new ArrayList<>();
        for (int i = 0; i < projects.size(); i++) {
            Facts project = new Numbered(projects.get(i), i + 1);
            List<Value> line = new ArrayList<>();
            for (int c = 0; c < columns.size(); c++) {
                FormSheet.Column column = rows.columns().get(c);
                line.add(value(
                        columns.get(c),
                        project,
                        sheet.sheet(),
                        column.column() + (rows.first() + i * rows.each() + column.below()),
                        column.heading() == null ? "" : column.heading()));
            }
            values.add(line);
        }
        return new FormOrder.Rows(
                rows.first(),
                rows.room() * rows.each(),
                rows.each(),
                rows.columns().stream()
                        .map(column -> new FormOrder.Column(column.column(), column.below()))
                        .toList(),
                values);
    }

    private Value value(Expression expression, Facts project, String sheet, String cell, String about) {
        Outcome outcome = evaluation.of(expression, project);
        outcome.missing()
                .forEach(each -> gaps.add(new Gap(
                        sheet, cell, about, each.project(), each.figure().word(), outcome.value() != null)));
        if (outcome.fromLedger()) {
            filled++;
        }
        boolean percent = expression.sort() == Figure.Sort.PERCENT;
        return outcome.value() instanceof BigDecimal number
                ? new Value(null, number, null, percent)
                : outcome.value() instanceof LocalDate day
                        ? new Value(null, null, day, false)
                        : outcome.value() instanceof String text && !text.isEmpty()
                                ? new Value(text, null, null, false)
                                : null;
    }

    /** Where a cell stands once rows were added above it. */
    private static String moved(String cell, FormSheet.Rows rows, int added) {
        Matcher place = PLACE.matcher(cell);
        if (rows == null || !place.matches()) {
            return cell;
        }
        int number = Integer.parseInt(place.group(2));
        return number > rows.last() ? place.group(1) + (number + added) : cell;
    }

    private Notes notes() {
        return new Notes(
                edition.words().of("form.notes"),
                edition.words()
                        .of("form.notes.title")
                        .replace("{day}", edition.day().toString()),
                List.of("sheet", "cell", "about", "project", "figure").stream()
                        .map(each -> edition.words().of("form.notes." + each))
                        .toList(),
                gaps.stream()
                        .map(gap -> List.of(
                                gap.sheet(),
                                gap.cell(),
                                gap.about() == null ? "" : gap.about(),
                                gap.project() == null ? "" : gap.project(),
                                edition.words().of("figure." + gap.figure())
                                        + (gap.partly() ? edition.words().of("form.notes.partly") : "")))
                        .toList());
    }

    /** Judged when it was saved. */
    private static Expression read(String fill) {
        try {
            return Expression.read(fill);
        } catch (BadExpression e) {
            throw new IllegalArgumentException(fill, e);
        }
    }

    private static Expression condition(String where) {
        try {
            return Expression.readCondition(where);
        } catch (BadExpression e) {
            throw new IllegalArgumentException(where, e);
        }
    }

    /** A project with its number in this form. */
    private record Numbered(Facts project, int number) implements Facts {
        @Override
        public Object of(Figure figure) {
            return figure == Figure.NUMBER ? BigDecimal.valueOf(number) : project.of(figure);
        }

        @Override
        public String name() {
            return project.name();
        }
    }
}
