package io.guatu.report.form;

import java.util.function.UnaryOperator;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.formula.FormulaParseException;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaRenderer;
import org.apache.poi.ss.formula.FormulaShifter;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.xssf.usermodel.XSSFEvaluationWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.xmlbeans.XmlCursor;

/**
 * What a sheet holds in the words of later programs ({@code x14}: bars and icons of conditions, choices that lie on another sheet,
 * sparklines), which the library carries along without knowing them. Their areas ({@code xm:sqref}) and formulas ({@code xm:f})
 * move with the rows. Rows count from 0.
 */
final class Extensions {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String AREAS = "http://schemas.microsoft.com/office/excel/2006/main";

    private final XSSFSheet sheet;

    Extensions(XSSFSheet sheet) {
        this.sheet = sheet;
    }

    /**
     * @param last the last prepared row, behind which rows were added
     * @param area an area as it was → as it is
     */
    void move(int last, int added, UnaryOperator<String> area) {
        try (XmlCursor cursor = sheet.getCTWorksheet().newCursor()) {
            if (cursor.toChild(MAIN, "extLst")) {
                within(cursor, last, added, area);
            }
        }
    }

    private void within(XmlCursor cursor, int last, int added, UnaryOperator<String> area) {
        boolean more = cursor.toFirstChild();
        while (more) {
            boolean known = AREAS.equals(cursor.getName().getNamespaceURI());
            String name = cursor.getName().getLocalPart();
            if (known && name.equals("sqref")) {
                cursor.setTextValue(area.apply(cursor.getTextValue().trim()));
            } else if (known && name.equals("f")) {
                cursor.setTextValue(formula(cursor.getTextValue(), last, added));
            } else {
                cursor.push();
                within(cursor, last, added, area);
                cursor.pop();
            }
            more = cursor.toNextSibling();
        }
    }

    /** One that is not understood stays as it is. */
    private String formula(String text, int last, int added) {
        XSSFEvaluationWorkbook book = XSSFEvaluationWorkbook.create(sheet.getWorkbook());
        int index = sheet.getWorkbook().getSheetIndex(sheet);
        int end = SpreadsheetVersion.EXCEL2007.getLastRowIndex() - added;
        try {
            Ptg[] tokens = FormulaParser.parse(text, book, FormulaType.CELL, index, -1);
            FormulaShifter below = FormulaShifter.createForRowShift(
                    index, sheet.getSheetName(), last + 1, end, added, SpreadsheetVersion.EXCEL2007);
            return below.adjustFormula(tokens, index) ? FormulaRenderer.toFormulaString(book, tokens) : text;
        } catch (FormulaParseException e) {
            return text;
        }
    }
}
