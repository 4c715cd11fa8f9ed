package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A project's plan as a grid with its bars: keys, a block from a spreadsheet, steps back, a reload, a hand on a bar. */
class PlanGridIT extends DeskCase {
    private static final String BRIDGE =
            "{\"kind\":\"project-opened\",\"name\":{\"zh\":\"便民桥\"},\"sector\":\"transport.road\",\"projectKind\":\"works\",\"stage\":\"preparation\"}";

    private static Locator cell(Page page, int row, String column) {
        return page.locator("plan-editor tbody tr").nth(row).locator("[data-col=" + column + "]");
    }

    private void opened(Page page, String kind, String name) {
        project(page, name);
        form(page, kind);
    }

    private static void paste(Page page, String block) {
        page.evaluate("(block) => navigator.clipboard.writeText(block)", block);
        page.keyboard().press("Control+v");
    }

    /** By an input method, as Chinese is typed, while the grid is drawn anew; what ends the composition ends nothing else. */
    private static void composed(Page page, int row, String words) {
        cell(page, row, "zh").click();
        CDPSession keys = page.context().newCDPSession(page);
        for (String typing : List.of("b", "biao'zhi", "biao'zhi'pai")) {
            JsonObject composing = new JsonObject();
            composing.addProperty("text", typing);
            composing.addProperty("selectionStart", typing.length());
            composing.addProperty("selectionEnd", typing.length());
            keys.send("Input.imeSetComposition", composing);
            page.evaluate("document.querySelector('cell-grid').requestUpdate()");
        }
        JsonObject chosen = new JsonObject();
        chosen.addProperty("text", words);
        keys.send("Input.insertText", chosen);
        page.keyboard().press("Enter");
        assertThat(cell(page, row, "zh")).hasText(words);
        page.keyboard().press("ArrowUp");
    }

    @Test
    void a_plan_is_made_in_a_grid_by_keys_blocks_and_bars() throws Exception {
        board.as(board.person("office")).tell("bridge", BRIDGE).taken();
        Page page = desk("office");
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        aBlockGoesOutAndInAndARangeIsFilled(page);
        aPastedPlanIsCorrectedByKeysTakenBackKeptOverAReloadAndToldAsOneBatch(page);
        aBarIsMovedByHandOrByKeysAndTemplatesAndOtherProjectsFillANewBaseline(page);
    }

    private void aBlockGoesOutAndInAndARangeIsFilled(Page page) throws Exception {
        opened(page, "milestone-planned", "便民桥");
        cell(page, 0, "zh").click();
        paste(page, "甲\t20\t2026-03-01\t2026-03-31\n乙\t\t\t\n丙\t\t\t\n");
        cell(page, 0, "weight").click();
        page.keyboard().press("Shift+ArrowDown");
        page.keyboard().press("Shift+ArrowDown");
        page.keyboard().press("Shift+ArrowRight");
        page.keyboard().press("Control+d");
        cell(page, 0, "zh").click();
        assertThat(cell(page, 2, "start")).hasText("2026-03-01");
        page.keyboard().press("Shift+ArrowDown");
        page.keyboard().press("Shift+ArrowRight");
        page.keyboard().press("Control+c");
        assertEquals("甲\t20\n乙\t20", page.evaluate("navigator.clipboard.readText()"));
        composed(page, 1, "标志牌");
        page.keyboard().press("Alt+Shift+ArrowUp");
        assertThat(cell(page, 0, "zh").locator("input")).hasValue("标志牌");
        assertThat(cell(page, 1, "zh")).hasText("甲");
        page.keyboard().press("Control+z");
        page.keyboard().press("Control+z");
        assertThat(cell(page, 1, "zh")).hasText("乙");
        cell(page, 2, "zh").click();
        page.keyboard().press("Control+v");
        assertThat(page.locator("plan-editor tbody tr")).hasCount(4);
        assertThat(cell(page, 3, "zh")).hasText("乙");
        page.keyboard().press("Control+z");
        assertThat(page.locator("plan-editor tbody tr")).hasCount(3);
        assertEquals(List.of(), unclean(page, "plan-editor"));
    }

    private void aPastedPlanIsCorrectedByKeysTakenBackKeptOverAReloadAndToldAsOneBatch(Page page) throws Exception {
        board.as(board.person("office"))
                .tell("road", BRIDGE.replace("便民桥", "便民路"))
                .taken();
        opened(page, "milestone-planned", "便民路");
        cell(page, 0, "zh").click();
        paste(
                page,
                "桩基\t40%\t2026/3/5\t2026年5月31日\n桥面\t四成\t2026.6.1\t2026-08-31\t1\n附属\t20\t2026-9-1\t20261031\t2\t多出的\n");
        assertThat(page.locator("plan-editor tbody tr")).hasCount(3);
        assertThat(page.locator("plan-editor .flaw").first()).containsText("多出的");
        assertThat(cell(page, 1, "weight")).hasAttribute("aria-invalid", "true");
        assertThat(cell(page, 1, "weight")).hasText("四成");
        assertThat(cell(page, 0, "finish")).hasText("2026-05-31");
        assertThat(page.locator("plan-editor button.main")).isDisabled();
        cell(page, 0, "weight").click();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator(".grid-flaw")).containsText("四成");
        page.keyboard().type("3");
        page.evaluate("document.querySelector('plan-editor').requestUpdate()");
        page.evaluate("document.querySelector('cell-grid').requestUpdate()");
        page.keyboard().type("9");
        page.keyboard().press("Enter");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("F2");
        page.keyboard().press("Backspace");
        page.keyboard().press("Escape");
        assertThat(page.locator("plan-editor .sum")).containsText("还差 1%");
        page.keyboard().press("F2");
        page.keyboard().press("Backspace");
        page.keyboard().press("Backspace");
        page.keyboard().type("40");
        page.keyboard().press("Tab");
        assertThat(page.locator("plan-editor .sum")).containsText("100%");
        page.keyboard().press("Delete");
        page.keyboard().press("ArrowLeft");
        assertThat(cell(page, 1, "start")).hasText("");
        page.keyboard().press("Control+z");
        assertThat(cell(page, 1, "start")).hasText("2026-06-01");
        page.keyboard().press("Control+Shift+Z");
        assertThat(cell(page, 1, "start")).hasText("");
        page.keyboard().press("Control+z");
        page.reload();
        form(page, "milestone-planned");
        assertThat(cell(page, 2, "finish")).hasText("2026-10-31");
        page.locator("plan-editor button.main").click();
        assertThat(page.locator("plan-editor")).hasCount(0);
        assertThat(page.locator("project-plan tbody tr")).hasCount(3);
        assertEquals(3, entries("road", "milestone-planned").size());
        assertEquals(
                "qiao-mian",
                entries("road", "milestone-planned").at("/0/update/after/0").asText());
    }

    private void aBarIsMovedByHandOrByKeysAndTemplatesAndOtherProjectsFillANewBaseline(Page page) {
        opened(page, "baseline-set", "铁路下穿");
        String start = cell(page, 1, "start").innerText();
        cell(page, 1, "zh").click();
        page.keyboard().press("Alt+ArrowRight");
        page.keyboard().press("Control+Alt+ArrowRight");
        cell(page, 0, "zh").click();
        assertThat(cell(page, 1, "start"))
                .hasText(java.time.LocalDate.parse(start).plusDays(8).toString());
        BoundingBox bar = cell(page, 1, "bars").locator("rect.verified").boundingBox();
        page.mouse().move(bar.x + bar.width / 2, bar.y + bar.height / 2);
        page.mouse().down();
        page.mouse().move(bar.x + bar.width / 2 + 50, bar.y + bar.height / 2);
        page.mouse().move(bar.x + bar.width / 2 - 80, bar.y + bar.height / 2);
        page.mouse().up();
        assertThat(cell(page, 1, "bars").locator("rect.was")).hasCount(1);
        assertThat(cell(page, 1, "start"))
                .not()
                .hasText(java.time.LocalDate.parse(start).plusDays(8).toString());
        page.locator("plan-editor [data-act=undo]").click();
        assertThat(cell(page, 1, "start"))
                .hasText(java.time.LocalDate.parse(start).plusDays(8).toString());
        int steps = page.locator("plan-editor tbody tr").count();
        page.locator("[data-fill=template]").selectOption("road");
        page.locator("[data-fill=start]").fill("2026-03-01");
        page.locator("[data-fill=finish]").fill("2026-12-20");
        page.locator("[data-act=by-template]").click();
        assertThat(page.locator("plan-editor tbody tr")).hasCount(7);
        assertThat(page.locator("plan-editor .sum")).containsText("100%");
        page.locator("[data-fill=copy]").selectOption("park");
        assertThat(cell(page, 0, "start")).hasText("2026-03-01");
        page.locator("plan-editor [data-act=undo]").click();
        page.locator("plan-editor [data-act=undo]").click();
        assertThat(page.locator("plan-editor tbody tr")).hasCount(steps);
    }
}
