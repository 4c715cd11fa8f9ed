package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every place of the desk has an address: it is opened cold, reloaded, gone back to, found by a few letters, and kept as a view. */
class DeskPlacesIT extends DeskCase {
    private static Pattern at(String address) {
        return Pattern.compile("/desk" + address + "$");
    }

    private void opened(Page desk, String address) {
        desk.navigate(board.url() + "/desk" + address);
        assertThat(desk.locator("[data-live]")).hasAttribute("data-live", "live");
    }

    @Test
    void every_section_is_opened_cold_and_is_what_its_title_says() {
        Page desk = desk("office");
        for (String page : new String[] {
            "today",
            "projects",
            "access",
            "overview",
            "changes",
            "meeting",
            "safety",
            "people",
            "screens",
            "rules",
            "board",
            "ledger"
        }) {
            opened(desk, "/" + page);
            assertThat(desk.locator("[data-nav=" + page + "]")).hasAttribute("aria-current", "page");
            String name = desk.locator("[data-nav=" + page + "]")
                    .evaluate("link => link.textContent")
                    .toString()
                    .replaceAll("\\d+$", "");
            assertEquals(name.strip() + " · 挂图", desk.title());
            assertThat(desk.locator(".work > *").first()).isVisible();
        }
    }

    @Test
    void an_item_is_opened_cold_marked_and_in_sight_and_back_returns_to_where_the_list_was_left() throws Exception {
        board.as(board.person("li"))
                .tell(
                        "underpass",
                        "{\"kind\":\"directive-issued\",\"text\":\"本周协调要点\",\"deadline\":\"" + TODAY.plusDays(3)
                                + "\"}");
        long directive = entries("underpass", "directive-issued").at("/0/seq").asLong();
        Page desk = desk("wang");
        opened(desk, "/projects/underpass/entries/" + directive);
        assertThat(desk).hasTitle(Pattern.compile("铁路下穿"));
        assertThat(desk.locator("[data-ref='" + directive + "']")).hasClass(Pattern.compile("chosen"));
        assertThat(desk.locator("[data-ref='" + directive + "'] [data-tell=directive-acknowledged]"))
                .isInViewport();
        opened(desk, "/today");
        desk.locator("[data-todo=underpass]").first().click();
        assertThat(desk).hasURL(at("/projects/underpass/entries/" + directive));
        assertThat(desk.locator("[data-ref='" + directive + "'] [data-tell=directive-acknowledged]"))
                .isInViewport();
        desk.reload();
        assertThat(desk.locator("project-page h2")).containsText("铁路下穿");
        desk.goBack();
        assertThat(desk.locator("today-desk")).containsText("本周协调要点");
        desk.goForward();
        assertThat(desk.locator("project-page h2")).containsText("铁路下穿");
        desk.locator("project-plan [data-milestone=jacking] a").click();
        assertThat(desk).hasURL(at("/projects/underpass/milestones/jacking"));
        assertThat(desk.locator("project-past .history")).not().containsText("工作坑");
    }

    @Test
    void what_is_nowhere_says_so_and_leads_on() {
        Page desk = desk("wang");
        for (String nowhere :
                new String[] {"/projects/no-such", "/people", "/%E2%98%83", "/projects/park/entries/999999"}) {
            opened(desk, nowhere);
            assertThat(desk.locator(".work")).not().isEmpty();
        }
        opened(desk, "/people"); // the office's
        assertThat(desk.locator(".work")).containsText("这里没有您要找的内容");
        desk.locator(".work a").click();
        assertThat(desk.locator("today-desk")).isVisible();
    }

    @Test
    void anything_is_found_by_the_keyboard_alone_and_what_may_be_done_is_opened_from_there() {
        Page desk = desk("wang");
        desk.keyboard().press("/");
        assertThat(desk.locator(".finder input")).isFocused();
        desk.keyboard().type("顶进");
        assertThat(desk.locator(".finder [data-find]")).hasCount(1);
        desk.keyboard().press("Enter");
        assertThat(desk).hasURL(at("/projects/underpass/milestones/jacking"));
        assertThat(desk.locator("dialog")).hasCount(0);
        desk.keyboard().press("Control+k");
        desk.keyboard().type("报堵点");
        assertThat(desk.locator(".finder [data-find=act]")).hasAttribute("aria-selected", "true");
        desk.keyboard().press("Enter");
        assertThat(desk.locator("form[data-kind=blocker-raised]")).isVisible();
        desk.keyboard().press("Control+k");
        desk.keyboard().press("Escape");
        assertThat(desk.locator("dialog")).hasCount(0);
        desk.locator("h2").first().click();
        desk.keyboard().press("?");
        assertThat(desk.locator(".help")).containsText("快捷键");
    }

    @Test
    void a_list_is_searched_sorted_and_kept_as_a_view_that_is_an_address() {
        Page desk = desk("office");
        opened(desk, "/projects");
        desk.locator("[name=q]").fill("厂房");
        assertThat(desk.locator(".projects a")).hasCount(1);
        assertThat(desk).hasURL(Pattern.compile("q=%E5%8E%82%E6%88%BF"));
        desk.locator("[data-act=keep-view]").click();
        desk.locator("[name=view]").fill("厂房类");
        desk.keyboard().press("Enter");
        assertThat(desk.locator("[data-view]")).hasText("厂房类");
        desk.locator("[name=q]").fill("没有的");
        assertThat(desk.locator(".empty")).isVisible();
        desk.reload();
        assertThat(desk.locator("[name=q]")).hasValue("没有的");
        desk.locator("[data-act=all]").click();
        assertThat(desk.locator(".projects a")).hasCount(2);
        desk.locator("[data-view]").click();
        assertThat(desk.locator(".projects a")).hasCount(1);
        desk.locator("[data-choose=park]").click();
        assertThat(desk.locator("project-page h2")).containsText("产业园");
        desk.goBack();
        assertThat(desk.locator("[name=q]")).hasValue("厂房");
    }

    @Test
    void an_address_asks_for_the_log_in_first_and_then_leads_there() {
        Page desk = watched(browser.page(1440, 900));
        desk.navigate(board.url() + "/desk/projects/underpass?lang=en");
        desk.locator("input[name=name]").fill("wang");
        desk.locator("input[name=password]").fill("wang-password");
        desk.locator("#login button").click();
        assertThat(desk.locator("project-page h2")).containsText("Underpass");
        desk.locator("[data-nav=projects]").click();
        assertThat(desk).hasURL(Pattern.compile("/desk/projects\\?lang=en$"));
        assertEquals("en", desk.locator("html").getAttribute("lang"));
    }

    @Test
    void what_is_open_follows_the_board_and_the_desk_is_as_dark_as_it_was_left() throws Exception {
        Page desk = desk("office");
        opened(desk, "/people");
        assertThat(desk.locator("[data-person=wang]")).isVisible();
        board.as(board.person("office"))
                .post(
                        "/api/people",
                        "{\"person\":\"sun\",\"name\":\"孙站长\",\"role\":\"manager\",\"password\":\"a-long-password\"}",
                        "Idempotency-Key",
                        "sun-1");
        assertThat(desk.locator("[data-person=sun]")).isVisible();
        opened(desk, "/safety");
        assertThat(desk.locator("safety-desk .paper")).isVisible();
        assertThat(desk.locator("safety-desk [data-line=park]")).hasCount(0);
        board.as(board.person("zhao"))
                .tell(
                        "park",
                        "{\"kind\":\"hazard-found\",\"severity\":\"general\",\"place\":\"厂房\",\"text\":\"临边无护栏\"}");
        assertThat(desk.locator("safety-desk [data-line=park]")).isVisible();
        String before = desk.locator("html").getAttribute("data-theme");
        desk.locator("[data-act=theme]").click();
        String after = before.equals("dark") ? "light" : "dark";
        assertThat(desk.locator("html")).hasAttribute("data-theme", after);
        desk.reload();
        assertThat(desk.locator("html")).hasAttribute("data-theme", after);
    }
}
