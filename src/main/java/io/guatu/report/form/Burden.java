package io.guatu.report.form;

import io.guatu.board.Board;
import io.guatu.domain.BoardUpdate.FormSaved;
import io.guatu.domain.ProjectId;
import io.guatu.report.Edition;
import io.guatu.report.PaperKind;
import io.guatu.report.Report;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What a month cost, and what it would have: the fields that people typed once, and the cells that they fill in the forms of that
 * month. A cell counts when it has something of the ledger: no number of a row, no month, no sum at the foot, nothing that is
 * missing. Of everybody together.
 *
 * @param entries that people told of projects @param typed the fields of these
 */
public record Burden(YearMonth month, LocalDate day, long entries, long typed, List<Form> forms, long cells) {
    /** Where a form comes from: a table or paper of the board, or an office's own. */
    public enum Make {
        TABLE,
        PAPER,
        FORM
    }

    public record Form(Make make, String id, String title, long cells) {}

    /** @param last the board as the month before left it @param own forms of offices upward; one about a project counts for each */
    public static Burden of(Edition edition, Board last, Collection<FormSaved> own, long entries, long typed) {
        List<Form> forms = new ArrayList<>();
        for (Report report : Report.values()) {
            var table = report.table(edition);
            forms.add(new Form(Make.TABLE, report.id(), table.title(), table.told()));
        }
        var bulletin = PaperKind.BULLETIN.paper(
                edition, new io.guatu.report.About(null, null, null, last, null, null, null, null, null, null));
        forms.add(new Form(
                Make.PAPER,
                bulletin.id(),
                bulletin.title(),
                bulletin.told(edition.words().of("paper.unknown"))));
        for (FormSaved saved : own) {
            forms.add(new Form(Make.FORM, saved.form().value(), saved.name(), filled(saved, edition)));
        }
        List<Form> filled = forms.stream().filter(form -> form.cells() > 0).toList();
        return new Burden(
                edition.month(),
                edition.day(),
                entries,
                typed,
                filled,
                filled.stream().mapToLong(Form::cells).sum());
    }

    private static long filled(FormSaved saved, Edition edition) {
        if (!FormFilling.ofProject(saved.sheets())) {
            return FormFilling.of(saved.sheets(), edition, null, false).filled();
        }
        long cells = 0;
        for (ProjectId project : edition.board().cards().keySet()) {
            cells += FormFilling.of(saved.sheets(), edition, project, false).filled();
        }
        return cells;
    }
}
