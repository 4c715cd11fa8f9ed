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

/** What can be read from five metres, as {@link Glass} measures it: the demonstration, towns of every size, and a code. */
class FiveMetresIT extends BrowserCase {
    private static final int[][] MORE_SIZES = {{1366, 768}, {1920, 1080}, {2560, 1440}, {3840, 2160}, {1080, 1920}};
    private static final int FEW = 8;
    private static final int MANY = 60;

    /** What is cut off where the longest names stand. */
    private static final String CUT = """
            () => [...document.querySelectorAll('h1, h2, h3, h4 span, .reason, .percent, .against, .age, .figures *, .lamps *, wall-foot p, wall-foot b, header *')]
              .filter((each) => each.clientWidth > 0 && (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight * 1.25 + 1))
              .map((each) => `cut: ${each.className} ${each.textContent.trim()}`)""";

    /** What the curve's scale says, where a line runs through it. */
    private static final String STRUCK = """
            () => [...document.querySelectorAll('.plot')].flatMap((plot) => [...plot.querySelectorAll('span')].filter((words) => words.getClientRects().length).flatMap((words) => {
              const { left, right, top, bottom } = words.getBoundingClientRect();
              const high = parseFloat(getComputedStyle(words).fontSize) * 0.8;
              const through = [...plot.querySelectorAll('path')].some((line) => {
                const [length, there] = [line.getTotalLength(), line.getScreenCTM()];
                return Array.from({ length: 201 }, (_, i) => line.getPointAtLength((length * i) / 200).matrixTransform(there))
                  .some(({ x, y }) => x >= left && x <= right && Math.abs(y - (top + bottom) / 2) < high / 2);
              });
              return through ? [`struck: ${words.textContent}`] : [];
            }))""";

    /** A county's wall: counts of three digits, projects that are done but for the last check, and a curve that is high already. */
    private static final String OF_HUNDREDS = """
            async () => {
              const [chart, side] = document.querySelectorAll('wall-chart, wall-side');
              for (const card of chart.board.cards.values()) card.progress = { verified: 99.4, pending: 100, time: 100 };
              const on = (days, percent) => ({ day: new Date(Date.parse(chart.board.day) + days * 864e5).toISOString().slice(0, 10), percent });
              side.digest.value.programme.curve = { planned: [on(-400, 0), on(-190, 80), on(120, 100)], verified: [on(-400, 0), on(-190, 74), on(0, 91)] };
              Object.assign(side.board.totals.lamps, { red: 198, yellow: 124, green: 182, grey: 332, done: 164 });
              for (const then of [side.digest.value?.yesterday, side.digest.value?.meeting].filter(Boolean)) Object.assign(then.lamps, { red: -125, yellow: -12, green: -155, grey: 193, done: -101 });
              for (const part of [chart, side]) part.requestUpdate();
              await Promise.all([chart.updateComplete, side.updateComplete]);
            }""";

    private final List<String> flaws = new ArrayList<>();

    private final WallTrustIT.Cable cable = new WallTrustIT.Cable();

    private Page page() {
        Page page = watched(browser.open(1920, 1080));
        cable.through(page);
        return page;
    }

    /** The same page, opened anew on a glass of this size. */
    private void wall(Page page, int[] size, String query, String screen) {
        cable.mend();
        page.setViewportSize(size[0], size[1]);
        page.navigate(board.url() + "/wall" + query + "#" + board.screen(screen));
        assertThat(page.locator(".row, .small").first()).isVisible();
    }

    /** Opened on the largest glass in one language, on the usual one in the other; light has other colours only. */
    @Test
    void the_demonstration_is_read_from_five_metres_and_no_words_lie_on_others() throws Exception {
        board = TestBoard.start("demo", Clock.systemUTC());
        Page page = page();
        for (String query : List.of("", "?lang=en&theme=light")) {
            wall(page, query.isEmpty() ? new int[] {3840, 2160} : new int[] {1920, 1080}, query, "leadership-room");
            assertThat(page.locator("progress-curve .legend").first()).isVisible();
            Glass glass = new Glass(page, flaws);
            glass.look("wall " + query, Glass.SIZES, (width, at) -> {
                if (width == 1920 || width == 3840) {
                    glass.large(at);
                    glass.namesAreLarge(at);
                }
            });
            for (String project : List.of("bus-station", "hefan-underpass")) {
                page.evaluate("project => { location.hash = 'project=' + project; }", project);
                assertThat(page.locator("wall-focus .said p").first()).isVisible();
                glass.look(project + query, Glass.SIZES, (width, at) -> {
                    if (width == 1920 || width == 3840) {
                        glass.large(at);
                    }
                });
            }
            page.keyboard().press("Escape");
            page.keyboard().press("ArrowLeft");
            assertThat(page.locator("time-machine input")).isVisible();
            assertThat(page.locator(".row").first()).isVisible();
            glass.look("past " + query);
        }
        assertEquals(List.of(), flaws);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, FEW, 21, MANY})
    void no_words_of_a_town_lie_on_others_and_its_rows_fill_the_wall(int projects) throws Exception {
        int late = Math.min(6, (projects + 1) / 2);
        board = TestBoard.start(WallTown.of(projects, late).toString(), Clock.systemUTC());
        Page page = page();
        for (String query : List.of("", "?lang=en")) {
            wall(page, query.isEmpty() ? new int[] {1920, 1080} : new int[] {1366, 768}, query, "hall");
            Glass glass = new Glass(page, flaws);
            String town = projects + " projects " + query;
            glass.look(town, projects == MANY ? MORE_SIZES : Glass.SIZES, (width, at) -> {
                if (projects == MANY) {
                    glass.note(at, CUT, null);
                    assertThat(page.locator(".row[data-lamp=red]")).hasCount(late);
                }
                if (width == 1920 && query.isEmpty() && (projects == FEW || projects == MANY)) {
                    glass.readable(at);
                    filled(page, projects, at);
                }
            });
            if (projects == MANY) {
                page.evaluate(OF_HUNDREDS);
                glass.look("figures of hundreds " + town, Glass.SIZES, (width, at) -> glass.note(at, STRUCK, null));
            }
            cable.cut();
            assertThat(page.locator(".band")).isVisible();
            glass.look("band " + town);
            page.keyboard().press("ArrowLeft");
            assertThat(page.locator("time-machine input")).isVisible();
            glass.look("band and past " + town);
        }
        assertEquals(List.of(), flaws);
    }

    /** The rows fill the wall, and a red without a place among the reasons is counted. */
    private static void filled(Page page, int projects, String at) {
        int hidden = ((Number)
                        page.evaluate(
                                "() => { const list = document.querySelector('.why .list'); const { right } = list.getBoundingClientRect(); return [...list.children].filter((each) => each.getBoundingClientRect().right > right + 1).length; }"))
                .intValue();
        assertThat(page.locator(".why h3")).containsText(hidden > 0 ? "另有 " + hidden + " 个" : "红灯原因");
        double filled = ((Number)
                        page.evaluate(
                                "() => { const last = [...document.querySelectorAll('.row, .small')].pop().getBoundingClientRect().bottom; const rows = document.querySelector('.rows').getBoundingClientRect(); return (last - rows.top) / rows.height; }"))
                .doubleValue();
        assertTrue(filled > 0.75, at + ": the rows fill the wall: " + filled);
        if (projects == FEW) {
            assertEquals(true, page.evaluate("""
                () => {
                  const rows = [...document.querySelectorAll('.row')].map((row) => row.getBoundingClientRect());
                  const all = document.querySelector('.rows').getBoundingClientRect();
                  return rows.length === 8 && rows[7].bottom > all.bottom - 4 && rows.every(({ height }) => height > all.height / 10);
                }"""), at + ": few projects fill the wall");
        }
    }

    /** Who types a code looks up at each of its signs: an angle of a degree and more, the widest signs too, on every glass. */
    @Test
    void a_code_to_pair_the_wall_is_read_at_a_glance() throws Exception {
        board = TestBoard.start("demo", Clock.systemUTC());
        String address = "{\"kind\":\"address-named\",\"address\":\"https://board.daguan.example\"}";
        var named = board.as(board.person("office")).post("/api/updates", address, "Idempotency-Key", "address");
        assertEquals(201, named.status(), () -> named.raw().body());
        Page page = page();
        for (String query : List.of("", "?lang=en&theme=light")) {
            page.navigate(board.url() + "/wall" + query);
            assertThat(page.locator("wall-pairing svg")).isVisible();
            assertThat(page.locator("town-door")).not().isEmpty();
            page.evaluate(
                    "() => document.querySelectorAll('.code b').forEach((half, n) => half.replaceChildren('MW'[n].repeat(3)))");
            Glass glass = new Glass(page, flaws);
            glass.look("code " + query, Glass.SIZES, (width, at) -> {
                if (width == 1920 || width == 3840) {
                    glass.large(at);
                    Object minutes = page.evaluate(
                            "() => 2 * Math.atan(parseFloat(getComputedStyle(document.querySelector('.code')).fontSize) * 1.439 / innerWidth / 10) * 180 / Math.PI * 60");
                    assertTrue(((Number) minutes).doubleValue() >= 60, at + ": " + minutes + "′");
                }
            });
        }
        assertEquals(List.of(), flaws);
    }
}
