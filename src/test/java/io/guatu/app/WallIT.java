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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The wall in a real browser, over a real line that may lose things. */
class WallIT extends BrowserCase {
    private static final TestClock CLOCK = new TestClock();

    @AfterEach
    void turnBack() {
        CLOCK.ahead(Duration.ZERO);
    }

    private Page wall() throws Exception {
        board = TestBoard.start(SMALL, CLOCK);
        return watched(browser.page(1920, 1080));
    }

    private void open(Page wall) {
        wall.navigate(board.url() + "/wall#" + screen());
        assertThat(wall.locator(".row").first()).isVisible();
    }

    /** Good for longer than any test moves its clock. */
    private String screen() {
        return board.token(
                new Subject.Display(new ScreenId("hall")), CLOCK.instant().plus(Duration.ofDays(30)));
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

    /** One day of one wall: each step says what must hold then. */
    @Test
    void a_wall_shows_what_happens_and_what_is_asked_for_until_it_may_no_longer() throws Exception {
        Page wall = wall();
        open(wall);
        a_change_shows_from_and_to_on_its_row_and_as_a_sentence(wall);
        a_project_fills_the_screen_by_key_touch_and_address(wall);
        an_open_project_shows_what_just_changed(wall);
        the_day_turns_at_midnight_without_anybody(wall);
        a_screen_that_was_revoked_says_so_and_how_to_go_on(wall);
    }

    private void a_change_shows_from_and_to_on_its_row_and_as_a_sentence(Page wall) throws Exception {
        report("jacking", 60);
        Locator row = wall.locator("[data-project=underpass]");
        assertThat(row.locator(".new")).containsText("核实 58% → 76%");
        assertThat(wall.locator("[data-entry]").first()).containsText("30% → 60%");
    }

    private void a_project_fills_the_screen_by_key_touch_and_address(Page wall) {
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

    private void an_open_project_shows_what_just_changed(Page wall) throws Exception {
        assertThat(wall.locator("wall-focus tbody")).containsText("60%");
        report("jacking", 63);
        assertThat(wall.locator("wall-focus tbody")).containsText("63%");
        assertThat(wall.locator("wall-focus .said")).containsText("63%");
        wall.keyboard().press("Escape");
        assertThat(wall.locator("wall-focus")).hasCount(0);
    }

    private void the_day_turns_at_midnight_without_anybody(Page wall) {
        String today = wall.locator("header time").textContent();
        CLOCK.ahead(Duration.ofDays(1));
        assertThat(wall.locator("header time")).not().hasText(today);
        assertThat(wall.locator("[data-live]")).hasAttribute("data-live", "live");
    }

    private void a_screen_that_was_revoked_says_so_and_how_to_go_on(Page wall) throws Exception {
        var revoked = board.as(board.person("office")).delete("/api/screens/hall");
        assertTrue(revoked.status() / 100 == 2, () -> revoked.raw().body());
        assertThat(wall.locator("[data-refusal=token-revoked]")).containsText("项目办");
    }

    @Test
    void a_frame_that_was_lost_is_asked_for_and_a_new_version_of_the_program_loads_the_page_anew() throws Exception {
        Page page = wall();
        AtomicBoolean losing = new AtomicBoolean();
        AtomicInteger lost = new AtomicInteger();
        AtomicBoolean newer = new AtomicBoolean();
        AtomicReference<WebSocketRoute> line = new AtomicReference<>();
        page.routeWebSocket("**/eventbus/websocket", route -> {
            WebSocketRoute server = route.connectToServer();
            line.set(route);
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
                } else if (newer.get()) {
                    String text =
                            frame.binary() == null ? frame.text() : new String(frame.binary(), StandardCharsets.UTF_8);
                    route.send(text.replaceAll("\"version\":\"[^\"]+\"", "\"version\":\"99\""));
                } else if (frame.binary() == null) {
                    route.send(frame.text());
                } else {
                    route.send(frame.binary());
                }
            });
        });
        open(page);
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
        page.evaluate("window.before = true");
        newer.set(true);
        line.get().close(); // nobody becomes another program on an open line
        page.waitForFunction("() => !window.before && Boolean(document.querySelector('.row'))");
    }
}
