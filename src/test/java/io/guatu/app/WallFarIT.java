package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is on the wall is read from five metres, on a display of 65 inches: each text is 12 minutes of arc or more, what
 * matters 16, measured by the em, which for Chinese is the square that a character fills. And no words lie on others.
 */
class WallFarIT extends BrowserCase {
    /** Of a display of 65 inches, 16 to 9, across. */
    private static final String MEASURE = """
            ([smallest, which]) => {
              const millimetres = 1439 / innerWidth;
              const small = new Map();
              const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              for (let node; (node = walk.nextNode());) {
                const { parentElement } = node;
                const box = parentElement.getBoundingClientRect();
                if (!node.data.trim() || !box.width || !box.height || !parentElement.closest(which) || which !== '*' && parentElement.matches('small')) continue;
                const size = parseFloat(getComputedStyle(parentElement).fontSize) * millimetres;
                const minutes = Math.atan(size / 5000) * 180 / Math.PI * 60;
                if (minutes < smallest) small.set(`${parentElement.tagName} ${parentElement.className}`, `${minutes.toFixed(1)} ${node.data.trim()}`);
              }
              return [...small].map((each) => each.join(': '));
            }""";

    /** Pairs of texts whose letters cover each other, as far as they are in sight. */
    private static final String OVERPRINTS = """
            () => {
              const seen = [];
              const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              for (let node; (node = walk.nextNode());) {
                if (!node.data.trim()) continue;
                const range = document.createRange();
                range.selectNodeContents(node);
                for (const box of range.getClientRects()) {
                  // The letters stand in the middle of their line's box.
                  const size = parseFloat(getComputedStyle(node.parentElement).fontSize);
                  const middle = (box.top + box.bottom) / 2;
                  let [left, right, top, bottom] = [box.left, box.right, middle - size * 0.38, middle + size * 0.38];
                  for (let each = node.parentElement; each; each = each.parentElement) {
                    if (getComputedStyle(each).overflow === 'visible') continue;
                    const clip = each.getBoundingClientRect();
                    [left, right, top, bottom] = [Math.max(left, clip.left), Math.min(right, clip.right), Math.max(top, clip.top), Math.min(bottom, clip.bottom)];
                  }
                  if (right - left > 1 && bottom - top > 1) seen.push({ node, left, right, top, bottom, words: node.data.trim() });
                }
              }
              return seen.flatMap((one, i) => seen.slice(i + 1).filter((other) => other.node !== one.node
                  && Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2
                  && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 2)
                .map((other) => `${one.words} × ${other.words}`));
            }""";

    private static final String MATTERS =
            ".row:is(.red, .yellow) .percent, .row:is(.red, .yellow) .reason > p, .lamps b, .programme b, .figures b, .band, header h1, header [data-clock]";

    private Page wall(String seed, int width, int height, String query) throws Exception {
        board = TestBoard.start(seed, java.time.Clock.systemUTC());
        Page page = watched(browser.open(width, height));
        page.navigate(
                board.url() + "/wall" + query + "#" + board.screen(seed.equals("demo") ? "leadership-room" : "hall"));
        assertThat(page.locator(".row").first()).isVisible();
        settled(page);
        return page;
    }

    private static void settled(Page page) {
        page.evaluate(
                "async () => { await document.fonts.ready; for (let i = 0; i < 4; i++) await new Promise(requestAnimationFrame); await Promise.all(document.getAnimations().map(({ finished }) => finished)); }");
    }

    private static Object smaller(Page page, double minutes, String which) {
        return page.evaluate(MEASURE, List.of(minutes, which));
    }

    @ParameterizedTest
    @CsvSource({"1920, 1080, ''", "3840, 2160, ''", "1920, 1080, ?lang=en&theme=light"})
    void everything_is_read_from_five_metres(int width, int height, String query) throws Exception {
        Page wall = wall("demo", width, height, query);
        assertThat(wall.locator("progress-curve .legend")).isVisible();
        assertEquals(List.of(), smaller(wall, 12, "*"));
        assertEquals(List.of(), smaller(wall, 16, MATTERS));
        assertEquals(List.of(), shortNames(wall), "a name that fits has its lamp's size");
        assertEquals(List.of(), wall.evaluate(OVERPRINTS));
        wall.evaluate("location.hash = 'project=hefan-underpass'");
        assertThat(wall.locator("wall-focus .said p").first()).isVisible();
        settled(wall);
        assertEquals(List.of(), smaller(wall, 12, "*"));
        assertEquals(List.of(), wall.evaluate(OVERPRINTS));
    }

    /** Those that are set small although they fit larger. */
    private static Object shortNames(Page wall) {
        return wall.evaluate("""
                () => [...document.querySelectorAll('.row:is(.red, .yellow) h2')]
                  .filter((name) => parseFloat(getComputedStyle(name).fontSize) < parseFloat(getComputedStyle(name.closest('.cells')).fontSize)
                    && [...name.textContent].length <= 10)
                  .map((name) => name.textContent)""");
    }

    /** That nothing lies on other words at any size, {@link FiveMetresIT} sees. */
    @ParameterizedTest
    @CsvSource({"8, 3", "60, 6"})
    void the_rows_fill_the_wall_and_a_red_without_a_place_is_counted(int projects, int late) throws Exception {
        Page wall = wall(WallIT.town(projects, late).toString(), 1920, 1080, "");
        assertEquals(List.of(), smaller(wall, 12, "*"));
        int hidden = ((Number)
                        wall.evaluate(
                                "() => { const list = document.querySelector('.why .list'); const { right } = list.getBoundingClientRect(); return [...list.children].filter((each) => each.getBoundingClientRect().right > right + 1).length; }"))
                .intValue();
        assertThat(wall.locator(".why h3")).containsText(hidden > 0 ? "另有 " + hidden + " 个" : "红灯原因");
        double filled = ((Number)
                        wall.evaluate(
                                "() => { const last = [...document.querySelectorAll('.row, .small')].pop().getBoundingClientRect().bottom; const rows = document.querySelector('.rows').getBoundingClientRect(); return (last - rows.top) / rows.height; }"))
                .doubleValue();
        assertTrue(filled > 0.75, "the rows fill the wall: " + filled);
    }

    @Test
    void a_wall_that_lost_its_line_prints_nothing_over_either() throws Exception {
        Page wall = wall("demo", 1920, 1080, "");
        wall.evaluate(
                "() => { const band = document.createElement('p'); band.className = 'band'; band.textContent = '已断线 · 数据截至 08:00 · 已过 12 分钟'; document.querySelector('#wall > header').after(band); }");
        settled(wall);
        assertEquals(List.of(), wall.evaluate(OVERPRINTS));
    }
}
