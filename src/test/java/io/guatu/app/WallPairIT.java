package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.guatu.app.TestBoard.SMALL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A wall without a link: it shows a code, somebody types it, and it lights up. */
class WallPairIT extends BrowserCase {
    private static final String ADDRESS = "https://board.daguan.example";
    private final TestClock clock = new TestClock();

    private Page wall() throws Exception {
        board = TestBoard.start(SMALL, clock);
        Page wall = watched(browser.page(1920, 1080));
        wall.navigate(board.url() + "/wall");
        assertThat(pairing(wall, "shown")).isVisible();
        return wall;
    }

    private static Locator pairing(Page wall, String state) {
        return wall.locator("wall-pairing[state=" + state + "]");
    }

    private static String code(Page wall) {
        return wall.locator("wall-pairing .code").textContent().trim();
    }

    private Page office(String place, int width, int height) {
        Page desk = watched(browser.page(width, height));
        desk.navigate(board.url() + place);
        desk.locator("input[name=name]").fill("office");
        desk.locator("input[name=password]").fill("office-password");
        desk.keyboard().press("Enter");
        assertThat(desk.locator("pair-form")).isVisible();
        return desk;
    }

    @Test
    void a_code_is_replaced_when_it_is_over_a_wrong_one_says_what_to_look_at_and_the_right_one_lights_the_wall_up()
            throws Exception {
        Page wall = wall();
        assertTrue(code(wall).matches("[34679CFHJKMNPRTWXY]{3} [34679CFHJKMNPRTWXY]{3}"), code(wall));
        aCodeThatIsOverIsReplacedAndOneThatNobodyCanCheckIsNotShownAsGood(wall);
        Page desk = office("/desk/screens", 1440, 900);
        desk.locator("pair-form [name=userCode]").fill("333 333");
        desk.locator("pair-form [name=name]").fill("门厅");
        desk.locator("pair-form button.main").click();
        assertThat(desk.locator("pair-form .flaw")).containsText("大屏上的六位代码");
        assertThat(desk.locator("pair-form [name=userCode]")).isFocused();
        assertThat(desk.locator("pair-form [name=name]")).hasValue("门厅");
        desk.locator("pair-form [name=userCode]").fill("");
        desk.locator("pair-form [name=name]").fill("");
        desk.locator("pair-form [name=userCode]").focus();
        desk.keyboard().type(code(wall).toLowerCase());
        desk.keyboard().press("Tab");
        desk.keyboard().type("二楼会议室");
        long pressed = System.nanoTime();
        desk.keyboard().press("Enter");
        wall.waitForSelector(".row", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        Duration dark = Duration.ofNanos(System.nanoTime() - pressed);
        assertTrue(
                dark.compareTo(Duration.ofSeconds(5)) < 0,
                "on a machine with nothing else to do a second; here " + dark);
        assertThat(desk.locator("screens-desk .saved")).containsText("二楼会议室");
        assertThat(desk.locator("[data-screen][data-state=live] .rename")).hasValue("二楼会议室");
        assertThat(desk.locator("pair-form [name=userCode]")).hasValue("");
        wall.reload();
        assertThat(wall.locator(".row").first()).isVisible(); // it keeps its token
    }

    @Test
    void a_phone_that_scans_the_wall_finds_the_code_filled_in_and_a_wall_is_paired_anew() throws Exception {
        Page wall = wall();
        assertThat(wall.locator("wall-pairing svg")).hasCount(0); // this machine's own address opens nothing on a phone
        assertThat(wall.locator("wall-pairing .nowhere")).containsText("看板地址");
        var named = board.as(board.person("office"))
                .post(
                        "/api/updates",
                        "{\"kind\":\"address-named\",\"address\":\"" + ADDRESS + "\"}",
                        "Idempotency-Key",
                        "a");
        assertEquals(201, named.status(), () -> named.raw().body());
        wall.navigate(
                board.url() + "/wall?theme=light"); // what reads it here takes a dark edge of the picture for the code
        Locator qr = wall.locator("wall-pairing svg");
        assertThat(qr).isVisible();
        String scanned = GrantIT.scan(qr);
        assertEquals(ADDRESS + "/desk/screens?code=" + code(wall).replace(" ", ""), scanned);
        Page phone = office(scanned.substring(ADDRESS.length()), 390, 844);
        assertThat(phone.locator("pair-form [name=userCode]"))
                .hasValue(code(wall).replace(" ", ""));
        assertThat(phone.locator("pair-form [name=name]")).isFocused();
        phone.keyboard().type("门厅");
        phone.keyboard().press("Enter");
        assertThat(wall.locator(".row").first()).isVisible();
        assertEquals("/desk/screens", phone.evaluate("location.pathname + location.search"));
        assertEquals(true, phone.evaluate("document.documentElement.scrollWidth <= innerWidth"));
        phone.context().close();
        a_wall_whose_access_was_withdrawn_says_so_and_is_paired_anew(wall);
    }

    private void aCodeThatIsOverIsReplacedAndOneThatNobodyCanCheckIsNotShownAsGood(Page wall) {
        String first = code(wall);
        wall.context().setOffline(true);
        assertThat(pairing(wall, "unreached")).containsText("连不上服务器");
        assertThat(wall.locator("wall-pairing .how")).hasCount(0);
        wall.context().setOffline(false);
        assertThat(pairing(wall, "shown")).containsText(first);
        clock.ahead(Duration.ofSeconds(606));
        assertThat(wall.locator("wall-pairing")).not().containsText(first);
        assertThat(pairing(wall, "shown")).isVisible();
        assertTrue(!code(wall).equals(first) && code(wall).length() == first.length(), code(wall));
    }

    private void a_wall_whose_access_was_withdrawn_says_so_and_is_paired_anew(Page wall) throws Exception {
        wall.navigate(board.url() + "/wall#" + board.screen("hall"));
        assertThat(wall.locator(".row").first()).isVisible();
        TestClient office = board.as(board.person("office"));
        var withdrawn = office.delete("/api/screens/hall");
        assertTrue(withdrawn.status() / 100 == 2, () -> withdrawn.raw().body());
        assertThat(wall.locator("[data-refusal=token-revoked]")).containsText("收回");
        assertThat(pairing(wall, "shown")).isVisible();
        var approved = office.post(
                "/api/pairings/approval",
                "{\"userCode\":\"" + code(wall) + "\",\"name\":\"门厅\"}",
                "Idempotency-Key",
                "again");
        assertTrue(approved.status() / 100 == 2, () -> approved.raw().body());
        assertThat(wall.locator(".row").first()).isVisible();
    }
}
