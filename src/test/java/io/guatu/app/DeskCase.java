package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;

/** Somebody at the desk of a small board. */
abstract class DeskCase extends BrowserCase {
    protected static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    /** What nothing undoes is told after a while, or at once when it is asked for. */
    private static final Set<String> WAITING = Set.of(
            "forecast-moved",
            "blocker-promised",
            "blocker-cleared",
            "blocker-escalated",
            "hazard-found",
            "hazard-fixed-on-spot",
            "notice-issued",
            "hazard-rectified",
            "hazard-rechecked",
            "directive-issued",
            "directive-acknowledged",
            "directive-answered",
            "directive-accepted",
            "directive-sent-back",
            "directive-withdrawn");

    @BeforeEach
    void start() throws Exception {
        board = TestBoard.start();
    }

    /** The office says that there are not enough people: it verifies too. */
    protected static void small(TestBoard town) throws Exception {
        String agreed =
                "{\"kind\":\"access-agreed\",\"secondFactor\":\"none\",\"idleMinutes\":480,\"passwordLength\":10,"
                        + "\"logDays\":180,\"duties\":\"together\"}";
        var answer = town.as(town.person("office")).post("/api/updates", agreed, "Idempotency-Key", "small");
        assertEquals(201, answer.status(), () -> answer.raw().body());
    }

    protected final Page desk(String who) {
        return desk(who, 1440, 900);
    }

    protected final Page desk(String who, int width, int height) {
        Page page = watched(browser.page(width, height));
        logIn(page, who);
        return page;
    }

    /** In a window in which nobody is logged in. */
    protected final void logIn(Page page, String who) {
        admit(page, who, who.equals("li") ? "li-password-1" : who + "-password");
        page.navigate(board.url() + "/desk");
        assertThat(page.locator("[data-live]")).hasAttribute("data-live", "live");
    }

    protected static void project(Page desk, String name) {
        desk.locator("[data-nav=projects]").click();
        desk.locator(".projects a", new Page.LocatorOptions().setHasText(name)).click();
        assertThat(desk.locator("project-page h2")).containsText(name);
    }

    protected static Locator form(Page desk, String kind) {
        desk.locator("[data-tell=" + kind + "]").first().click();
        Locator form = desk.locator("form[data-kind=" + kind + "]");
        assertThat(form).isVisible();
        return form;
    }

    /** The manager's own report, opened. */
    protected static Locator report(Page desk) {
        desk.locator("report-form summary").click();
        Locator form = desk.locator("report-form form");
        assertThat(form).isVisible();
        return form;
    }

    protected static void send(Locator form) {
        boolean waits = WAITING.contains(form.getAttribute("data-kind"));
        form.locator("button.main").click();
        if (waits) {
            form.page().locator("hold-bar [data-act=tell-now]").click();
        }
        assertThat(form).hasCount(0);
    }

    /** What axe finds in this part of the page, under the page's own policy. */
    protected static Object unclean(Page page, String part) throws IOException {
        if (page.evaluate("typeof axe").equals("undefined")) {
            try (InputStream file = DeskCase.class.getResourceAsStream("/axe.min.js")) {
                page.evaluate(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return page.evaluate(
                "async part => (await axe.run(part)).violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ' ' + target))",
                part);
    }

    /** The project's entries of this kind, newest first. */
    protected final JsonNode entries(String project, String kind) {
        try {
            return board.as(board.person("office"))
                    .get("/api/entries?project=" + project + "&kind=" + kind + "&order=desc")
                    .json()
                    .path("entries");
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
