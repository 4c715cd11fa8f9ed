package io.guatu.report.form;

import io.guatu.report.form.FormFilling.Gap;
import java.util.List;

/**
 * A form with its figures, to look at.
 *
 * @param filled how many cells carry something of the ledger
 * @param gaps cells that stay empty, or sums that lack something
 * @param unsure formulas that may not count every row that was added
 * @param workbook the file; not part of what is looked at
 */
public record FilledForm(List<GridView> sheets, int filled, List<Gap> gaps, List<String> unsure, byte[] workbook) {}
