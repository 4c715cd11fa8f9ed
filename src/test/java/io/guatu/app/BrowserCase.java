package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** A board and a real browser, in which no page may fail or be refused by its own policy. */
abstract class BrowserCase {
    protected static Browser browser;
    protected static final List<String> faults = new ArrayList<>();
    protected TestBoard board;

    @BeforeAll
    static void open() {
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        browser = Browser.open();
    }

    @AfterEach
    void stop() throws Exception {
        browser.clear();
        board.close();
        assertEquals(List.of(), faults());
    }

    /** What went wrong since somebody asked. */
    protected static List<String> faults() {
        List<String> all = List.copyOf(faults);
        faults.clear();
        return all;
    }

    /** The page, with whatever goes wrong in it noted. */
    protected static Page watched(Page page) {
        page.onPageError(faults::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                faults.add(message.text());
            }
        });
        return page;
    }
}
