package io.guatu.report.form;

import java.util.Locale;

/** What was sent cannot be filled. */
public final class NotAForm extends Exception {
    private static final long serialVersionUID = 1;

    private final Why why;

    /** What a person can do about it is said in the texts. */
    public enum Why {
        /** Broken, or no workbook at all. */
        FORM_UNREADABLE,
        /** A workbook of Excel 97 (.xls). */
        FORM_OLD,
        /** Locked with a password. */
        FORM_LOCKED,
        /** There are macros in it. */
        FORM_WITH_MACROS,
        /** More than a form has, or a small file that unpacks into a large one. */
        FORM_TOO_LARGE,
        /** No sheet of that name. */
        FORM_NO_SHEET
    }

    NotAForm(Why why) {
        this(why, null);
    }

    NotAForm(Why why, Throwable cause) {
        super(why.name(), cause, false, false);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /** The code of the problem that says so. */
    public String code() {
        return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
