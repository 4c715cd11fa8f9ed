package io.guatu.report.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.poi.ss.formula.FormulaParseException;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaRenderer;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFEvaluationWorkbook;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCellFormula;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellFormulaType;

/** The formulas of a workbook: each stands alone, grows with the rows that are added, and is worked out at the end. */
final class FormFormulas {
    private static final Pattern TODAY = Pattern.compile("\\b(?:TODAY|NOW)\\(\\s*\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHANCE =
            Pattern.compile("\\b(?:RAND|RANDBETWEEN|RANDARRAY)\\(", Pattern.CASE_INSENSITIVE);

    private final XSSFWorkbook book;
    private final XSSFEvaluationWorkbook names;
    /** Cells whose formula could not be followed when rows were added. */
    private final List<String> unsure = new ArrayList<>();

    FormFormulas(XSSFWorkbook book) {
        this.book = book;
        this.names = XSSFEvaluationWorkbook.create(book);
    }

    List<String> unsure() {
        return unsure;
    }

    /** Formulas that a file writes once for many cells are written in each: one of them may move alone. */
    void apart() {
        Map<XSSFCell, String> shared = new LinkedHashMap<>();
        each(cell -> {
            CTCellFormula formula = cell.getCTCell().getF();
            if (formula != null && formula.getT() == STCellFormulaType.SHARED) {
                shared.put(cell, cell.getCellFormula());
            }
        });
        shared.forEach((cell, text) -> {
            CTCellFormula plain = CTCellFormula.Factory.newInstance();
            plain.setStringValue(text);
            cell.getCTCell().setF(plain);
        });
    }

    /** The formula of one cell in another. */
    void copy(XSSFCell from, XSSFCell to, UnaryOperator<Ptg[]> moved) {
        CTCellFormula formula = CTCellFormula.Factory.newInstance();
        try {
            formula.setStringValue(text(moved.apply(tokens(from.getCellFormula(), FormulaType.CELL, from))));
        } catch (FormulaParseException e) {
            unsure.add(place(to));
            return;
        }
        to.getCTCell().setF(formula);
    }

    /** What ends with the last prepared row, in formulas outside of these rows and in names, ends with the last of the added ones. */
    void grow(Growth growth) {
        each(cell -> {
            CTCellFormula formula = cell.getCTCell().getF();
            if (formula == null || formula.getStringValue().isEmpty()) {
                return;
            }
            try {
                Ptg[] tokens = tokens(formula.getStringValue(), FormulaType.CELL, cell);
                if (growth.grow(tokens, cell)) {
                    formula.setStringValue(text(tokens));
                }
                if (growth.leftOut(tokens, cell)) {
                    unsure.add(place(cell));
                }
            } catch (FormulaParseException e) {
                unsure.add(place(cell));
            }
        });
        for (XSSFName name : book.getAllNames()) {
            grow(name, growth);
        }
    }

    private void grow(XSSFName name, Growth growth) {
        try {
            Ptg[] tokens = FormulaParser.parse(
                    name.getRefersToFormula(), names, FormulaType.NAMEDRANGE, name.getSheetIndex(), -1);
            if (growth.grow(tokens, null)) {
                name.setRefersToFormula(text(tokens));
            }
        } catch (FormulaParseException | IllegalArgumentException e) {
            // A name that points nowhere points nowhere still.
        }
    }

    /** What each gives is in the file, for whoever shows it without working it out; the same whenever it is made. */
    void workOut(LocalDate today) {
        String day = "DATE(" + today.getYear() + "," + today.getMonthValue() + "," + today.getDayOfMonth() + ")";
        Map<CTCellFormula, String> written = new LinkedHashMap<>();
        each(cell -> {
            CTCellFormula formula = cell.getCTCell().getF();
            String text = formula == null ? "" : formula.getStringValue();
            if (TODAY.matcher(text).find()) {
                written.put(formula, text);
                formula.setStringValue(TODAY.matcher(text).replaceAll(day));
            }
        });
        XSSFFormulaEvaluator evaluator = book.getCreationHelper().createFormulaEvaluator();
        evaluator.setIgnoreMissingWorkbooks(true);
        each(cell -> workOut(cell, evaluator));
        written.forEach(CTCellFormula::setStringValue);
        book.setForceFormulaRecalculation(true);
    }

    private static void workOut(XSSFCell cell, XSSFFormulaEvaluator evaluator) {
        if (cell.getCellType() != CellType.FORMULA) {
            return;
        }
        try {
            String text = cell.getCellFormula();
            CellValue value = CHANCE.matcher(text).find() ? null : evaluator.evaluate(cell);
            if (value == null) {
                forget(cell);
                return;
            }
            switch (value.getCellType()) {
                case NUMERIC -> cell.setCellValue(value.getNumberValue());
                case STRING -> cell.setCellValue(value.getStringValue());
                case BOOLEAN -> cell.setCellValue(value.getBooleanValue());
                case ERROR -> cell.setCellErrorValue(value.getErrorValue());
                default -> forget(cell);
            }
        } catch (RuntimeException | LinkageError e) {
            forget(cell); // not every function of every program is known here
        }
    }

    private static void forget(XSSFCell cell) {
        if (cell.getCTCell().isSetV()) {
            cell.getCTCell().unsetV();
        }
    }

    Ptg[] tokens(String formula, FormulaType type, XSSFCell of) {
        return FormulaParser.parse(formula, names, type, book.getSheetIndex(of.getSheet()), of.getRowIndex());
    }

    String text(Ptg[] tokens) {
        return FormulaRenderer.toFormulaString(names, tokens);
    }

    private void each(java.util.function.Consumer<XSSFCell> with) {
        for (Sheet sheet : book) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    with.accept((XSSFCell) cell);
                }
            }
        }
    }

    private static String place(XSSFCell cell) {
        return (cell.getSheet().getSheetName() + "!" + cell.getReference()).toUpperCase(Locale.ROOT);
    }
}
