package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import io.guatu.access.Subject;
import io.guatu.domain.ScreenId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A wall that hangs there all day: what it comes back from by itself, and what it leaves behind. */
class WallTrustIT extends BrowserCase {
    private static final int IDLE_MILLIS = 90_000;
    private static final int TURN_MILLIS = 12_000;
    private static final int TURNS = 16;
    private static final int ROUNDS = 4;

    /** A line that can be cut while the page and the server live on. */
    static final class Cable {
        private final AtomicBoolean cut = new AtomicBoolean();
        private final List<WebSocketRoute> open = new CopyOnWriteArrayList<>();

        void through(Page page) {
            page.routeWebSocket("**/eventbus/websocket", route -> {
                if (cut.get()) {
                    route.close();
                    return;
                }
                WebSocketRoute server = route.connectToServer();
                open.add(route);
                route.onMessage(frame -> server.send(frame.text()));
                server.onMessage(frame -> {
                    if (frame.binary() == null) {
                        route.send(frame.text());
                    } else {
                        route.send(frame.binary());
                    }
                });
            });
        }

        void cut() {
            cut.set(true);
            open.forEach(WebSocketRoute::close);
            open.clear();
        }

        void mend() {
            cut.set(false);
        }
    }

    private String link() {
        return board.url() + "/wall#"
                + board.token(
                        new Subject.Display(new ScreenId("hall")), Instant.now().plus(Duration.ofDays(90)));
    }

    private Page page() {
        return watched(browser.page(1920, 1080));
    }

    private void report(int percent) throws Exception {
        var told = board.as(board.person("wang"))
                .tell(
                        "underpass",
                        "{\"kind\":\"progress-reported\",\"milestone\":\"jacking\",\"percent\":" + percent
                                + ",\"asOf\":\"2026-01-01\",\"note\":\"试验\"}");
        assertEquals(201, told.status());
    }

    /** What one wall comes back from, one thing after the other. */
    @Test
    void a_wall_comes_back_from_a_cut_line_from_being_left_and_from_a_closed_lid() throws Exception {
        board = TestBoard.start();
        Page page = page();
        Cable cable = new Cable();
        cable.through(page);
        page.clock().install();
        page.navigate(link());
        what_was_said_while_the_line_was_cut_is_on_the_foot_when_it_is_back(page, cable);
        without_anybody_it_returns_to_the_overview_and_forgets_what_was_chosen(page);
        a_lid_that_was_closed_is_noticed_at_once(page);
    }

    private void what_was_said_while_the_line_was_cut_is_on_the_foot_when_it_is_back(Page page, Cable cable)
            throws Exception {
        assertThat(page.locator("[data-entry]").first()).isVisible();
        cable.cut();
        assertThat(page.locator(".band")).containsText("已断线");
        assertThat(page.locator("[data-project=underpass]")).hasAttribute("data-verified", "58");
        report(66);
        cable.mend();
        assertThat(page.locator("[data-entry]").first()).containsText("30% → 66%");
        assertThat(page.locator("[data-project=underpass]")).hasAttribute("data-verified", "79.6");
        assertThat(page.locator(".band")).hasCount(0);
    }

    private void without_anybody_it_returns_to_the_overview_and_forgets_what_was_chosen(Page page) {
        page.locator("[data-project=park]").click();
        assertThat(page.locator("wall-focus")).isVisible();
        page.clock().runFor(IDLE_MILLIS + 2_000);
        assertThat(page.locator("wall-focus")).hasCount(0);
        assertThat(page.locator(".chosen")).hasCount(0);
        assertEquals("/wall", page.evaluate("location.pathname + location.hash"));
    }

    private void a_lid_that_was_closed_is_noticed_at_once(Page page) {
        assertThat(page.locator("[data-live]")).hasAttribute("data-live", "live");
        page.evaluate("""
                () => {
                  window.lines = [];
                  new MutationObserver(() => window.lines.push(document.documentElement.dataset.line))
                    .observe(document.documentElement, { attributeFilter: ['data-line'] });
                }""");
        page.clock().fastForward(3_600_000);
        page.waitForFunction("() => window.lines.includes('stale')");
        page.waitForFunction("() => document.documentElement.dataset.line === 'live'");
    }

    @Test
    void a_page_that_lost_a_file_on_the_way_loads_itself_again() throws Exception {
        board = TestBoard.start();
        Page page = browser.page(1920, 1080); // its fault is the point
        AtomicBoolean lost = new AtomicBoolean();
        page.clock().install();
        page.route(Pattern.compile("/wall-zh-\\w+\\.json$|/text/zh\\.json$"), route -> {
            if (lost.compareAndSet(false, true)) {
                route.abort();
            } else {
                route.resume();
            }
        });
        page.navigate(link());
        page.waitForCondition(lost::get);
        page.clock().runFor(25_000);
        assertThat(page.locator(".row").first()).isVisible();
    }

    @Test
    void turning_pages_leaves_nothing_behind() throws Exception {
        board = TestBoard.start(WallTown.of(38, 6).toString(), java.time.Clock.systemUTC());
        Page page = watched(browser.open(1366, 768));
        page.clock().install();
        page.navigate(link());
        assertThat(page.locator(".turns")).containsText("1/2");
        page.evaluate("document.documentElement.style.visibility = 'hidden'"); // what is left behind is not seen
        String count = """
                () => {
                  const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
                  let nodes = 0;
                  while (walker.nextNode()) nodes++;
                  return nodes;
                }""";
        // What was asked for beside the board comes once, however late; what is left behind comes with every round of
        // turns.
        int before = most(page, count);
        for (int round = 1, after; (after = afterTurns(page, count)) >= before + TURNS; round++) {
            assertTrue(round < ROUNDS, before + " nodes became " + after);
            before = after;
        }
    }

    private static int afterTurns(Page page, String count) {
        for (int turn = 0; turn < TURNS; turn++) {
            page.clock().runFor(TURN_MILLIS);
        }
        return most(page, count);
    }

    /** The pages are not of one size, and each pulse sets the page's clock right: until each of the two was seen. */
    private static int most(Page page, String count) {
        Map<String, Integer> seen = new HashMap<>();
        for (int turn = 0; seen.size() < 2 && turn < 60; turn++) {
            page.clock().runFor(TURN_MILLIS);
            seen.put(page.locator(".turns").textContent(), (Integer) page.evaluate(count));
        }
        assertEquals(2, seen.size(), "both pages were seen");
        return Collections.max(seen.values());
    }

    @Test
    void a_new_link_replaces_one_that_was_refused_and_a_leader_who_is_logged_in_here_issues_a_directive()
            throws Exception {
        board = TestBoard.start();
        Page page = page();
        a_new_link_in_the_same_window_replaces_the_one_that_was_refused(page);
        a_socket_that_opens_makes_no_line_live_only_a_frame_does(page);
        a_leader_who_is_logged_in_here_issues_a_directive_on_the_wall(page);
    }

    private void a_new_link_in_the_same_window_replaces_the_one_that_was_refused(Page page) {
        page.navigate(board.url() + "/wall#" + board.screen("nowhere"));
        assertThat(page.locator("[data-refusal]")).isVisible();
        page.evaluate("link => { location.hash = link.split('#')[1]; }", link());
        assertThat(page.locator(".row").first()).isVisible();
        assertEquals("/wall", page.evaluate("location.pathname + location.hash"));
    }

    private void a_socket_that_opens_makes_no_line_live_only_a_frame_does(Page page) {
        Object said = page.evaluate("""
                async () => {
                  const { Store } = await import('/store/store.js');
                  let take;
                  const bridge = Object.assign(new EventTarget(), {
                    register: (address, handler) => { take = handler; },
                    request: () => Promise.reject(new Error('unavailable')), // a node that cannot read the ledger
                    restart: () => {},
                  });
                  const store = new Store(bridge);
                  const said = [];
                  store.addEventListener('line', () => said.push(store.line));
                  const frame = { epoch: 'e', day: '2026-01-01', seq: 1, prev: 0, at: new Date().toISOString(),
                    board: { zone: 'Asia/Shanghai', version: '1' }, cards: [], totals: {} };
                  take(frame);
                  for (const event of ['close', 'open', 'close', 'open']) bridge.dispatchEvent(new Event(event));
                  take({ ...frame, seq: 9, prev: 8 }); // what is missing between is still to be asked for
                  said.push('then');
                  take({ ...frame, seq: 9 });
                  return said.join(' ');
                }""");
        assertEquals("live stale then live", said);
    }

    private void a_leader_who_is_logged_in_here_issues_a_directive_on_the_wall(Page page) {
        admit(page, "li", "li-password-1");
        page.navigate("about:blank"); // the same address with another token opens no page anew
        page.navigate(link());
        page.locator("[data-project=park]").click();
        page.locator("[data-tell=directive-issued]").click();
        page.locator("[name=text]").fill("这是对另一个项目说的");
        page.locator("[data-tell], .main").first().blur();
        page.locator("wall-focus header button").focus();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("wall-focus h2")).containsText("铁路下穿");
        assertThat(page.locator("form[data-kind=directive-issued]")).hasCount(0); // what was typed is about the other
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("wall-focus h2")).containsText("产业园");
        page.locator("[data-tell=directive-issued]").focus();
        page.keyboard().press("Enter");
        Locator form = page.locator("form[data-kind=directive-issued]");
        assertThat(form.locator("[name=text]")).hasValue("这是对另一个项目说的");
        form.locator("[name=text]").fill("本周协调要点");
        form.locator("[name=deadline]").fill("2027-01-20");
        form.locator("button.main").click();
        assertThat(form).hasCount(0);
        assertThat(page.locator("wall-focus aside")).containsText("本周协调要点");
    }
}
