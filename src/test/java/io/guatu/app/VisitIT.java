package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every page and every section of the desk, in both languages, in Chinese in each of its colours: nothing that axe finds, and
 * no Chinese word on an English page that does not say that it is Chinese. The sections are those that the desk itself offers:
 * a new one is walked through without being named here. (The page of the API is a foreign program's.)
 */
class VisitIT extends BrowserCase {
    private static final String SETTLED = """
            async () => {
              for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
              await Promise.all(document.getAnimations().filter(({ effect }) => effect.getComputedTiming().iterations < 9).map(({ finished }) => finished.catch(() => {})));
            }""";

    private static final String UNSAID = """
            () => {
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              const found = new Set();
              while (walker.nextNode()) {
                const { data, parentElement } = walker.currentNode;
                if (!/\\p{Script=Han}/u.test(data) || parentElement.closest('script, style')) continue;
                if (!parentElement.closest('[lang]').lang.startsWith('zh')) found.add(`${parentElement.closest('[class], [data-act]')?.localName}: ${data.trim()}`);
              }
              return [...found];
            }""";

    /** What everybody who has it sees alike is looked at as the office has it, which has most to do there. */
    private static final Set<String> ALIKE =
            Set.of("overview", "changes", "meeting", "safety", "tables", "ledger", "plans", "access");

    private static final List<String> BOTH = List.of("light", "dark");
    private static final List<String> LAMPS = List.of("", "cb");
    /** Of all tests here: what one of them has seen in these colours the others need not judge again. */
    private static final Axe AXE = new Axe();

    private final Set<Request> asked = ConcurrentHashMap.newKeySet();
    private final List<String> flaws = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        board = TestBoard.start("demo", Clock.systemUTC());
    }

    private Page window(int width, int height) {
        Page page = watched(browser.open(width, height));
        page.onFrameNavigated(frame -> asked.clear());
        page.onRequest(asked::add);
        page.onRequestFinished(asked::remove);
        page.onRequestFailed(asked::remove);
        return page;
    }

    private void look(Page page, String where) throws Exception {
        look(page, where, List.of());
    }

    private void look(Page page, String where, List<String> lamps) throws Exception {
        page.waitForCondition(() -> asked.isEmpty());
        page.evaluate(SETTLED);
        page.waitForCondition(() -> asked.isEmpty());
        if (page.locator("html").getAttribute("lang").equals("en")) {
            note(where, page.evaluate(UNSAID));
            note(where, AXE.flaws(page));
        } else {
            note(where, AXE.flaws(page, BOTH, lamps)); // another language has the same colours
        }
    }

    private void note(String where, Object found) {
        ((List<?>) found).forEach(each -> flaws.add(where + ": " + each));
    }

    private Page desk(String who, String password, String language) {
        Page page = window(1440, 900);
        page.navigate(board.url() + "/desk" + language);
        page.locator("input[name=name]").fill(who);
        page.locator("input[name=password]").fill(password);
        page.locator("#login button").click();
        assertThat(page.locator("[data-live]")).hasAttribute("data-live", "live");
        return page;
    }

    /** What the desk leads to: every section and the account, with the address of each. */
    private static Map<String, String> sections(Page desk) {
        Map<String, String> found = new LinkedHashMap<>();
        desk.locator("[data-nav]")
                .all()
                .forEach(link -> found.put(link.getAttribute("data-nav"), link.getAttribute("href")));
        assertTrue(found.size() >= 8, found.toString());
        return found;
    }

    @Test
    void every_section_of_the_desk() throws Exception {
        walk("office", "office-password", "");
        walk("office", "office-password", "?lang=en");
        walk("wang", "daguan-demo", "?lang=en");
        walk("li-shuji", "daguan-demo", "?lang=en");
        assertEquals(List.of(), flaws);
    }

    private void walk(String who, String password, String language) throws Exception {
        Page desk = desk(who, password, language);
        for (String page : sections(desk).keySet()) {
            if (!who.equals("office") && ALIKE.contains(page)) {
                continue;
            }
            desk.locator("[data-nav=" + page + "]").click();
            assertThat(desk.locator(".work > *").first()).isVisible();
            look(desk, who + language + " " + page);
        }
        for (String page : List.of("/projects/no-such", "/projects?q=nowhere", "/projects/bus-station")) {
            String address = "/desk" + page + (page.contains("?") ? language.replace('?', '&') : language);
            desk.evaluate(
                    "address => { history.pushState(null, '', address); dispatchEvent(new PopStateEvent('popstate')); }",
                    address);
            assertThat(desk.locator(".work > *").first()).isVisible();
            look(desk, who + language + " " + page);
        }
        assertThat(desk.locator("project-page h2")).isVisible();
        desk.locator("[data-time=open]").click();
        assertThat(desk.locator("time-machine input")).isVisible();
        look(desk, who + language + " past");
        desk.keyboard().press("Control+k");
        desk.keyboard().type("a");
        look(desk, who + language + " find");
        desk.keyboard().press("Escape");
        desk.locator("[data-act=help]").click();
        look(desk, who + language + " help");
        desk.context().close();
    }

    @Test
    void every_page_that_needs_no_account() throws Exception {
        Page door = window(1920, 1080);
        door.navigate(board.url() + "/"); // it asks for no language
        assertThat(door.locator("main > *").first()).isVisible();
        look(door, "/");
        door.context().close();
        for (String language : List.of("", "?lang=en")) {
            Page page = window(1920, 1080);
            for (String path : List.of("/help", "/desk", "/wall", "/nothing-here")) {
                page.navigate(board.url() + path + language);
                assertThat(page.locator("main > *").first()).isVisible();
                if (path.equals("/wall")) {
                    assertThat(page.locator("wall-pairing[state=shown]")).isVisible();
                }
                look(page, path + language);
            }
            wall(page, language);
            page.context().close();
            for (String link : List.of("", "#" + board.contractor("g-bus-1"))) {
                Page phone = window(390, 844);
                phone.navigate(board.url() + "/report" + language + link);
                assertThat(phone.locator("main > *").first()).isVisible();
                look(phone, "/report" + language + link.replaceAll("#.*", "#"));
                phone.context().close();
            }
        }
        assertEquals(List.of(), flaws);
    }

    /** All projects, one of them, and what is old because the line is lost: light and dark, in both colours of the lamps. */
    private void wall(Page page, String language) throws Exception {
        WallTrustIT.Cable cable = new WallTrustIT.Cable();
        cable.through(page);
        page.navigate(board.url() + "/wall" + language + "#" + board.screen("leadership-room"));
        assertThat(page.locator(".row").first()).isVisible();
        look(page, "/wall" + language + "#", LAMPS);
        page.evaluate("location.hash = 'project=bus-station'");
        assertThat(page.locator("wall-focus .said p").first()).isVisible();
        look(page, "/wall" + language + "#project", LAMPS);
        page.keyboard().press("Escape");
        assertThat(page.locator("wall-focus")).hasCount(0);
        cable.cut();
        assertThat(page.locator(".band")).isVisible();
        look(page, "/wall" + language + "# cut", LAMPS);
    }

    @ParameterizedTest
    @CsvSource({"''", "?lang=en"})
    void the_meeting_from_its_beginning_to_its_minutes(String language) throws Exception {
        Page page = desk("office", "office-password", language);
        page.navigate(board.url() + "/meeting" + language);
        page.locator("[name=present]").fill("李书记");
        look(page, "beginning");
        page.locator("[data-act=begin]").click();
        assertThat(page.locator("meeting-item")).isVisible();
        look(page, "item");
        page.locator("[data-act=end]").click();
        assertThat(page.locator("meeting-ending")).isVisible();
        look(page, "ending");
        page.locator("meeting-ending [data-act=over], meeting-ending button.main")
                .last()
                .click();
        assertThat(page.locator("minutes-sheet")).isVisible();
        look(page, "minutes");
        assertEquals(List.of(), flaws);
    }
}
