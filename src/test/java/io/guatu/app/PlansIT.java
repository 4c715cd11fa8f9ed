package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.guatu.ledger.Json;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The town of 2023 has 21 projects and no plan: templates and one paste make them all, by hand and keys. */
class PlansIT extends BrowserCase {
    private final Acts acts = new Acts();

    @BeforeEach
    void start() throws Exception {
        board = TestBoard.start("daguan-2023", Clock.systemUTC());
    }

    private Page desk(String address) {
        Page page = watched(browser.page(1440, 900));
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.navigate(board.url() + "/desk" + address);
        page.locator("input[name=name]").fill("office");
        page.locator("input[name=password]").fill("office-password");
        page.locator("#login button").click();
        page.locator("input[name=newPassword]").fill("office-password-2");
        page.locator("#login button").click();
        assertThat(page.locator("[data-live]")).hasAttribute("data-live", "live");
        return page;
    }

    private static Locator cell(Page page, String project, String column) {
        return page.locator("cell-grid.plans [data-row='" + project + "'] [data-col='" + column + "']");
    }

    private int planned() throws Exception {
        return (int) board.program().node().relay().board().cards().values().stream()
                .filter(card -> !card.milestones().isEmpty())
                .count();
    }

    @Test
    void all_get_plans_by_templates_and_one_paste_in_under_five_minutes() throws Exception {
        board.as(board.person("office"))
                .tell(
                        "feather-park",
                        "{\"kind\":\"project-described\",\"aliases\":[\"羽绒园\"],\"begins\":\"2026-02-01\",\"ends\":\"2026-11-30\"}")
                .taken();
        Page page = desk("");
        acts.press(page.locator("[data-nav=projects]"));
        acts.press(page.locator("[data-act=plans]"));
        assertThat(page.locator("cell-grid.plans tbody tr")).hasCount(21);
        acts.copied(page, """
                重点项目开竣工时间
                项目名称\t开工\t完工
                何畈铁路下穿\t2026.3.1\t2027年6月30日
                欧家岭展览馆\t2026/4/1\t2026/12/20
                白浙线特高压\t2026-03-15\t2026-10-31
                片麻岩矿\t2026年5月1日\t2027.3.31
                羽绒园\t2026/2/15
                """);
        assertThat(cell(page, "feather-park", "finish")).hasText("2026-11-30");
        acts.press(cell(page, "cap-park", "template"));
        acts.key(page, "Control+v");
        assertThat(cell(page, "feather-park", "start")).hasText("2026-02-15");
        assertThat(page.locator(".strays")).containsText("项目名称 开工 完工");
        assertThat(cell(page, "gneiss-quarry", "finish")).hasText("2027-03-31");
        acts.press(cell(page, "baizhe-uhv", "template"));
        acts.type(page, "变电站");
        acts.key(page, "Enter");
        acts.key(page, "ArrowUp");
        assertThat(page.locator(".plans .grid-flaw")).containsText("变电站");
        acts.type(page, "房屋建筑");
        acts.key(page, "Enter");
        acts.type(page, "园区建设");
        acts.key(page, "Enter");
        acts.press(cell(page, "cap-park", "start"));
        acts.type(page, "2026-3-1");
        acts.key(page, "Tab");
        acts.type(page, "2026-12-20");
        acts.key(page, "Enter");
        acts.press(page.locator("form.fill [name=start]"));
        page.locator("form.fill [name=start]").fill("2026-03-01");
        page.locator("form.fill [name=finish]").fill("2026-12-20");
        acts.also(0, 16);
        acts.press(page.locator("[data-act=fill]"));
        assertThat(page.locator("cell-grid.plans tr.ready")).hasCount(21);
        assertThat(page.locator("[data-act=tell]")).containsText("21");
        acts.press(page.locator("[data-act=tell]"));
        assertThat(page.locator("cell-grid.plans tr.told")).hasCount(21);
        TestBoard.await("all are planned", () -> {
            try {
                return planned() == 21;
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        assertTrue(acts.count() <= 30 && acts.seconds() < 300, acts.toString());
        page.reload();
        assertThat(page.locator("plans-desk .empty")).isVisible();
        whatWasDoneBeforeIsToldTogether(page);
    }

    /** The board begins in the middle of the plans. */
    private void whatWasDoneBeforeIsToldTogether(Page page) throws Exception {
        page.locator("[data-nav=projects]").click();
        page.locator("[data-act=steps]").click();
        Locator rows = page.locator("steps-desk tbody tr");
        Locator first = rows.nth(0);
        int all = rows.count();
        page.locator("[data-act=as-planned]").click();
        assertThat(first).hasClass("ready");
        int due = page.locator("steps-desk tr.ready").count();
        String project = first.getAttribute("data-row").split(" ")[0];
        first.locator("[data-col=asOf]").click();
        acts.type(page, "2099-1-1");
        acts.key(page, "Enter");
        page.reload();
        assertThat(first.locator("[data-col=asOf]")).hasText("2099-01-01");
        page.locator("[data-act=tell]").click();
        assertThat(first.locator(".flaw")).isVisible();
        long kept = page.locator("steps-desk tr[data-row^='" + project + " ']:is(.ready, .refused)")
                .count();
        assertThat(page.locator("steps-desk tr.told")).hasCount((int) (due - kept));
        assertEquals(0, toldOf(project), "of what is refused together nothing is told");
        first.locator("[data-col=asOf]").click();
        acts.type(page, "2026-3-20");
        acts.key(page, "Enter");
        List<String> told = new ArrayList<>();
        page.route("**/updates:batch", route -> {
            told.add(route.request().headerValue("Idempotency-Key"));
            route.abort();
        });
        page.locator("[data-act=tell]").click();
        assertThat(page.locator("steps-desk .fault")).isVisible();
        page.unroute("**/updates:batch");
        page.reload();
        page.onRequest(request -> {
            if (request.url().endsWith("updates:batch")) {
                told.add(request.headerValue("Idempotency-Key"));
            }
        });
        page.locator("[data-act=tell]").click();
        assertThat(page.locator("steps-desk tr.told")).hasCount((int) kept);
        assertThat(first.locator("[data-col=asOf]")).hasText("2026-03-20");
        TestBoard.await("the board says so", () -> toldOf(project) == kept);
        assertEquals(told.get(0), told.get(1), "what was not answered is told again as the same");
        page.reload();
        assertThat(rows).hasCount(all - due);
        Locator later = rows.last();
        acts.press(later.locator("[data-col=percent]"));
        String name = later.locator("[data-col=project]").innerText() + "\t"
                + later.locator("[data-col=name]").innerText();
        acts.copied(page, name + "\t2026年11月2日\t35%\n没有这个项目\t基础\t10%\t2026-03-01\n");
        acts.key(page, "Control+v");
        assertThat(page.locator("steps-desk .strays")).containsText("没有这个项目");
        assertThat(later.locator("[data-col=asOf]")).hasText("2026-11-02");
    }

    private long toldOf(String project) {
        return board.program().node().relay().board().cards().values().stream()
                .filter(card -> card.id().value().equals(project))
                .flatMap(card -> card.milestones().stream())
                .filter(step -> step.asOf() != null)
                .count();
    }

    @Test
    void what_was_typed_outlives_a_reload_and_the_office_makes_a_template_of_its_own() throws Exception {
        Page page = desk("/plans");
        whatWasTypedOutlivesAReloadIsTakenBackAndAPlanThatIsThereStays(page);
        theOfficeMakesATemplateOfItsOwnAndThePageIsCleanToAChecker(page);
    }

    private void whatWasTypedOutlivesAReloadIsTakenBackAndAPlanThatIsThereStays(Page page) throws Exception {
        acts.press(cell(page, "village-roads", "start"));
        acts.type(page, "2026-3-1");
        acts.key(page, "Tab");
        acts.type(page, "下月");
        acts.key(page, "Enter");
        assertThat(cell(page, "village-roads", "finish")).hasAttribute("aria-invalid", "true");
        page.reload();
        assertThat(cell(page, "village-roads", "start")).hasText("2026-03-01");
        assertThat(cell(page, "village-roads", "finish")).hasText("下月");
        acts.press(cell(page, "village-roads", "finish"));
        assertThat(page.locator(".plans .grid-flaw")).containsText("下月");
        acts.type(page, "2026-9-30");
        acts.key(page, "Enter");
        assertThat(page.locator("cell-grid.plans tr.ready")).hasCount(1);
        acts.key(page, "Control+z");
        assertThat(cell(page, "village-roads", "finish")).hasText("下月");
        acts.key(page, "Control+y");
        assertThat(page.locator("cell-grid.plans tr.ready")).hasCount(1);
        assertThat(page.locator("staged-plan")).hasCount(1);
        var told = board.as(board.person("office"))
                .post(
                        "/api/projects/village-roads/updates:batch",
                        Json.write(Map.of(
                                "updates",
                                List.of(Map.of(
                                        "kind",
                                        "milestone-planned",
                                        "milestone",
                                        "all",
                                        "name",
                                        Map.of("zh", "全部"),
                                        "weight",
                                        100,
                                        "start",
                                        "2026-01-01",
                                        "finish",
                                        "2026-06-01")))),
                        "Idempotency-Key",
                        "meanwhile");
        assertEquals(201, told.status());
        assertThat(page.locator("cell-grid.plans tbody tr")).hasCount(20);
        page.locator("form.fill [name=every]").check();
        assertThat(page.locator("cell-grid.plans [data-row=village-roads]")).hasCount(1);
        acts.press(cell(page, "village-roads", "finish"));
        acts.type(page, "2026-10-30");
        acts.key(page, "Enter");
        assertThat(cell(page, "village-roads", "plan")).containsText("不覆盖");
        assertThat(page.locator("[data-act=tell]")).isDisabled();
        assertEquals(1, planned());
    }

    private void theOfficeMakesATemplateOfItsOwnAndThePageIsCleanToAChecker(Page page) throws Exception {
        page.locator("[data-act=new-template]").click();
        Locator form = page.locator("form.template");
        form.locator("[name='name.zh']").fill("桥梁");
        form.locator("[name=words]").fill("下穿、桥");
        form.locator("[data-col=zh]").first().click();
        acts.copied(page, "桩基\tPiles\t40%\t0\t45%\n桥面\t\t60\t45\t100\t1\n");
        page.keyboard().press("Control+v");
        assertThat(form.locator(".sum")).containsText("100%");
        assertThat(form.locator("[data-row] [data-col=after]").nth(1)).hasText("1");
        assertEquals(List.of(), DeskCase.unclean(page, "plans-desk"));
        form.locator("button.main").click();
        assertThat(page.locator("template-desk .saved")).isVisible();
        assertThat(cell(page, "hefan-underpass", "template")).hasText("桥梁");
        page.locator("[data-template=park]").click();
        page.locator("[data-act=retire]").click();
        page.locator("[data-act=retire]").click();
        assertThat(page.locator("[data-template=park]")).hasCount(0);
        assertThat(cell(page, "feather-park", "template")).hasText("产业项目（生产线）");
    }
}
