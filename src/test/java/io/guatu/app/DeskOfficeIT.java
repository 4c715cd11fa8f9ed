package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What only the office does: plans, people, the board itself, and what is asked twice. */
class DeskOfficeIT extends DeskCase {
    private static Locator cell(Locator plan, int row, String column) {
        return plan.locator("cell-grid tbody tr").nth(row).locator("[data-col=" + column + "]");
    }

    private static void type(Locator plan, int row, String column, String words) {
        cell(plan, row, column).click();
        plan.page().keyboard().type(words);
        plan.page().keyboard().press("Enter");
    }

    private static void row(Locator plan, int row, String zh, String en, String weight, int start, int finish) {
        type(plan, row, "zh", zh);
        if (en != null) {
            type(plan, row, "en", en);
        }
        type(plan, row, "weight", weight);
        type(plan, row, "start", TODAY.plusDays(start).toString());
        type(plan, row, "finish", TODAY.plusDays(finish).toString());
    }

    @Test
    void plans_receivers_and_what_the_board_is_called_are_the_offices() throws Exception {
        board.as(board.person("office"))
                .tell(
                        "bridge",
                        "{\"kind\":\"project-opened\",\"name\":{\"zh\":\"便民桥\",\"en\":\"Bridge\"},\"sector\":\"transport.road\",\"projectKind\":\"works\",\"stage\":\"preparation\"}")
                .taken();
        Page desk = desk("office");
        aPlanIsMadeCorrectedMadeWholeAndThenSetAnew(desk);
        aReceiverIsAddedTriedAndRemovedAndWhyItDidNotHearIsSaid(desk);
        theBoardGetsAnotherNameAndAnotherMeasureAndTheirFormsOpenWithThem(desk);
    }

    @Test
    void people_screens_the_boards_address_and_what_leaves_it_are_the_offices() throws Exception {
        Page desk = desk("office");
        anotherRoleKeepsThePasswordAndWhatAnotherSavedMeanwhileIsShown(desk);
        aNewScreensLinkIsACodeToCopyAndToOpenAndSaysWhenItGoesNowhereElse(desk);
        theOfficeNamesTheBoardsAddressAndLinksAreMadeForIt(desk);
        whatLeavesTheBoardIsAskedTwiceAndCanComeBack(desk);
    }

    private void aPlanIsMadeCorrectedMadeWholeAndThenSetAnew(Page desk) throws Exception {
        project(desk, "便民桥");
        Locator plan = form(desk, "milestone-planned");
        plan.locator("[data-act=english]").check();
        row(plan, 0, "桩机", "Piles", "30", 1, 40);
        plan.locator("[data-act=add-row]").click();
        row(plan, 1, "桥面", null, "60", 40, 90);
        assertThat(plan.locator(".sum")).containsText("还差 10%");
        assertThat(cell(plan, 1, "after")).hasText("1");
        desk.reload();
        project(desk, "便民桥");
        plan = form(desk, "milestone-planned");
        assertThat(cell(plan, 1, "zh")).hasText("桥面");
        send(plan);
        assertThat(desk.locator("project-plan tbody tr")).hasCount(2);
        assertThat(desk.locator("project-plan [data-milestone=piles]")).hasCount(1);
        plan = form(desk, "milestone-planned");
        type(plan, 0, "zh", "桩基");
        type(plan, 0, "weight", "41");
        assertThat(plan.locator(".sum")).containsText("多了 1%");
        assertThat(plan.locator("button.main")).isDisabled();
        type(plan, 0, "weight", "40");
        assertThat(plan.locator(".sum")).containsText("100%");
        send(plan);
        assertThat(desk.locator("project-plan tbody tr").first()).containsText("桩基");
        Locator again = form(desk, "baseline-set");
        again.locator("[name='name.zh']").fill("调整计划");
        again.locator("[name=cause]").selectOption("scope-change");
        again.locator("[name='approval.person']").selectOption("-");
        again.locator("[name='approval.office']").fill("镇党委会");
        again.locator("[name='approval.document']").fill("关党纪〔2026〕9号");
        again.locator("[name=reason]").fill("加宽");
        type(again, 1, "finish", TODAY.plusDays(100).toString());
        send(again);
        assertThat(desk.locator("slip-ledger")).containsText("建设内容变更");
        assertThat(desk.locator("[data-tell=milestone-planned]")).hasCount(0);
    }

    private void aReceiverIsAddedTriedAndRemovedAndWhyItDidNotHearIsSaid(Page desk) {
        desk.locator("[data-nav=told]").click();
        desk.locator("[data-act=add]").click();
        Locator form = desk.locator("receiver-form form");
        form.locator("[name=name]").fill("县平台");
        form.locator("[name=channel]").selectOption("wecom");
        form.locator("[name=address]").fill("https://127.0.0.1/x");
        form.locator("button.main").click();
        assertThat(form.locator(".flaw")).containsText("请检查渠道");
        form.locator("[name=channel]").selectOption("webhook");
        form.locator("[name=secret]").fill("s3cret");
        form.locator("[name=digest]").fill("08:30");
        form.locator("button.main").click();
        Locator listed = desk.locator(".grants [data-receiver]");
        assertThat(listed).containsText("每天 08:30 汇总 · 只在工作日");
        listed.locator("[data-act=test]").click();
        assertThat(desk.locator(".told [data-state=failed]")).containsText("县平台");
        assertThat(desk.locator(".told [data-state=failed]")).containsText("网址指向内网");
        listed.locator("[data-act=edit]").click();
        assertThat(form.locator("[name=digest]")).hasValue("08:30");
        assertThat(form.locator("[name=address]")).hasValue("");
        form.locator("button[type=button]").last().click();
        listed.locator("[data-act=remove]").click();
        listed.locator("[data-act=remove]").click();
        assertThat(listed).hasCount(0);
        assertThat(desk.locator(".told [data-state=failed]")).containsText("已删除的接收方");
    }

    private void theBoardGetsAnotherNameAndAnotherMeasureAndTheirFormsOpenWithThem(Page desk) {
        desk.locator("[data-nav=board]").click();
        Locator named = form(desk, "board-opened");
        named.locator("[name='name.zh']").fill("新镇重点项目");
        named.locator("[name='name.en']").fill("New town");
        send(named);
        assertThat(desk.locator("header .town")).containsText("新镇");
        assertThat(desk.locator("header .demo")).isVisible();
        Locator weighed = form(desk, "weighting-chosen");
        weighed.locator("[name=weighting]").selectOption("investment");
        send(weighed);
        assertThat(desk.locator(".settings")).containsText("按总投资加权");
        assertThat(form(desk, "board-opened").locator("[name='name.zh']")).hasValue("新镇重点项目");
        assertThat(form(desk, "weighting-chosen").locator("[name=weighting]")).hasValue("investment");
    }

    private void anotherRoleKeepsThePasswordAndWhatAnotherSavedMeanwhileIsShown(Page desk) throws Exception {
        desk.locator("[data-nav=people]").click();
        desk.locator("[data-person=zhao] [data-act=edit]").click();
        desk.locator("[name=projects][value=underpass]").check();
        board.as(board.person("office"))
                .post(
                        "/api/people",
                        "{\"person\":\"zhao\",\"name\":\"赵副镇长\",\"role\":\"manager\",\"projects\":[\"park\"]}",
                        "Idempotency-Key",
                        "meanwhile")
                .taken();
        desk.locator("person-form button.main").click();
        assertThat(desk.locator("person-form .moved")).containsText("赵副镇长");
        assertThat(desk.locator("[name=projects][value=underpass]")).isChecked();
        desk.locator("person-form button.main").click();
        assertThat(desk.locator("[data-person=zhao] small")).containsText("铁路下穿");
        Page zhao = desk("zhao");
        zhao.locator("[data-nav=projects]").click();
        assertThat(zhao.locator(".projects a")).hasCount(2);
        desk.locator("[data-person=zhao] [data-act=password]").click();
        desk.locator("password-form [name=password]").fill("told-by-phone");
        desk.locator("password-form button.main").click();
        assertThat(desk.locator("people-desk .saved")).isVisible();
        assertThat(zhao.locator("#login")).isVisible();
    }

    private void aNewScreensLinkIsACodeToCopyAndToOpenAndSaysWhenItGoesNowhereElse(Page desk) {
        desk.locator("[data-nav=screens]").click();
        desk.locator(".by-link summary").click();
        desk.locator(".by-link form [name=name]").fill("二楼会议室");
        desk.locator(".by-link form button.main").click();
        Locator card = desk.locator("link-card");
        assertThat(card.locator("svg path")).hasCount(1);
        assertThat(card.locator(".warning")).containsText("只能在这台电脑上打开");
        Locator open = card.locator("[data-act=open]");
        assertThat(open).hasAttribute("href", card.locator("[name=link]").inputValue());
        card.locator("[data-act=copy]").click();
        assertThat(card.locator("[data-act=copy]")).containsText("已复制");
        Page wall = desk.waitForPopup(open::click);
        assertThat(wall.locator("wall-chart")).isVisible();
    }

    private void theOfficeNamesTheBoardsAddressAndLinksAreMadeForIt(Page desk) {
        desk.locator("[data-nav=board]").click();
        Locator form = form(desk, "address-named");
        for (String[] wrong :
                new String[][] {{"board.daguan.example", "格式"}, {desk.url().replaceFirst("/desk.*", ""), "别的设备打不开"}}) {
            form.locator("[name=address]").fill(wrong[0]);
            desk.keyboard().press("Enter");
            assertThat(form.locator(".flaw")).containsText(wrong[1]);
            assertThat(form.locator("[name=address]")).hasValue(wrong[0]);
        }
        form.locator("[name=address]").fill("https://board.daguan.example/");
        desk.keyboard().press("Enter");
        assertThat(form).hasCount(0);
        assertThat(desk.locator(".settings")).containsText("https://board.daguan.example");
        desk.locator("[data-nav=screens]").click();
        desk.reload();
        desk.locator(".by-link summary").click();
        desk.locator(".by-link form [name=name]").fill("门厅");
        desk.keyboard().press("Enter");
        assertThat(desk.locator("link-card [name=link]"))
                .hasValue(Pattern.compile("https://board\\.daguan\\.example/wall#.*"));
        assertThat(desk.locator("link-card .warning")).hasCount(0);
    }

    private void whatLeavesTheBoardIsAskedTwiceAndCanComeBack(Page desk) {
        project(desk, "产业园");
        assertThat(desk.locator("[data-tell=project-resumed]")).hasCount(0);
        Locator archived = form(desk, "project-archived");
        archived.locator("[name=reason]").fill("移交");
        archived.locator("button.main").click();
        assertThat(archived.locator(".sure")).containsText("看板设置");
        archived.locator("button.main").click();
        assertThat(desk.locator("project-page")).hasCount(0);
        desk.locator("[data-nav=projects]").click();
        assertThat(desk.locator(".projects a")).hasCount(1);
        desk.locator("[data-nav=board]").click();
        desk.locator("[data-archived=park] [data-tell=project-restored]").click();
        send(desk.locator("form[data-kind=project-restored]"));
        assertThat(desk.locator("[data-archived=park]")).hasCount(0);
        project(desk, "产业园");
    }
}
