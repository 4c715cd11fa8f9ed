package io.guatu.report.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.formula.FormulaShifter;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFShape;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTBreak;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTConditionalFormatting;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDataValidation;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTable;

/**
 * Rows behind the last that a form has prepared, each like it, or like those of its last project. What stands below moves down, and whatever ended with the last
 * row (a merged label, a condition, a choice) ends with the new last. Rows count from 0 here, as the library has it.
 */
final class RowInsertion {
    private final XSSFSheet sheet;
    private final FormFormulas formulas;
    private final int last;
    private final int added;
    private final int height;

    /**
     * @param last the last that is prepared
     * @param height how many rows a project has
     */
    RowInsertion(XSSFSheet sheet, FormFormulas formulas, int last, int added, int height) {
        this.sheet = sheet;
        this.formulas = formulas;
        this.last = last;
        this.added = added;
        this.height = height;
    }

    void insert() {
        List<CellRangeAddress> merged = sheet.getMergedRegions();
        List<String> conditions = texts(conditions());
        List<String> choices = choices().stream()
                .map(each -> String.join(" ", strings(each.getSqref())))
                .toList();
        String filter = sheet.getCTWorksheet().isSetAutoFilter()
                ? sheet.getCTWorksheet().getAutoFilter().getRef()
                : null;
        Map<CTTable, String> tables = tables();
        if (sheet.getLastRowNum() > last) {
            sheet.shiftRows(last + 1, sheet.getLastRowNum(), added, true, false);
        }
        for (int i = 1; i <= added; i++) {
            like(last + i);
        }
        remerge(merged);
        for (int i = 0; i < conditions.size(); i++) {
            conditions().get(i).setSqref(moved(conditions.get(i)));
        }
        for (int i = 0; i < choices.size(); i++) {
            choices().get(i).setSqref(moved(choices.get(i)));
        }
        if (filter != null) {
            sheet.getCTWorksheet().getAutoFilter().setRef(String.join(" ", moved(filter)));
        }
        tables.forEach((table, area) -> {
            table.setRef(moved(area).get(0));
            if (table.isSetAutoFilter()) {
                table.getAutoFilter()
                        .setRef(moved(table.getAutoFilter().getRef()).get(0));
            }
        });
        new Extensions(sheet).move(last, added, areas -> String.join(" ", moved(areas)));
        breaks();
        drawings();
    }

    /** What the workbook itself knows as a table, with the area that it has. */
    private Map<CTTable, String> tables() {
        Map<CTTable, String> tables = new LinkedHashMap<>();
        sheet.getTables()
                .forEach(table ->
                        tables.put(table.getCTTable(), table.getCTTable().getRef()));
        return tables;
    }

    private void like(int number) {
        int model = last - height + 1 + (number - last - 1) % height;
        XSSFRow from = sheet.getRow(model);
        XSSFRow to = sheet.createRow(number);
        if (from == null) {
            return;
        }
        if (from.getCTRow().isSetHt()) {
            to.getCTRow().setHt(from.getCTRow().getHt());
            to.getCTRow().setCustomHeight(from.getCTRow().getCustomHeight());
        }
        if (from.isFormatted()) {
            to.setRowStyle(from.getRowStyle());
        }
        for (Cell each : from) {
            XSSFCell cell = to.createCell(each.getColumnIndex());
            cell.setCellStyle(each.getCellStyle());
            if (each.getCellType() == CellType.FORMULA && !each.isPartOfArrayFormulaGroup()) {
                formulas.copy((XSSFCell) each, cell, shifter(model, number));
            } else if (height > 1 && each.getCellType() == CellType.STRING) {
                cell.setCellValue(each.getRichStringCellValue()); // 计划 above, 完成 below: which row it is
            }
        }
    }

    private java.util.function.UnaryOperator<Ptg[]> shifter(int model, int number) {
        int index = sheet.getWorkbook().getSheetIndex(sheet);
        FormulaShifter shifter = FormulaShifter.createForRowCopy(
                index,
                sheet.getSheetName(),
                model,
                model,
                number - model,
                sheet.getWorkbook().getSpreadsheetVersion());
        return tokens -> {
            shifter.adjustFormula(tokens, index);
            return tokens;
        };
    }

    /** As they are, but those below moved, those over the place longer, and those of the last project once more for each. */
    private void remerge(List<CellRangeAddress> before) {
        for (int i = sheet.getNumMergedRegions() - 1; i >= 0; i--) {
            sheet.removeMergedRegion(i);
        }
        for (CellRangeAddress area : before) {
            boolean ofLast = area.getFirstRow() > last - height && area.getLastRow() <= last;
            sheet.addMergedRegionUnsafe(ofLast ? area : moved(area));
            for (int i = height; ofLast && i <= added; i += height) {
                sheet.addMergedRegionUnsafe(new CellRangeAddress(
                        area.getFirstRow() + i, area.getLastRow() + i, area.getFirstColumn(), area.getLastColumn()));
            }
        }
    }

    private CellRangeAddress moved(CellRangeAddress area) {
        int first = area.getFirstRow() > last ? area.getFirstRow() + added : area.getFirstRow();
        int end = area.getLastRow() >= last ? area.getLastRow() + added : area.getLastRow();
        return new CellRangeAddress(first, end, area.getFirstColumn(), area.getLastColumn());
    }

    private List<String> moved(String areas) {
        List<String> moved = new ArrayList<>();
        for (String area : areas.split(" ")) {
            moved.add(moved(CellRangeAddress.valueOf(area)).formatAsString());
        }
        return moved;
    }

    private void breaks() {
        if (sheet.getCTWorksheet().isSetRowBreaks()) {
            for (CTBreak each : sheet.getCTWorksheet().getRowBreaks().getBrkArray()) {
                if (each.getId() > last) {
                    each.setId(each.getId() + added);
                }
            }
        }
    }

    /** Seals and pictures below stay beside what they stand at. */
    private void drawings() {
        XSSFDrawing drawing = sheet.getDrawingPatriarch();
        if (drawing == null) {
            return;
        }
        for (XSSFShape shape : drawing.getShapes()) {
            if (shape.getAnchor() instanceof XSSFClientAnchor anchor && anchor.getRow1() > last) {
                anchor.setRow1(anchor.getRow1() + added);
                anchor.setRow2(anchor.getRow2() + added);
            }
        }
    }

    private List<CTConditionalFormatting> conditions() {
        return sheet.getCTWorksheet().getConditionalFormattingList();
    }

    private List<CTDataValidation> choices() {
        return sheet.getCTWorksheet().isSetDataValidations()
                ? sheet.getCTWorksheet().getDataValidations().getDataValidationList()
                : List.of();
    }

    private static List<String> texts(List<CTConditionalFormatting> all) {
        return all.stream()
                .map(each -> String.join(" ", strings(each.getSqref())))
                .toList();
    }

    private static List<String> strings(List<?> sqref) {
        return sqref.stream().map(Object::toString).toList();
    }
}
