package io.guatu.command;

import static io.guatu.command.Refusal.Code.ALREADY_THERE;
import static io.guatu.command.Refusal.Code.FORM_CELL_TWICE;
import static io.guatu.command.Refusal.Code.FORM_FILLS_NOTHING;
import static io.guatu.command.Refusal.Code.FORM_LINES_UNEVEN;
import static io.guatu.command.Refusal.Code.FORM_NAME_USED;
import static io.guatu.command.Refusal.Code.FORM_SHEET_UNKNOWN;
import static io.guatu.command.Refusal.Code.UNKNOWN_FORM_FILE;

import io.guatu.board.fold.Forms;
import io.guatu.domain.BoardUpdate.FormReceived;
import io.guatu.domain.BoardUpdate.FormRetired;
import io.guatu.domain.BoardUpdate.FormSaved;
import io.guatu.domain.FormSheet;
import io.guatu.form.BadExpression;
import io.guatu.form.Expression;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a form must be, so that it can be filled whenever somebody asks: every cell of it says something. */
public final class FormRules {
    private FormRules() {}

    static Optional<Refusal> judge(Forms known, FormReceived received) {
        return Refusal.when(known.files().containsKey(received.file()), ALREADY_THERE);
    }

    static Optional<Refusal> judge(Forms known, FormRetired retired) {
        return Refusal.when(!known.byId().containsKey(retired.form()), ALREADY_THERE);
    }

    static Optional<Refusal> judge(Forms known, FormSaved saved) {
        boolean named = known.byId().values().stream()
                .anyMatch(other -> !other.saved().form().equals(saved.form())
                        && other.saved().name().equals(saved.name()));
        Forms.Form before = known.byId().get(saved.form());
        return Refusal.when(named, FORM_NAME_USED)
                .or(() -> judge(known, saved.file(), saved.sheets()))
                .or(() -> Refusal.when(before != null && before.saved().equals(saved), ALREADY_THERE));
    }

    /** What is wrong with the way in which a file is to be filled, before anybody saves it too. */
    public static Optional<Refusal> judge(Forms known, String file, List<FormSheet> sheets) {
        FormReceived received = known.files().get(file);
        if (received == null) {
            return Refusal.because(UNKNOWN_FORM_FILE);
        }
        boolean nothing = sheets.stream().allMatch(sheet -> sheet.rows() == null && sheet.cells() == null);
        if (nothing) {
            return Refusal.because(FORM_FILLS_NOTHING);
        }
        Set<String> names = new HashSet<>();
        for (FormSheet sheet : sheets) {
            if (!received.sheets().contains(sheet.sheet()) || !names.add(sheet.sheet())) {
                return Refusal.because(FORM_SHEET_UNKNOWN, "sheet", sheet.sheet());
            }
            Optional<Refusal> refusal = sheet(sheet);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Refusal.none();
    }

    private static Optional<Refusal> sheet(FormSheet sheet) {
        Set<String> taken = new HashSet<>();
        if (sheet.rows() != null) {
            FormSheet.Rows rows = sheet.rows();
            if (rows.where() != null) {
                Optional<Refusal> bad = fault("", rows.where(), true);
                if (bad.isPresent()) {
                    return bad;
                }
            }
            for (FormSheet.Column column : rows.columns()) {
                if (rows.room() == 0 || column.below() >= rows.each()) {
                    return Refusal.because(FORM_LINES_UNEVEN);
                }
                for (int row = rows.first() + column.below(); row <= rows.last(); row += rows.each()) {
                    if (!taken.add(column.column() + row)) {
                        return Refusal.because(FORM_CELL_TWICE, "cell", column.column());
                    }
                }
                Optional<Refusal> bad = fault(column.column(), column.fill(), false);
                if (bad.isPresent()) {
                    return bad;
                }
            }
        }
        for (FormSheet.Cell cell : sheet.fixed()) {
            if (!taken.add(cell.cell())) {
                return Refusal.because(FORM_CELL_TWICE, "cell", cell.cell());
            }
            Optional<Refusal> bad = fault(cell.cell(), cell.fill(), false);
            if (bad.isPresent()) {
                return bad;
            }
        }
        return Refusal.none();
    }

    private static Optional<Refusal> fault(String cell, String fill, boolean condition) {
        try {
            if (condition) {
                Expression.readCondition(fill);
            } else {
                Expression.read(fill);
            }
            return Refusal.none();
        } catch (BadExpression bad) {
            return Optional.of(new Refusal(
                    Refusal.Code.valueOf("FILL_" + bad.why().name()),
                    Map.of("cell", cell, "fill", fill, "word", bad.word(), "place", Integer.toString(bad.place()))));
        }
    }
}
