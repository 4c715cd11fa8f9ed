package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
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
    void the_office_opens_every_section_cold_keeps_views_and_sees_what_others_do() throws Exception {
        Page desk = desk("office");
        everySectionIsOpenedColdAndIsWhatItsTitleSays(desk);
        aListIsSearchedSortedAndKeptAsAViewThatIsAnAddress(desk);
        whatIsOpenFollowsTheBoardAndTheDeskIsAsDarkAsItWasLeft(desk);
    }

    @Test
    void a_manager_is_led_to_items_by_address_list_and_keys_and_on_from_nowhere() throws Exception {
        Page desk = anAddressAsksForTheLogInFirstAndThenLeadsThere();
        anItemIsOpenedColdMarkedAndInSightAndBackReturnsToWhereTheListWasLeft(desk);
        anythingIsFoundByTheKeyboardAloneAndWhatMayBeDoneIsOpenedFromThere(desk);
        whatIsNowhereSaysSoAndLeadsOn(desk);
    }

    private void everySectionIsOpenedColdAndIsWhatItsTitleSays(Page desk) {
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

    /** The list of this board, with its first card six hundred times. */
    private static void aListOfHundredsDrawsWhatIsInSightAndAllOnPaper(Page desk) throws Exception {
        assertThat(desk.locator(".projects a")).hasCount(2);
        Object drawn = desk.evaluate("""
                async () => {
                  const own = document.querySelector('project-list');
                  const many = document.createElement('project-list');
                  many.now = own.now;
                  many.cards = Array.from({ length: 600 }, (_, i) => ({ ...own.cards[0], id: `many-${i}` }));
                  own.after(many);
                  await many.updateComplete;
                  const lines = () => many.querySelectorAll('a').length;
                  const said = [lines() < 200];
                  many.querySelector('.projects').lastElementChild.scrollIntoView({ block: 'end' });
                  while (many.querySelector('[data-choose="many-599"]') === null) await new Promise(requestAnimationFrame);
                  said.push(lines() === 600);
                  many.many = 60;
                  await many.updateComplete;
                  dispatchEvent(new Event('beforeprint'));
                  said.push(lines() === 600);
                  many.many = 60;
                  await many.updateComplete;
                  many.dataset.of = 'hundreds';
                  return said.join(' ');
                }""");
        assertEquals("true true true", drawn);
        assertEquals(List.of(), unclean(desk, "[data-of=hundreds]"));
        desk.evaluate("document.querySelector('[data-of=hundreds]').remove()");
        assertThat(desk.locator(".projects a")).hasCount(2);
    }

    private void aListIsSearchedSortedAndKeptAsAViewThatIsAnAddress(Page desk) throws Exception {
        desk.locator("[data-nav=projects]").click();
        aListOfHundredsDrawsWhatIsInSightAndAllOnPaper(desk);
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

    private void whatIsOpenFollowsTheBoardAndTheDeskIsAsDarkAsItWasLeft(Page desk) throws Exception {
        desk.locator("[data-nav=people]").click();
        assertThat(desk.locator("[data-person=wang]")).isVisible();
        board.as(board.person("office"))
                .post(
                        "/api/people",
                        "{\"person\":\"sun\",\"name\":\"孙站长\",\"role\":\"manager\",\"password\":\"a-long-password\"}",
                        "Idempotency-Key",
                        "sun-1")
                .taken();
        assertThat(desk.locator("[data-person=sun]")).isVisible();
        desk.locator("[data-nav=safety]").click();
        assertThat(desk.locator("safety-desk .paper")).isVisible();
        assertThat(desk.locator("safety-desk [data-line=park]")).hasCount(0);
        board.as(board.person("zhao"))
                .tell(
                        "park",
                        "{\"kind\":\"hazard-found\",\"severity\":\"general\",\"place\":\"厂房\",\"text\":\"临边无护栏\"}")
                .taken();
        assertThat(desk.locator("safety-desk [data-line=park]")).isVisible();
        String before = desk.locator("html").getAttribute("data-theme");
        desk.locator("[data-act=theme]").click();
        String after = before.equals("dark") ? "light" : "dark";
        assertThat(desk.locator("html")).hasAttribute("data-theme", after);
        desk.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(desk.locator("body")).hasCSS("color", "rgb(20, 24, 31)"); // paper is light, whatever the desk is
        desk.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        desk.reload();
        assertThat(desk.locator("html")).hasAttribute("data-theme", after);
    }

    private Page anAddressAsksForTheLogInFirstAndThenLeadsThere() {
        Page desk = watched(browser.page(1440, 900));
        desk.navigate(board.url() + "/desk/projects/underpass?lang=en");
        desk.locator("input[name=name]").fill("wang");
        desk.locator("input[name=password]").fill("wang-password");
        desk.locator("#login button").click();
        assertThat(desk.locator("project-page h2")).containsText("Underpass");
        desk.locator("[data-nav=projects]").click();
        assertThat(desk).hasURL(Pattern.compile("/desk/projects\\?lang=en$"));
        assertEquals("en", desk.locator("html").getAttribute("lang"));
        return desk;
    }

    private void anItemIsOpenedColdMarkedAndInSightAndBackReturnsToWhereTheListWasLeft(Page desk) throws Exception {
        board.as(board.person("li"))
                .tell(
                        "underpass",
                        "{\"kind\":\"directive-issued\",\"text\":\"本周协调要点\",\"deadline\":\"" + TODAY.plusDays(3)
                                + "\"}")
                .taken();
        long directive = entries("underpass", "directive-issued").at("/0/seq").asLong();
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

    private void anythingIsFoundByTheKeyboardAloneAndWhatMayBeDoneIsOpenedFromThere(Page desk) {
        desk.locator("[data-nav=today]").click();
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

    private void whatIsNowhereSaysSoAndLeadsOn(Page desk) {
        for (String nowhere :
                new String[] {"/projects/no-such", "/%E2%98%83", "/projects/park/entries/999999", "/people"}) {
            opened(desk, nowhere);
            assertThat(desk.locator(".work")).not().isEmpty();
        }
        assertThat(desk.locator(".work")).containsText("这里没有您要找的内容"); // people are the office's
        desk.locator(".work a[href='/desk/today']").click();
        assertThat(desk.locator("today-desk")).isVisible();
    }
}
