package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every page that needs no account, with a link and without. (The page of the API is a foreign program's.) */
class VisitPagesIT extends VisitCase {
    /** What a page that remembers its language is asked for; the first is looked at whole, the other for its words. */
    private static final List<String> LANGUAGES = List.of("?lang=zh", "?lang=en");

    @Test
    void every_page_that_needs_no_account() throws Exception {
        Page page = window(1920, 1080);
        for (String path : List.of("/", "/nothing-here")) { // they ask for no language
            page.navigate(board.url() + path);
            assertThat(page.locator("main > *").first()).isVisible();
            look(page, path);
        }
        for (String language : LANGUAGES) {
            for (String path : List.of("/help", "/desk", "/wall")) {
                page.navigate(board.url() + path + language);
                assertThat(page.locator("main > *").first()).isVisible();
                if (path.equals("/wall")) {
                    assertThat(page.locator("wall-pairing[state=shown]")).isVisible();
                }
                of(language).at(page, path + language);
            }
        }
        WallTrustIT.Cable cable = new WallTrustIT.Cable();
        cable.through(page);
        for (String language : LANGUAGES) {
            wall(page, language, cable);
        }
        page.context().close();
        for (String link : List.of("", "#" + board.contractor("g-bus-1"))) {
            Page phone = window(390, 844);
            for (String language : LANGUAGES) {
                phone.navigate(board.url() + "/report" + language + link);
                assertThat(phone.locator("main > *").first()).isVisible();
                of(language).at(phone, "/report" + language + link.replaceAll("#.*", "#"));
            }
            phone.context().close();
        }
        assertEquals(List.of(), flaws);
    }

    private Look of(String language) {
        return language.equals("?lang=en") ? this::words : this::look;
    }

    /** All projects, one of them, and what is old because the line is lost: light and dark, in both colours of the lamps. */
    private void wall(Page page, String language, WallTrustIT.Cable cable) throws Exception {
        Look look = language.equals("?lang=en") ? this::words : (seen, where) -> look(seen, where, LAMPS);
        page.navigate(board.url() + "/wall" + language + "#" + board.screen("leadership-room"));
        assertThat(page.locator(".row").first()).isVisible();
        look.at(page, "/wall" + language + "#");
        page.evaluate("location.hash = 'project=bus-station'");
        assertThat(page.locator("wall-focus .said p").first()).isVisible();
        look.at(page, "/wall" + language + "#project");
        page.keyboard().press("Escape");
        assertThat(page.locator("wall-focus")).hasCount(0);
        cable.cut();
        assertThat(page.locator(".band")).isVisible();
        look.at(page, "/wall" + language + "# cut");
        cable.mend();
    }
}
