package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import io.guatu.ledger.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A board and a real browser, in which no page may fail or be refused by its own policy. */
abstract class BrowserCase {
    private static final String NO_TEXT = "no text for ";
    private static final JsonNode TEXTS;

    private final List<String> faults = new ArrayList<>();
    protected Browser browser;
    protected TestBoard board;

    static {
        try {
            TEXTS = Json.read(Files.readString(Path.of("webroot/text/zh.json")), JsonNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void open() {
        browser = Browser.open();
    }

    @AfterEach
    void stop() throws Exception {
        browser.clear();
        board.close();
        assertEquals(List.of(), faults());
    }

    /** As who logged in here a moment ago: the form at the door has tests of its own. The desk is opened next. */
    protected final void admit(Page page, String who, String password) {
        APIResponse answer = page.context()
                .request()
                .post(
                        board.url() + "/api/session",
                        RequestOptions.create().setData(Map.of("name", who, "password", password)));
        assertTrue(answer.ok(), () -> who + ": " + answer.status() + " " + answer.text());
    }

    /** What went wrong since somebody asked. */
    protected final List<String> faults() {
        List<String> all = List.copyOf(faults);
        faults.clear();
        return all;
    }

    /** The page, with whatever goes wrong in it noted. */
    protected final Page watched(Page page) {
        page.onPageError(faults::add);
        page.onConsoleMessage(message -> {
            if (isFault(message.text())) {
                faults.add(message.text());
            }
        });
        return page;
    }

    /** A page gets some of the texts only; it must be those that it says. */
    private static boolean isFault(String said) {
        return said.contains("Content Security Policy")
                || said.startsWith(NO_TEXT) && TEXTS.has(said.substring(NO_TEXT.length()));
    }
}
