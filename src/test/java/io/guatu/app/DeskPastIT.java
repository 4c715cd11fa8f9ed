package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The desk looks at a day of the past and returns, while the present goes on and what is typed about it stays. */
class DeskPastIT extends DeskCase {
    private static final int QUIET_MILLIS = 60_000;

    private Page at(String who, String address) {
        Page desk = desk(who);
        desk.navigate(board.url() + "/desk" + address);
        assertThat(desk.locator("[data-live]")).hasAttribute("data-live", "live");
        return desk;
    }

    private void report(int percent) throws Exception {
        board.as(board.person("wang"))
                .tell(
                        "underpass",
                        "{\"kind\":\"progress-reported\",\"milestone\":\"jacking\",\"percent\":" + percent
                                + ",\"asOf\":\"" + TODAY + "\",\"note\":\"试验\"}")
                .taken();
    }

    private static void back(Page desk, int ago) {
        desk.locator("[data-time=open]").click();
        PastIT.slide(desk, ago);
        assertThat(desk.locator("time-machine")).containsText(ago + " 天前");
    }

    @Test
    void the_office_looks_back_from_list_overview_and_project_and_returns() throws Exception {
        Page desk = at("office", "/overview");
        listOverviewAndProjectGoBackAndReturnToWhatWasToldMeanwhile(desk);
        whatHasNoPastToBeSeenIsOfThePresent(desk);
        aHistoryOfWhichNothingIsKnownYetIsAskedFor(desk);
    }

    @Test
    void it_returns_by_itself_when_nobody_is_there_and_what_was_typed_is_still_there() throws Exception {
        Page desk = desk("wang");
        desk.clock().install();
        desk.navigate(board.url() + "/desk/projects/underpass");
        Locator form = form(desk, "blocker-raised");
        form.locator("[name=text]").fill("高压线未迁改");
        back(desk, 20);
        assertThat(desk.locator("project-page .sum")).containsText("0%");
        assertThat(form).isHidden();
        report(62);
        desk.clock().fastForward(QUIET_MILLIS + 2_000);
        assertThat(desk.locator("html")).not().hasAttribute("data-past", "");
        assertThat(desk.locator("project-page .sum")).containsText("77");
        assertThat(form.locator("[name=text]")).hasValue("高压线未迁改");
    }

    private void listOverviewAndProjectGoBackAndReturnToWhatWasToldMeanwhile(Page desk) throws Exception {
        Locator programme = desk.locator("overview-desk .programme b").first();
        assertThat(programme).isVisible();
        String now = programme.textContent();
        desk.locator("[data-nav=projects]").click();
        Locator line = desk.locator("[data-choose=underpass]");
        assertThat(line).containsText("58%");
        desk.keyboard().press("p");
        assertThat(desk.locator("html")).hasAttribute("data-past", "");
        PastIT.slide(desk, 5);
        assertThat(line).containsText("40%");
        report(60);
        desk.locator("[data-nav=overview]").click();
        assertThat(programme).not().hasText(now);
        assertThat(desk.locator("html")).hasAttribute("data-past", "");
        desk.locator("[data-nav=projects]").click();
        line.click();
        assertThat(desk.locator("project-page .sum")).containsText("40%");
        assertThat(desk.locator("project-page .history")).not().containsText("30%");
        assertThat(desk.locator("project-page [data-tell]:visible, report-form:visible, reports-waiting"))
                .hasCount(0);
        desk.keyboard().press("ArrowRight");
        assertThat(desk.locator("time-machine")).containsText("4 天前");
        assertThat(desk.locator("[data-live]")).hasAttribute("data-live", "live");
        desk.keyboard().press("Escape");
        assertThat(desk.locator("project-page .sum")).containsText("76%");
        assertThat(desk).hasURL(Pattern.compile("/projects/underpass$"));
        assertThat(desk.locator("html")).not().hasAttribute("data-past", "");
        assertThat(desk.locator("project-page [data-tell]:visible").first()).isVisible();
    }

    private void whatHasNoPastToBeSeenIsOfThePresent(Page desk) {
        back(desk, 100);
        assertThat(desk.locator("project-page header.of")).containsText("那一天看板上还没有这个项目");
        desk.locator("[data-nav=today]").click();
        assertThat(desk.locator("[data-time]")).hasCount(0);
        assertThat(desk.locator("html")).not().hasAttribute("data-past", "");
        desk.goBack();
        assertThat(desk.locator("project-page .sum")).containsText("76%");
        back(desk, 5);
        desk.keyboard().press("Control+k");
        desk.keyboard().type("报堵点");
        desk.keyboard().press("Enter");
        assertThat(desk.locator("form[data-kind=blocker-raised]")).isVisible();
        assertThat(desk.locator("html")).not().hasAttribute("data-past", "");
    }

    private void aHistoryOfWhichNothingIsKnownYetIsAskedFor(Page desk) throws Exception {
        desk.navigate("about:blank"); // nobody looks meanwhile
        for (int percent = 31; percent < 66; percent++) {
            report(percent);
        }
        desk.navigate(board.url() + "/desk/projects/underpass");
        assertThat(desk.locator("project-page .history")).containsText("65%");
        back(desk, 1);
        assertThat(desk.locator("project-page .history")).containsText("30%");
        assertThat(desk.locator("project-page .history")).not().containsText("31%");
        assertThat(desk.locator("project-page [data-act=older]")).hasCount(0);
    }
}
