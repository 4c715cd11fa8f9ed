package io.guatu.app;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/**
 * What a person does to a page, done and counted: acts (a press of the mouse or of a shortcut, a choice, a page that is
 * opened) and keys. A slow typist's time: 120 keys a minute, and 3 s an act, with the look before it.
 */
final class Acts {
    private static final double KEY_SECONDS = 0.5;
    private static final double ACT_SECONDS = 3;

    private int keys;
    private int acts;

    int count() {
        return acts;
    }

    double seconds() {
        return keys * KEY_SECONDS + acts * ACT_SECONDS;
    }

    /** Something that was done beside: so many keys are typed at once, or a page is opened. */
    void also(int moreActs, int moreKeys) {
        acts += moreActs;
        keys += moreKeys;
    }

    void press(Locator what) {
        acts++;
        what.click();
    }

    void key(Page page, String key) {
        acts++;
        page.keyboard().press(key);
    }

    void choose(Locator select, String value) {
        acts++;
        select.selectOption(value);
    }

    /** Into the field that has the focus. */
    void type(Page page, String words) {
        keys += words.length();
        page.keyboard().type(words);
    }

    void type(Page page, Locator field, String words) {
        press(field);
        type(page, words);
    }

    /** A block that somebody copied in a spreadsheet: there it is no act of this board. */
    void copied(Page page, String block) {
        page.evaluate("block => navigator.clipboard.writeText(block)", block);
    }

    void paste(Page page, Locator field, String block) {
        copied(page, block);
        press(field);
        key(page, "Control+V");
    }

    @Override
    public String toString() {
        return acts + " acts, " + keys + " keys, " + seconds() + " s";
    }
}
