package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A line that stays open and says nothing any more, as behind a cable that was pulled. */
class DeadLineIT extends BrowserCase {
    @Test
    void after_fifteen_seconds_the_wall_says_so_and_leaves_the_line_at_once() throws Exception {
        board = TestBoard.start();
        AtomicInteger lines = new AtomicInteger();
        AtomicBoolean dead = new AtomicBoolean();
        Page wall = watched(browser.page(1920, 1080));
        wall.clock().install();
        wall.addInitScript("""
                window.WebSocket = class extends WebSocket {
                  constructor(...where) {
                    super(...where);
                    this.addEventListener('message', () => (window.heard = Date.now()));
                  }
                };""");
        wall.routeWebSocket("**/eventbus/websocket", line -> {
            boolean first = lines.incrementAndGet() == 1;
            var server = line.connectToServer();
            line.onMessage(frame -> {
                if (!first || !dead.get()) {
                    if (frame.text() == null) {
                        server.send(frame.binary());
                    } else {
                        server.send(frame.text());
                    }
                }
            });
            server.onMessage(frame -> {
                if (!first || !dead.get()) {
                    if (frame.text() == null) {
                        line.send(frame.binary());
                    } else {
                        line.send(frame.text());
                    }
                }
            });
            // Nobody answers the closing handshake.
            line.onClose((code, reason) -> {});
        });
        wall.navigate(board.url() + "/wall#" + board.screen("hall"));
        assertThat(wall.locator("[data-live]")).hasAttribute("data-live", "live");
        // By the page's own clock: it goes on between the acts of this test too, by as much as the machine is busy.
        wall.evaluate("""
                () => {
                  window.said = [];
                  new MutationObserver(() => window.said.push({ is: document.querySelector('[data-live]').dataset.live, silent: Date.now() - window.heard }))
                    .observe(document.body, { subtree: true, attributes: true, attributeFilter: ['data-live'] });
                }""");
        dead.set(true);
        wall.clock().runFor(17_000);
        assertThat(wall.locator("[data-live]")).hasAttribute("data-live", "live");
        assertEquals(2, lines.get());
        assertEquals("stale", wall.evaluate("window.said[0].is"));
        int silent = (Integer) wall.evaluate("window.said[0].silent");
        assertTrue(silent >= 14_000, "what was heard last is about fifteen seconds old, and was " + silent + " ms");
    }
}
