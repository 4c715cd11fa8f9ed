package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of the day says what the wall says, and what to do where there is nothing. */
class DeskTodayIT extends DeskCase {
    private static final int DAYS = 12;
    private final TestClock clock = new TestClock();

    @Override
    @BeforeEach
    void start() throws Exception {
        clock.ahead(Duration.ofDays(-DAYS));
        board = TestBoard.start("src/test/resources/seeds/small", clock);
    }

    private void told(String who, String update) throws Exception {
        assertEquals(201, board.as(board.person(who)).tell("underpass", update).status());
    }

    /** A blocker, and a hazard and an order whose time was up days ago. */
    private void overdue() throws Exception {
        String then = clock.today().plusDays(1).toString();
        told("wang", "{\"kind\":\"blocker-raised\",\"factor\":\"utilities\",\"text\":\"供电未接入\"}");
        told("office", "{\"kind\":\"hazard-found\",\"severity\":\"major\",\"place\":\"塔吊\",\"text\":\"无限位\"}");
        long hazard = entries("underpass", "hazard-found").at("/0/seq").asLong();
        told(
                "wang",
                "{\"kind\":\"notice-issued\",\"number\":\"1号\",\"hazards\":[" + hazard + "],\"deadline\":\"" + then
                        + "\"}");
        told("li", "{\"kind\":\"directive-issued\",\"text\":\"本周协调要点\",\"deadline\":\"" + then + "\"}");
        told(
                "wang",
                "{\"kind\":\"project-suspended\",\"reason\":\"汛期\",\"approval\":{\"office\":\"镇党委会\",\"document\":\"纪要7号\"}}");
        clock.ahead(Duration.ZERO);
        TestBoard.await(
                "the day has turned",
                () -> board.program().node().relay().board().day().equals(TODAY));
    }

    @Test
    void what_is_overdue_is_in_every_list_and_red_on_the_wall_by_its_own_words_though_the_project_is_suspended()
            throws Exception {
        overdue();
        Page page = watched(browser.page(1440, 900));
        for (String who : new String[] {"wang", "office", "li"}) {
            page.context().clearCookies();
            logIn(page, who);
            assertThat(page.locator("today-desk")).containsText("本周协调要点");
            assertThat(page.locator("today-desk")).containsText("塔吊：无限位");
            assertThat(page.locator("today-desk h2").first()).isVisible();
            assertThat(page.locator("first-steps ol")).hasCount(0); // a board that lives leads nobody
        }
        page.navigate(board.url() + "/desk/overview");
        Locator manager = page.locator("[data-party=manager]");
        assertThat(manager.locator("summary")).containsText("负责人 2");
        assertThat(manager.locator("summary")).containsText("逾期 1");
        manager.locator("summary").click();
        assertThat(manager.locator("li").first()).containsText("督办待反馈");
        assertThat(manager.locator("li").first()).containsText("王主任");
        assertThat(page.locator("[data-party=contractor] summary")).containsText("隐患待整改 1");
        page.setViewportSize(1920, 1080);
        page.navigate(board.url() + "/wall#" + board.screen("hall"));
        assertThat(page.locator(".waits")).hasText("待办施工方 1负责人 2");
        assertThat(page.locator(".why article")).containsText("塔吊：无限位");
        assertThat(page.locator(".why article")).not().containsText("供电");
    }

    @Test
    void an_empty_board_says_how_it_begins() throws Exception {
        board.close();
        board = TestBoard.start("none", clock);
        clock.ahead(Duration.ZERO);
        Page desk = watched(browser.page(1440, 900));
        desk.navigate(board.url() + "/desk");
        desk.locator("[name=name]").fill("office");
        desk.locator("[name=password]").fill("office-password");
        desk.locator("#login button").click();
        desk.locator("[name=newPassword]").fill("a-better-password");
        desk.locator("#login button").click();
        Locator steps = desk.locator("first-steps li");
        assertThat(steps).hasCount(6);
        assertThat(desk.locator("first-steps li.done")).hasCount(0);
        desk.locator("[data-step=projects] a").click();
        assertThat(desk.locator("sheet-source textarea")).isVisible();
        desk.locator("sheet-source textarea").fill("项目名称\t项目类型\t开工状态\n便民桥\t交通\t在建\n");
        desk.locator("[data-act=read]").click();
        desk.locator("[data-act=tell]").click();
        assertThat(desk.locator(".tell-bar")).containsText("已登记 1 个");
        desk.locator("[data-nav=today]").click();
        assertThat(desk.locator("[data-step=projects]")).containsText("已登记（1）");
        assertThat(desk.locator("[data-step=people]")).containsText("（0 / 1）");
    }

    @Test
    void a_message_becomes_a_report_with_one_press_and_says_what_it_lacks() {
        Page desk = desk("wang");
        desk.locator("message-in summary").click();
        desk.locator("message-in textarea").fill("铁路下穿路面完成一半，预计明年3月31日完成\n顶进完成 63%，截至今天\n路面还在铺");
        desk.locator("[data-act=read-message]").click();
        Locator dated = desk.locator("[data-draft='0']");
        assertThat(dated.locator("[name=percent]")).hasValue("50");
        assertThat(dated.locator("[name=forecast]")).not().hasValue("");
        Locator second = desk.locator("[data-draft='1']");
        assertThat(second.locator("[name=percent]")).hasValue("63");
        assertThat(second.locator("[name=milestone]")).hasValue("jacking");
        assertThat(second.locator("[name=forecast]")).hasValue("");
        second.locator("button.main").click();
        assertThat(second).containsText("已登记");
        assertThat(desk.locator("[data-draft='2']")).hasCount(0);
        assertEquals(
                63,
                entries("underpass", "progress-reported")
                        .get(0)
                        .at("/update/percent")
                        .asInt());
        desk.locator("message-in textarea").fill("不知道哪里完成 20%");
        desk.locator("[data-act=read-message]").click();
        assertThat(desk.locator("[data-draft='0']")).containsText("没认出是哪个项目");
        desk.locator("[data-draft='0'] [name=project]").selectOption("underpass");
        assertThat(desk.locator("[data-draft='0']")).containsText("没认出是哪个节点");
        assertThat(desk.locator("[data-draft='0'] [name=percent]")).hasValue("20");
        assertThat(desk.locator("[data-draft='0'] [name=forecast]")).hasValue("");
    }
}
