package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BrowserIT extends BrowserCase {

    @BeforeEach
    void start() throws Exception {
        board = TestBoard.start();
    }

    private Page page(int width, int height, String path) {
        Page page = watched(browser.page(width, height));
        page.navigate(board.url() + path);
        return page;
    }

    @Test
    void one_update_travels_from_the_phone_to_a_solid_wall_and_a_revoked_phone_is_told() throws Exception {
        Page wall = page(1920, 1080, "/wall#" + board.screen("hall"));
        Page phone = page(390, 844, "/report#" + board.contractor("g-li"));
        Page desk = page(1440, 900, "/desk");

        Locator row = wall.locator("[data-project=underpass]");
        assertThat(wall.locator("[data-live]")).hasAttribute("data-live", "live");
        assertThat(row).hasAttribute("data-verified", "58");
        assertThat(wall.locator("[data-entry]").first()).containsText("48%");
        assertEquals("/wall", wall.evaluate("location.pathname + location.hash"), "the token leaves the address bar");

        phone.locator("[data-milestone=jacking]").click();
        phone.locator("input[data-percent]").fill("61");
        phone.locator("[data-act=plus]").click();
        assertThat(phone.locator("[data-act=send]")).containsText("62");
        phone.locator("[data-act=send]").click();
        assertThat(phone.locator("[data-sent]").first()).containsText("62%");
        assertThat(row).hasAttribute("data-pending", "77.2");
        assertThat(row).hasAttribute("data-verified", "58");
        assertThat(wall.locator("[data-entry]").first()).containsText("30% → 62%");

        desk.locator("input[name=name]").fill("wang");
        desk.locator("input[name=password]").fill("wang-password");
        desk.locator("#login button").click();
        Locator waiting = desk.locator("[data-report]");
        assertThat(waiting).hasCount(1);
        assertThat(waiting).containsText("62%");
        waiting.locator("[data-act=verify]").click();
        desk.locator("hold-bar [data-act=tell-now]").click();
        assertThat(waiting).hasCount(0);
        assertThat(row).hasAttribute("data-verified", "77.2");
        assertThat(row).not().hasAttribute("data-pending", "77.2");
        assertThat(phone.locator("[data-sent]").first()).hasAttribute("data-state", "verified");

        desk.locator("[data-nav=access]").click();
        desk.locator("[data-grant=g-li] [data-act=revoke]").click();
        desk.locator("[data-grant=g-li] [data-act=revoke-sure]").click();
        assertThat(phone.locator("[data-refusal=token-revoked]")).isVisible();
        int status = board.as(board.contractor("g-li"))
                .tell("underpass", "{\"kind\":\"still-true\"}")
                .status();
        assertTrue(status == 401 || status == 403, "its next post gets " + status);
        phone.context().close();
        desk.context().close();
        the_wall_says_when_the_line_is_lost_and_repairs_itself(wall);
        nothing_overflows_at_the_sizes_people_have(wall);
        assertEquals(List.of(), faults());
    }

    private void the_wall_says_when_the_line_is_lost_and_repairs_itself(Page wall) throws Exception {
        int port = board.port();
        board.close();
        assertThat(wall.locator("[data-live]")).hasAttribute("data-live", "stale");
        assertThat(wall.locator("[data-project=park]")).hasAttribute("data-verified", "48");
        board = TestBoard.again(board.database(), port);
        var told = board.as(board.person("zhao"))
                .tell(
                        "park",
                        "{\"kind\":\"progress-reported\",\"milestone\":\"plant\",\"percent\":49,\"asOf\":\"2026-01-01\",\"note\":\"更正\"}");
        assertEquals(201, told.status(), () -> told.raw().body());
        assertThat(wall.locator("[data-live]")).hasAttribute("data-live", "live");
        assertThat(wall.locator("[data-project=park]")).hasAttribute("data-verified", "49");
    }

    private void nothing_overflows_at_the_sizes_people_have(Page wall) {
        assertThat(wall.locator("[data-project]")).hasCount(2);
        List<String> flaws = new ArrayList<>();
        new Glass(wall, flaws).look("two projects");
        assertEquals(List.of(), flaws);
    }

    @Test
    void every_page_of_a_demonstration_says_so_from_the_door_on_and_a_report_made_without_network_is_sent_once()
            throws Exception {
        Page page = page(1440, 900, "/report");
        assertThat(page.locator("[data-refusal=missing]")).isVisible(); // without access it says how to get it
        for (String path : List.of(
                "/", "/desk", "/meeting", "/wall#" + board.screen("hall"), "/report#" + board.contractor("g-li"))) {
            page.navigate(board.url() + path);
            assertThat(page.locator(".demo").first()).hasText("演示数据");
        }
        page.context().close();
        Page phone = page(390, 844, "/report#" + board.contractor("g-park"));
        assertThat(phone.locator("[data-milestone=plant]")).isVisible();
        assertThat(phone.locator("header .demo")).isVisible();
        phone.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
        phone.context().setOffline(true);
        phone.reload();
        assertThat(phone.locator("header .demo")).isVisible();
        a_report_made_without_network_is_sent_once_when_it_is_back(phone);
    }

    private void a_report_made_without_network_is_sent_once_when_it_is_back(Page phone) {
        phone.locator("input[data-percent]").fill("55");
        phone.locator("[data-act=send]").click();
        assertThat(phone.locator("[data-queued]")).hasAttribute("data-state", "queued");
        phone.context().setOffline(false);
        assertThat(phone.locator("[data-queued]")).hasCount(0);
        assertThat(phone.locator("[data-sent]")).hasCount(1);
        phone.reload();
        assertThat(phone.locator("[data-sent]")).hasCount(1);
        assertEquals(List.of(), faults());
    }

    @Test
    void the_stock_sockjs_protocol_is_served() throws Exception {
        Page page = browser.open(800, 600);
        page.navigate(board.url() + "/");
        try (InputStream sockjs =
                getClass().getResourceAsStream("/META-INF/resources/webjars/sockjs-client/1.6.1/dist/sockjs.min.js")) {
            page.addScriptTag(new Page.AddScriptTagOptions()
                    .setContent(new String(sockjs.readAllBytes(), StandardCharsets.UTF_8)));
        }
        Object seq = page.evaluate("""
                ([token]) => new Promise((resolve, reject) => {
                  const socket = new SockJS('/eventbus');
                  const headers = { Authorization: 'Bearer ' + token };
                  socket.onopen = () => {
                    socket.send(JSON.stringify({ type: 'register', address: 'board.live', headers }));
                    socket.send(JSON.stringify({ type: 'send', address: 'board.sync', body: {}, replyAddress: 'r-1', headers }));
                  };
                  socket.onmessage = ({ data }) => {
                    const message = JSON.parse(data);
                    if (message.address === 'r-1') resolve(message.body.cards.length);
                  };
                  socket.onclose = ({ reason }) => reject(new Error(reason));
                })""", List.of(board.screen("hall")));
        assertEquals(2, seq);
    }
}
