package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The handbook: for each role, in both languages, on a screen, on a phone and on paper. */
class HandbookIT extends BrowserCase {
    static final Pattern SHEET = Pattern.compile("/Type\\s*/Page\\b");

    private final Axe axe = new Axe();

    @Test
    void every_role_has_a_page_or_two_and_is_led_to() throws Exception {
        board = TestBoard.start();
        Page page = watched(browser.open(390, 844));
        read(page, "", "施工单位");
        read(page, "?lang=en", "Contractors");
    }

    private void read(Page page, String language, String contractors) throws Exception {
        page.navigate(board.url() + "/help" + language + "#contractor");
        assertThat(page.locator("#contractor h2")).hasText(contractors);
        assertThat(page.locator("#contractor h2")).isInViewport();
        for (String role : List.of("leader", "manager", "contractor", "office")) {
            assertTrue(page.locator("#" + role + " li").count() >= 7, role);
        }
        assertEquals(0, page.locator("li h3:empty, li p:empty").count());
        assertThat(page.locator("main")).not().containsText("handbook.");
        assertEquals(true, page.evaluate("document.documentElement.scrollWidth <= innerWidth"));
        assertEquals(List.of(), axe.flaws(page), language);
        String printed = new String(page.pdf(), StandardCharsets.ISO_8859_1);
        long sheets = SHEET.matcher(printed).results().count();
        assertTrue(sheets >= 5 && sheets <= 9, sheets + " sheets");
    }
}
