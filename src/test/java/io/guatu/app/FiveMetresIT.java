package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What can be read from five metres before a 65-inch display, which is 1.439 m wide. The measure is the em square, which a
 * Chinese character fills: 16 minutes of arc for what matters, 12 for all that is said.
 */
class FiveMetresIT extends BrowserCase {
    private static final int[][] SIZES = {{1366, 768}, {1920, 1080}, {3840, 2160}, {1080, 1920}};

    /** Settled: rows seated, nothing on the way in. */
    private static final String SETTLED = """
            async () => {
              for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
              await Promise.all(document.getAnimations().filter(({ effect }) => effect.getComputedTiming().iterations < 9).map(({ finished }) => finished));
            }""";

    /** Each kind of words that is too small, with its smallest angle. */
    private static final String TOO_SMALL = """
            () => {
              const MATTERS = '.percent, :is(.red, .yellow) .reason, .lamps b, .programme b, wall-focus h2, wall-focus h2, header h1, wall-pairing :is(h1, .state, li, .why)';
              const minutes = (px) => 2 * Math.atan((px * 1.439) / innerWidth / 2 / 5) * (180 / Math.PI) * 60;
              const short = (element) => element.matches('.row h2, .small h2, .why h4 span, wall-foot b') && [...element.textContent].length <= 9;
              const least = new Map();
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const element = walker.currentNode.parentElement;
                if (!walker.currentNode.data.trim() || !element.getClientRects().length) continue;
                const unit = element.matches('li small, .percent small, .programme small, .whose small');
                const matters = !unit && (element.closest(MATTERS) || short(element));
                const angle = minutes(parseFloat(getComputedStyle(element).fontSize));
                const kind = `${element.closest('wall-pairing, wall-focus, wall-foot, wall-side, wall-chart, header')?.localName} ${element.localName}.${element.className} in ${element.parentElement.className}${matters ? ' matters' : ''}`;
                if (angle < (matters ? 16 : 12) && angle < (least.get(kind) ?? Infinity)) least.set(kind, Number(angle.toFixed(2)));
              }
              return [...least].map(([kind, angle]) => `${kind} ${angle}′`);
            }""";

    /** Words that lie on others: their em squares meet. */
    static final String OVERPRINTED = """
            () => {
              const boxes = [];
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const node = walker.currentNode;
                const element = node.parentElement;
                if (!node.data.trim() || !element.getClientRects().length) continue;
                const high = parseFloat(getComputedStyle(element).fontSize) * 0.86;
                const range = document.createRange();
                range.selectNodeContents(node);
                for (const rect of range.getClientRects()) {
                  const middle = (rect.top + rect.bottom) / 2;
                  const box = { node, left: rect.left, right: rect.right, top: middle - high / 2, bottom: middle + high / 2 };
                  for (let at = element; at && at !== document.body; at = at.parentElement) {
                    if (getComputedStyle(at).overflowX === 'visible') continue;
                    const edge = at.getBoundingClientRect();
                    box.left = Math.max(box.left, edge.left); box.right = Math.min(box.right, edge.right);
                    box.top = Math.max(box.top, edge.top); box.bottom = Math.min(box.bottom, edge.bottom);
                  }
                  if (box.right - box.left > 1 && box.bottom - box.top > 1) boxes.push(box);
                }
              }
              const found = [];
              boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => {
                if (a.node === b.node) return;
                const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
                const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
                if (wide > 1.5 && high > 1.5) found.push(`${a.node.data.trim()} | ${b.node.data.trim()}`);
              }));
              const cut = [...document.querySelectorAll('.row h2, .small h2, .name small, .reason p, .percent, .against, .age, .figures *, .lamps *, header *, .columns > span, .months *, time-machine *')]
                .filter((each) => each.clientWidth > 0 && (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight * 1.4 + 1))
                .map((each) => `cut: ${each.className} ${each.textContent.trim()}`);
              return [...found, ...cut];
            }""";

    private Page wall(int width, int height, String query) {
        Page page = watched(browser.page(width, height));
        page.navigate(board.url() + "/wall" + query + "#" + board.screen("hall"));
        assertThat(page.locator(".row, .small").first()).isVisible();
        return page;
    }

    @Test
    void all_that_is_said_is_twelve_minutes_of_arc_high_and_what_matters_sixteen() throws Exception {
        board = TestBoard.start("demo", Clock.systemUTC());
        for (String query : List.of("", "?lang=en&theme=light")) {
            for (int[] size : new int[][] {{1920, 1080}, {3840, 2160}}) {
                Page page = watched(browser.page(size[0], size[1]));
                page.navigate(board.url() + "/wall" + query + "#" + board.screen("leadership-room"));
                assertThat(page.locator(".row").first()).isVisible();
                assertThat(page.locator("progress-curve").first()).isVisible();
                page.evaluate(SETTLED);
                assertEquals(List.of(), page.evaluate(TOO_SMALL), "wall " + size[0] + query);
                page.evaluate("location.hash = 'project=bus-station'");
                assertThat(page.locator("wall-focus .said p").first()).isVisible();
                page.evaluate(SETTLED);
                assertEquals(List.of(), page.evaluate(TOO_SMALL), "focus " + size[0] + query);
                page.context().close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 21, 60})
    void no_words_lie_on_others(int projects) throws Exception {
        board = TestBoard.start(
                WallIT.town(projects, Math.min(6, (projects + 1) / 2)).toString(), Clock.systemUTC());
        List<String> overprinted = new ArrayList<>();
        for (String query : List.of("", "?lang=en")) {
            Page page = watched(browser.page(1920, 1080));
            WallTrustIT.Cable cable = new WallTrustIT.Cable();
            cable.through(page);
            page.navigate(board.url() + "/wall" + query + "#" + board.screen("hall"));
            assertThat(page.locator(".row").first()).isVisible();
            look(page, query, overprinted);
            cable.cut();
            assertThat(page.locator(".band")).isVisible();
            look(page, query + " band", overprinted);
            page.keyboard().press("ArrowLeft");
            assertThat(page.locator("time-machine input")).isVisible();
            look(page, query + " band and past", overprinted);
            page.context().close();
        }
        assertEquals(List.of(), overprinted);
    }

    private static void look(Page page, String what, List<String> overprinted) {
        for (int[] size : SIZES) {
            page.setViewportSize(size[0], size[1]);
            page.evaluate(SETTLED);
            String at = size[0] + "×" + size[1] + what;
            ((List<?>) page.evaluate(OVERPRINTED)).forEach(each -> overprinted.add(at + ": " + each));
            assertEquals(true, page.evaluate(WallIT.FITS), at);
        }
    }

    @Test
    void no_words_of_the_demonstration_lie_on_others() throws Exception {
        board = TestBoard.start("demo", Clock.systemUTC());
        List<String> overprinted = new ArrayList<>();
        for (String query : List.of("", "?lang=en")) {
            Page page = watched(browser.page(1920, 1080));
            page.navigate(board.url() + "/wall" + query + "#" + board.screen("leadership-room"));
            assertThat(page.locator(".row").first()).isVisible();
            look(page, query, overprinted);
            page.evaluate("location.hash = 'project=bus-station'");
            assertThat(page.locator("wall-focus .said p").first()).isVisible();
            look(page, query + " focus", overprinted);
            page.keyboard().press("Escape");
            page.keyboard().press("ArrowLeft");
            assertThat(page.locator("time-machine input")).isVisible();
            assertThat(page.locator(".row").first()).isVisible();
            look(page, query + " past", overprinted);
            page.context().close();
        }
        assertEquals(List.of(), overprinted);
    }

    /** Who types a code looks up at each of its signs: an angle of a degree and more, the widest signs too, on every glass. */
    @Test
    void a_code_to_pair_the_wall_is_read_at_a_glance() throws Exception {
        board = TestBoard.start("demo", Clock.systemUTC());
        String address = "{\"kind\":\"address-named\",\"address\":\"https://board.daguan.example\"}";
        board.as(board.person("office")).post("/api/updates", address, "Idempotency-Key", "address");
        List<String> overprinted = new ArrayList<>();
        for (String query : List.of("", "?lang=en&theme=light")) {
            Page page = watched(browser.page(1920, 1080));
            page.navigate(board.url() + "/wall" + query);
            assertThat(page.locator("wall-pairing svg")).isVisible();
            assertThat(page.locator("town-door")).not().isEmpty();
            page.evaluate(
                    "() => document.querySelectorAll('.code b').forEach((half, n) => half.replaceChildren('MW'[n].repeat(3)))");
            look(page, query, overprinted);
            for (int[] size : new int[][] {{1920, 1080}, {3840, 2160}}) {
                page.setViewportSize(size[0], size[1]);
                page.evaluate(SETTLED);
                assertEquals(List.of(), page.evaluate(TOO_SMALL), size[0] + query);
                Object minutes = page.evaluate(
                        "() => 2 * Math.atan(parseFloat(getComputedStyle(document.querySelector('.code')).fontSize) * 1.439 / innerWidth / 10) * 180 / Math.PI * 60");
                assertTrue(((Number) minutes).doubleValue() >= 60, minutes + "′");
            }
            page.context().close();
        }
        assertEquals(List.of(), overprinted);
    }

    @Test
    void a_few_projects_fill_the_wall() throws Exception {
        board = TestBoard.start(WallIT.town(8, 2).toString(), Clock.systemUTC());
        Page page = wall(1920, 1080, "");
        page.evaluate(SETTLED);
        assertEquals(true, page.evaluate("""
                () => {
                  const rows = [...document.querySelectorAll('.row')].map((row) => row.getBoundingClientRect());
                  const all = document.querySelector('.rows').getBoundingClientRect();
                  return rows.length === 8 && rows[7].bottom > all.bottom - 4 && rows.every(({ height }) => height > all.height / 10);
                }"""));
    }
}
