package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.guatu.app.TestBoard.SMALL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import io.guatu.access.Subject;
import io.guatu.domain.ScreenId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wall in a real browser, over a real line that may lose things. */
class WallIT extends BrowserCase {
    private static final String ZH = "鸿之达公司年产五千吨新型环保注塑制品智能生产线改造";
    private static final String EN = "Hongzhida smart eco injection-moulding line no.1";
    private static final TestClock CLOCK = new TestClock();

    /** Once the page has seated its rows anew. */
    static final String FITS = """
            async () => {
              for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
              return document.documentElement.scrollHeight <= innerHeight + 1
                && document.documentElement.scrollWidth <= innerWidth + 1;
            }""";

    @AfterEach
    void turnBack() {
        CLOCK.ahead(Duration.ZERO);
    }

    private void start(String seed) throws Exception {
        board = TestBoard.start(seed, CLOCK);
    }

    private Page wall(int width, int height, String query) {
        Page page = watched(browser.page(width, height));
        page.navigate(board.url() + "/wall" + query + "#" + screen("hall"));
        assertThat(page.locator(".row").first()).isVisible();
        return page;
    }

    /** Good for longer than any test moves its clock. */
    private String screen(String id) {
        return board.token(
                new Subject.Display(new ScreenId(id)), CLOCK.instant().plus(Duration.ofDays(30)));
    }

    private void report(String milestone, int percent) throws Exception {
        assertEquals(
                201,
                board.as(board.person("wang"))
                        .tell(
                                "underpass",
                                "{\"kind\":\"progress-reported\",\"milestone\":\"" + milestone + "\",\"percent\":"
                                        + percent + ",\"asOf\":\"2026-01-01\",\"note\":\"试验\"}")
                        .status());
    }

    @Test
    void a_change_shows_from_and_to_on_its_row_and_as_a_sentence() throws Exception {
        start(SMALL);
        Page wall = wall(1920, 1080, "");
        report("jacking", 60);
        Locator row = wall.locator("[data-project=underpass]");
        assertThat(row.locator(".new")).containsText("核实 58% → 76%");
        assertThat(wall.locator("[data-entry]").first()).containsText("30% → 60%");
    }

    @Test
    void the_day_turns_at_midnight_without_anybody() throws Exception {
        start(SMALL);
        Page wall = wall(1920, 1080, "");
        String today = wall.locator("header time").textContent();
        CLOCK.ahead(Duration.ofDays(1));
        assertThat(wall.locator("header time")).not().hasText(today);
        assertThat(wall.locator("[data-live]")).hasAttribute("data-live", "live");
    }

    @Test
    void a_frame_that_was_lost_is_asked_for() throws Exception {
        start(SMALL);
        AtomicBoolean losing = new AtomicBoolean();
        AtomicInteger lost = new AtomicInteger();
        Page page = watched(browser.page(1920, 1080));
        page.routeWebSocket("**/eventbus/websocket", route -> {
            var server = route.connectToServer();
            route.onMessage(frame -> {
                if (frame.binary() == null) {
                    server.send(frame.text());
                } else {
                    server.send(frame.binary());
                }
            });
            server.onMessage(frame -> {
                if (losing.get()) {
                    lost.incrementAndGet();
                } else if (frame.binary() == null) {
                    route.send(frame.text());
                } else {
                    route.send(frame.binary());
                }
            });
        });
        page.navigate(board.url() + "/wall#" + screen("hall"));
        Locator park = page.locator("[data-project=park]");
        assertThat(park).hasAttribute("data-verified", "48");
        losing.set(true);
        assertEquals(
                201,
                board.as(board.person("zhao"))
                        .tell(
                                "park",
                                "{\"kind\":\"progress-reported\",\"milestone\":\"plant\",\"percent\":51,\"asOf\":\"2026-01-01\",\"note\":\"更正\"}")
                        .status());
        page.waitForCondition(() -> lost.get() > 0);
        losing.set(false);
        report("jacking", 61);
        assertThat(park).hasAttribute("data-verified", "51");
        assertThat(page.locator("[data-project=underpass]")).hasAttribute("data-verified", "76.6");
    }

    @Test
    void a_new_version_of_the_program_loads_the_page_anew() throws Exception {
        start(SMALL);
        AtomicBoolean newer = new AtomicBoolean();
        AtomicReference<WebSocketRoute> line = new AtomicReference<>();
        Page page = watched(browser.page(1920, 1080));
        page.routeWebSocket("**/eventbus/websocket", route -> {
            var server = route.connectToServer();
            line.set(route);
            route.onMessage(frame -> server.send(frame.text()));
            server.onMessage(frame -> {
                String text =
                        frame.binary() == null ? frame.text() : new String(frame.binary(), StandardCharsets.UTF_8);
                route.send(newer.get() ? text.replaceAll("\"version\":\"[^\"]+\"", "\"version\":\"99\"") : text);
            });
        });
        page.navigate(board.url() + "/wall#" + screen("hall"));
        assertThat(page.locator(".row").first()).isVisible();
        page.evaluate("window.before = true");
        newer.set(true);
        line.get().close(); // nobody becomes another program on an open line
        page.waitForFunction("() => !window.before && Boolean(document.querySelector('.row'))");
    }

    @Test
    void a_screen_that_was_revoked_says_so_and_how_to_go_on() throws Exception {
        start(SMALL);
        Page wall = wall(1920, 1080, "");
        board.as(board.person("office")).delete("/api/screens/hall");
        assertThat(wall.locator("[data-refusal=token-revoked]")).containsText("项目办");
    }

    @Test
    void a_project_fills_the_screen_by_key_touch_and_address() throws Exception {
        start(SMALL);
        Page wall = wall(1920, 1080, "");
        wall.keyboard().press("ArrowDown");
        assertThat(wall.locator(".row.chosen")).hasCount(1);
        wall.keyboard().press("Enter");
        assertThat(wall.locator("wall-focus h2")).isVisible();
        assertTrue(wall.url().contains("#project="));
        assertThat(wall.locator("wall-focus tbody tr").first()).isVisible();
        String first = wall.locator("wall-focus h2").textContent();
        wall.keyboard().press("ArrowRight");
        assertThat(wall.locator("wall-focus h2")).not().hasText(first);
        wall.keyboard().press("Escape");
        assertThat(wall.locator("wall-focus")).hasCount(0);
        wall.locator("[data-project=park]").click();
        assertThat(wall.locator("wall-focus h2")).containsText("产业园");
        assertThat(wall.locator("wall-focus")).containsText("赵站长");
        wall.locator("wall-focus button").click();
        assertThat(wall.locator("wall-focus")).hasCount(0);
        wall.evaluate("location.hash = 'project=underpass'");
        assertThat(wall.locator("wall-focus h2")).containsText("铁路下穿");
    }

    @Test
    void an_open_project_shows_what_just_changed() throws Exception {
        start(SMALL);
        Page wall = wall(1920, 1080, "");
        wall.evaluate("location.hash = 'project=underpass'");
        assertThat(wall.locator("wall-focus tbody")).containsText("30%");
        report("jacking", 63);
        assertThat(wall.locator("wall-focus tbody")).containsText("63%");
        assertThat(wall.locator("wall-focus .said")).containsText("63%");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?theme=light", "?lamps=cb", "?theme=light&lamps=cb", "?lang=en&theme=light"})
    void every_word_stands_out_from_its_ground(String query) throws Exception {
        start("demo");
        Page page = watched(browser.open(1920, 1080));
        String screen = screen("leadership-room");
        page.navigate(board.url() + "/wall" + query + "#" + screen);
        assertThat(page.locator(".row").first()).isVisible();
        addAxe(page);
        assertEquals(List.of(), weak(page));
        page.evaluate("location.hash = 'project=bus-station'");
        assertThat(page.locator("wall-focus .said p").first()).isVisible();
        assertEquals(List.of(), weak(page));
    }

    @Test
    void old_values_stay_readable() throws Exception {
        start("demo");
        Page page = watched(browser.open(1920, 1080));
        WallTrustIT.Cable cable = new WallTrustIT.Cable();
        cable.through(page);
        page.navigate(board.url() + "/wall#" + screen("leadership-room"));
        assertThat(page.locator(".row").first()).isVisible();
        cable.cut();
        assertThat(page.locator(".band")).isVisible();
        addAxe(page);
        assertEquals(List.of(), weak(page));
    }

    static Object weak(Page page) {
        return page.evaluate("""
                async () => {
                  // What still fades in has not its own colour yet.
                  await Promise.all(document.getAnimations().map(({ finished }) => finished));
                  return (await axe.run(document, { runOnly: ['color-contrast'] })).violations
                  .flatMap(({ nodes }) => nodes.map((node) => node.target[0] + ' ' + node.any[0].message));
                }""");
    }

    @Test
    void sixty_projects_with_the_longest_names_fit_every_screen() throws Exception {
        start(town(60, 6).toString());
        for (String query : new String[] {"", "?lang=en"}) {
            Page wall = wall(1366, 768, query);
            for (int[] size : new int[][] {{1366, 768}, {1920, 1080}, {2560, 1440}, {3840, 2160}, {1080, 1920}}) {
                wall.setViewportSize(size[0], size[1]);
                String at = size[0] + "×" + size[1] + query;
                assertEquals(true, wall.evaluate(FITS), at);
                assertEquals(List.of(), wall.evaluate("""
                        [...document.querySelectorAll('h1, h2, h3, h4 span, .reason, .percent, .against, .age, .figures *, .lamps *, wall-foot p, wall-foot b, header *')]
                          .filter((each) => each.clientWidth > 0 && (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight * 1.25 + 1))
                          .map((each) => each.className + ' ' + each.textContent.trim())"""), at);
                assertThat(wall.locator(".row[data-lamp=red]")).hasCount(6);
            }
            wall.context().close();
        }
    }

    /** Names from 6 to 27 characters, some of the projects late. */
    static Path town(int projects, int late) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(
                "{\"day\":-99,\"by\":\"system\",\"update\":{\"kind\":\"board-opened\",\"name\":{\"zh\":\"大关镇重点项目\",\"en\":\"Daguan\"}}}");
        lines.add(
                "{\"day\":-99,\"by\":\"office\",\"update\":{\"kind\":\"screen-issued\",\"screen\":\"hall\",\"name\":\"大厅\",\"until\":\"@+99T\"}}");
        for (int i = 0; i < projects; i++) {
            int zh = 4 + i % 22;
            int en = 10 + i % 39;
            String line = "{\"day\":%d,\"by\":\"office\",\"project\":\"p-" + i + "\",\"update\":%s}";
            lines.add(line.formatted(
                    -98,
                    "{\"kind\":\"project-opened\",\"name\":{\"zh\":\"%s扩%02d\",\"en\":\"%s %02d\"},\"sector\":\"economy\",\"projectKind\":\"works\",\"stage\":\"implementation\"}"
                            .formatted(
                                    ZH.substring(0, zh), i, EN.substring(0, en).strip(), i)));
            lines.add(line.formatted(
                    -97,
                    "{\"kind\":\"milestone-planned\",\"milestone\":\"all\",\"name\":{\"zh\":\"主体工程\",\"en\":\"Structure\"},\"weight\":100,\"start\":\"@-90\",\"finish\":\"@"
                            + (i < late ? -30 : 90) + "\"}"));
            lines.add(line.formatted(
                    -1, "{\"kind\":\"progress-reported\",\"milestone\":\"all\",\"percent\":50,\"asOf\":\"@-1\"}"));
        }
        Path folder = Files.createDirectories(TestServer.FOLDER.resolve("town-" + projects));
        Files.write(folder.resolve("board.jsonl"), lines);
        return folder;
    }

    static void addAxe(Page page) throws IOException {
        try (InputStream file = WallIT.class.getResourceAsStream("/axe.min.js")) {
            String axe = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            page.addScriptTag(new Page.AddScriptTagOptions().setContent(axe));
        }
    }
}
