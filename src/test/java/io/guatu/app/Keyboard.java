package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.Page;

/** Who has no mouse: comes to everything by Tab, and sees where that is. */
final class Keyboard {
    /** A field of a phone has its ring around its label too. */
    private static final String SEEN =
            "[document.activeElement, document.activeElement.closest('label')].some((each) => each && getComputedStyle(each).outlineStyle === 'solid')";

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    /**
     * Goes on to what is there, in so many steps at most.
     *
     * @param what a selector
     */
    Keyboard to(String what, int steps) {
        for (int step = 0; step <= steps; step++) {
            if ((boolean) page.evaluate("what => document.activeElement.matches(what)", what)) {
                assertEquals(true, page.evaluate(SEEN), "where one is, is seen: " + what);
                return this;
            }
            press("Tab");
        }
        return fail("not within " + steps + " steps: " + what + ", but "
                + page.evaluate("document.activeElement.outerHTML.slice(0, 200)"));
    }

    Keyboard press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
        return this;
    }

    Keyboard type(String words) {
        page.keyboard().type(words);
        return this;
    }
}
