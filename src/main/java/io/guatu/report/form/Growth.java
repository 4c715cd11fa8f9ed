package io.guatu.report.form;

import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.formula.NameIdentifier;
import org.apache.poi.ss.formula.SheetIdentifier;
import org.apache.poi.ss.formula.ptg.Area3DPxg;
import org.apache.poi.ss.formula.ptg.AreaPtg;
import org.apache.poi.ss.formula.ptg.AreaPtgBase;
import org.apache.poi.ss.formula.ptg.AttrPtg;
import org.apache.poi.ss.formula.ptg.FuncVarPtg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.Ref3DPxg;
import org.apache.poi.ss.formula.ptg.RefPtgBase;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;

/**
 * What rows added behind the last prepared one mean for what formulas name. Rows count from 0.
 *
 * @param sheet its name
 * @param first the first prepared row
 * @param last the last prepared row
 */
record Growth(String sheet, int first, int last, int added) {
    /** @param in where the formula stands; null: in a name. @return whether it is another one now */
    boolean grow(Ptg[] tokens, XSSFCell in) {
        boolean grown = false;
        for (int i = 0; i < tokens.length; i++) {
            if (tokens[i] instanceof AreaPtgBase area
                    && here(tokens[i], in)
                    && area.getLastRow() == last
                    && area.getFirstRow() <= last) {
                // In a prepared row itself C$5:C5 grows from row to row, and C$5:C$9 means all of them.
                if (!among(in) || !area.isLastRowRelative()) {
                    area.setLastRow(last + added);
                    grown = true;
                }
            } else if (first == last && !among(in) && alone(tokens, i, in)) {
                RefPtgBase ref = (RefPtgBase) tokens[i];
                tokens[i] = area(ref);
                grown = true;
            }
        }
        return grown;
    }

    /** Whether a row that is added is missed: the formula names the last one by itself. */
    boolean leftOut(Ptg[] tokens, XSSFCell in) {
        if (among(in)) {
            return false;
        }
        for (Ptg token : tokens) {
            if (token instanceof RefPtgBase ref && here(token, in) && ref.getRow() == last) {
                return true;
            }
        }
        return false;
    }

    /** The only prepared row, as what a function adds up or counts. */
    private boolean alone(Ptg[] tokens, int at, XSSFCell in) {
        return tokens[at] instanceof RefPtgBase ref
                && ref.getRow() == last
                && here(tokens[at], in)
                && at + 1 < tokens.length
                && (tokens[at + 1] instanceof AttrPtg attr && attr.isSum() || tokens[at + 1] instanceof FuncVarPtg);
    }

    private Ptg area(RefPtgBase ref) {
        AreaReference area = new AreaReference(
                new CellReference(last, ref.getColumn(), !ref.isRowRelative(), !ref.isColRelative()),
                new CellReference(last + added, ref.getColumn(), !ref.isRowRelative(), !ref.isColRelative()),
                SpreadsheetVersion.EXCEL2007);
        return ref instanceof Ref3DPxg far
                ? new Area3DPxg(
                        far.getExternalWorkbookNumber(),
                        new SheetIdentifier(null, new NameIdentifier(far.getSheetName(), true)),
                        area)
                : new AreaPtg(area);
    }

    private boolean among(XSSFCell in) {
        return in != null
                && in.getSheet().getSheetName().equals(sheet)
                && in.getRowIndex() >= first
                && in.getRowIndex() <= last + added;
    }

    private boolean here(Ptg token, XSSFCell in) {
        if (token instanceof Area3DPxg area) {
            return area.getExternalWorkbookNumber() < 1 && sheet.equals(area.getSheetName());
        }
        if (token instanceof Ref3DPxg ref) {
            return ref.getExternalWorkbookNumber() < 1 && sheet.equals(ref.getSheetName());
        }
        return in != null && in.getSheet().getSheetName().equals(sheet);
    }
}
