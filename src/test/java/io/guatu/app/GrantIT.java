package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A contractor's access from the desk to the phone and back: given, printed, scanned, used, extended, withdrawn. */
class GrantIT extends BrowserCase {
    @BeforeEach
    void start() throws Exception {
        board = TestBoard.start();
    }

    private Page desk(String who) {
        Page page = watched(browser.page(1440, 900));
        page.navigate(board.url() + "/desk");
        page.locator("input[name=name]").fill(who);
        page.locator("input[name=password]").fill(who + "-password");
        page.locator("#login button").click();
        page.locator("[data-nav=access]").click();
        assertThat(page.locator("access-desk [name=project]")).isVisible();
        return page;
    }

    private static void issue(Page desk) {
        desk.locator("[name=contractor]").fill("吴工");
        desk.locator("[name=company]").fill("桐交建设");
        desk.locator("[data-which] input").first().check(); // it builds the park, too
        assertThat(desk.locator("access-desk form input:checked:not([name=companyId])"))
                .hasCount(0);
        desk.locator("[name=milestones][value=jacking]").check();
        desk.locator("[name=actions][value=progress]").check();
        desk.locator("[name=actions][value=blockers]").check();
        desk.locator("access-desk form button.main").click();
        assertThat(desk.locator(".grant-card")).isVisible();
    }

    /**
     * What the picture says, read module by module as it is clean and upright: the search for a code in a photograph, which
     * a camera repeats many times a second, misses one in forty.
     */
    static String scan(Locator code) throws Exception {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(code.screenshot()));
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        RGBLuminanceSource source = new RGBLuminanceSource(width, height, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.PURE_BARCODE, true))
                .getText();
    }

    @Test
    void a_card_is_printed_scanned_used_and_withdrawn() throws Exception {
        Page desk = desk("wang");
        issue(desk);
        Locator card = desk.locator(".grant-card");
        assertThat(card).containsText("桐交建设");
        assertThat(card).containsText("箱涵顶进");
        assertThat(card.locator("dd").first()).not().containsText("工作坑"); // it is done
        assertThat(card).containsText("报堵点");
        assertThat(card).not().containsText("报隐患");

        desk.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(card).isVisible();
        assertThat(desk.locator("access-desk form")).isHidden();
        assertThat(desk.locator("nav")).isHidden();
        String link = scan(desk.locator(".grant-card svg"));
        desk.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));

        Page phone = watched(browser.page(390, 844));
        phone.navigate(link);
        assertThat(phone.locator("header")).containsText("铁路下穿");
        phone.locator("[data-act=plus]").click();
        phone.locator("[data-act=send]").click();
        assertThat(phone.locator("[data-sent]").first()).isVisible();
        desk.locator("[name=project]").selectOption("underpass");
        assertThat(desk.locator(".grants li", has("吴工"))).containsText("刚刚");

        desk.locator(".grants li", has("吴工")).locator("[data-act=revoke]").click();
        desk.locator("[data-act=revoke-sure]").click();
        assertThat(desk.locator(".grants li", has("吴工"))).containsText("已收回");
        assertThat(phone.locator("[data-refusal]")).isVisible();
    }

    private static Page.LocatorOptions has(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    @Test
    void a_lost_card_is_shown_again_and_an_extension_is_a_new_one_like_it() throws Exception {
        Page desk = desk("wang");
        issue(desk);
        String first = scan(desk.locator(".grant-card svg"));
        desk.reload();
        desk.locator("[data-nav=access]").click();
        desk.locator(".grants li", has("吴工")).locator("[data-act=card]").click();
        String again = scan(desk.locator(".grant-card svg"));
        assertEquals(subject(first), subject(again));
        assertEquals(
                1,
                board.as(board.person("office"))
                        .get("/api/entries?kind=grant-shown")
                        .json()
                        .path("entries")
                        .size(),
                "who has it can speak as the contractor");

        desk.locator(".grants li", has("吴工")).locator("[data-act=extend]").click();
        assertThat(desk.locator("[name=company]")).hasValue("桐交建设");
        assertThat(desk.locator("[name=milestones][value=jacking]")).isChecked();
        assertThat(desk.locator("[name=actions][value=hazards]")).not().isChecked();
        desk.locator("[name=days]").fill("200");
        desk.locator("access-desk form button.main").click();
        assertThat(desk.locator(".grants li", has("吴工"))).hasCount(2);
        assertTrue(!subject(scan(desk.locator(".grant-card svg"))).equals(subject(first)));
    }

    @Test
    void cards_are_printed_together_and_what_is_typed_outlives_a_reload_and_no_project_shows_anothers_grants() {
        Page desk = desk("office");
        desk.locator("[name=project]").selectOption("underpass");
        desk.locator("[data-grant] [name=picked]").nth(0).check();
        assertThat(desk.locator("[data-act=cards]")).hasCount(0); // one has its own button
        desk.locator("[data-grant] [name=picked]").nth(1).check();
        desk.locator("[data-act=cards]").click();
        desk.locator("[data-act=cards]").click();
        assertThat(desk.locator(".grant-card")).hasCount(2);
        assertThat(desk.locator(".grant-card").nth(1)).containsText("添加到主屏幕");
        desk.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(desk.locator(".grant-card").nth(1)).isVisible();
        assertThat(desk.locator("grant-card .message").first()).isHidden();
        desk.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));

        Locator contractor = desk.locator("[name=contractor]");
        assertThat(desk.locator("[data-grant=g-li]")).isVisible();
        contractor.fill("吴工");
        desk.reload();
        desk.locator("[data-nav=access]").click();
        assertThat(desk.locator("[data-given=g-li]")).containsText("李工");
        desk.locator("[name=project]").selectOption("underpass");
        assertThat(contractor).hasValue("吴工");
        desk.route("**/api/projects/park/grants", route -> route.abort());
        desk.locator("[name=project]").selectOption("park");
        assertThat(desk.locator("access-desk > .fault")).isVisible();
        assertThat(desk.locator("[data-grant]")).hasCount(0);
        assertThat(contractor).hasValue("");
    }

    private static String subject(String link) {
        String claims = link.substring(link.indexOf('#') + 1).split("\\.")[1];
        return new String(java.util.Base64.getUrlDecoder().decode(claims)).replaceAll(".*\"sub\":\"([^\"]+)\".*", "$1");
    }

    private TestClient granted(String company) throws Exception {
        String asked = "{\"contractor\":\"吴工\",%s,\"milestones\":[\"pit\"],\"days\":9}".formatted(company);
        TestClient.Answer made = board.as(board.person("wang"))
                .post(
                        "/api/projects/underpass/grants",
                        asked,
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        assertEquals(201, made.status(), made.raw().body());
        return board.as(made.json().path("token").asText());
    }

    private static int told(TestClient contractor) throws Exception {
        return contractor
                .get("/api/entries?project=underpass")
                .json()
                .path("entries")
                .size();
    }

    @Test
    void a_company_is_who_it_is_and_not_how_it_is_written() throws Exception {
        TestClient first = granted("\"company\":\"桐交建设（集团）\"");
        assertEquals(201, first.tell("underpass", "{\"kind\":\"still-true\"}").status());
        assertEquals(1, told(first));
        assertEquals(1, told(granted("\"company\":\" 桐交建设(集团) \"")), "a space and narrow brackets");
        String whose = first.get("/api/me").json().at("/grant/companyId").asText();
        assertEquals(1, told(granted("\"company\":\"桐交股份\",\"companyId\":\"" + whose + "\"")), "renamed");
        granted("\"company\":\"桐交建设（集团）\",\"companyId\":\"" + whose + "\"");

        TestClient namesake = granted("\"company\":\"桐交建设（集团）\",\"another\":true");
        assertEquals(0, told(namesake), "another firm of the same name sees nothing of it");
        assertEquals(
                201, namesake.tell("underpass", "{\"kind\":\"still-true\"}").status());
        assertEquals(1, told(namesake));
        assertEquals(1, told(first));

        TestClient wang = board.as(board.person("wang"));
        String unclear = "{\"contractor\":\"吴工\",\"company\":\"桐交建设（集团）\",\"milestones\":[\"pit\"],\"days\":9}";
        assertEquals(
                409,
                wang.post("/api/projects/underpass/grants", unclear, "Idempotency-Key", "h")
                        .status());
        String stranger = unclear.replace("\"days\"", "\"companyId\":\"c-nobody\",\"days\"");
        assertEquals(
                422,
                wang.post("/api/projects/underpass/grants", stranger, "Idempotency-Key", "i")
                        .status());
    }

    @Test
    void who_types_a_name_that_is_known_says_which_firm_is_meant() throws Exception {
        granted("\"company\":\"桐交建设\"");
        Page desk = desk("wang");
        desk.locator("[name=contractor]").fill("孙工");
        desk.locator("[name=company]").fill("桐交建设 ");
        desk.locator("[name=milestones][value=jacking]").check();
        desk.locator("[name=actions][value=progress]").check();
        assertThat(desk.locator("[data-which] input")).hasCount(2);
        desk.locator("access-desk form button.main").click();
        assertThat(desk.locator(".grant-card")).hasCount(0);
        desk.locator("[data-which] input[value=another]").check();
        desk.locator("access-desk form button.main").click();
        assertThat(desk.locator(".grant-card")).isVisible();
        assertEquals(
                2,
                board
                        .as(board.person("wang"))
                        .get("/api/projects/underpass/grants")
                        .json()
                        .path("companies")
                        .findValuesAsText("name")
                        .stream()
                        .filter("桐交建设"::equals)
                        .count());
    }

    @Test
    void what_a_grant_leaves_out_is_refused() throws Exception {
        String asked =
                "{\"contractor\":\"吴工\",\"company\":\"桐交建设\",\"milestones\":[\"pit\"],\"actions\":[\"progress\"],\"days\":9}";
        TestClient contractor = board.as(board.as(board.person("wang"))
                .post("/api/projects/underpass/grants", asked, "Idempotency-Key", "g")
                .json()
                .path("token")
                .asText());
        assertEquals(
                201, contractor.tell("underpass", "{\"kind\":\"still-true\"}").status());
        var refused =
                contractor.tell("underpass", "{\"kind\":\"blocker-raised\",\"factor\":\"land\",\"text\":\"未交地\"}");
        assertEquals(403, refused.status());
        assertEquals(
                "[\"progress\"]",
                contractor.get("/api/me").json().at("/grant/actions").toString());
    }

    @Test
    void one_link_opens_two_projects_and_the_phone_asks_which() throws Exception {
        Page desk = desk("office");
        desk.locator("[name=project]").selectOption("underpass");
        desk.locator("[name=contractor]").fill("吴工");
        desk.locator("[name=company]").fill("宏远建设");
        desk.locator("[name=milestones][value=jacking]").check();
        desk.locator("[name=actions][value=progress]").check();
        desk.locator(".more-projects summary").click();
        desk.locator("[name=projects][value=park]").check();
        assertThat(desk.locator("[name='milestones.park']").first()).isChecked();
        desk.locator("grant-form button.main").click();
        Locator card = desk.locator(".grant-card");
        assertThat(card).containsText("2 个项目");
        assertThat(card).containsText("铁路下穿");
        assertThat(card).containsText("产业园");
        assertThat(desk.locator("grant-card .nowhere")).containsText("只能在这台电脑上打开");
        String link = scan(card.locator("svg"));
        String message = desk.locator("grant-card .message").inputValue();
        assertTrue(message.contains("吴工") && message.contains("铁路下穿、产业园") && message.contains(link), message);

        Page phone = watched(browser.page(390, 844));
        phone.navigate(link);
        assertThat(phone.locator("h1")).containsText("选择");
        assertThat(phone.locator(".projects-choice button")).hasCount(2);
        phone.locator(".projects-choice button", has("产业园")).click();
        assertThat(phone.locator("h1")).containsText("产业园");
        phone.locator("[data-act=plus]").click();
        phone.locator("[data-act=send]").click();
        assertThat(phone.locator("[data-sent]").first()).isVisible();
        phone.locator(".links button", has("铁路下穿")).click();
        assertThat(phone.locator("h1")).containsText("铁路下穿");
        phone.reload();
        assertThat(phone.locator("h1")).containsText("铁路下穿"); // it stays where it was
        phone.locator("my-link summary").click();
        assertEquals(subject(link), subject(phone.locator("my-link [name=link]").inputValue()));

        desk.locator(".grants li", has("吴工")).locator("[data-act=revoke]").click();
        desk.locator("[data-act=revoke-sure]").click();
        assertThat(phone.locator("[data-refusal]")).isVisible();
        phone.locator(".links button", has("产业园")).click();
        assertThat(phone.locator("h1")).containsText("产业园");
        Page another = watched(browser.page(390, 844));
        another.navigate(link);
        assertThat(another.locator("h1")).containsText("产业园"); // there is nothing to choose any more
    }
}
