package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.guatu.schedule.TestSchedule;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The office takes a project's plan out of the schedule that its contractor made. */
class ScheduleImportIT extends DeskCase {
    @Test
    void a_plan_is_taken_out_of_a_schedule_that_can_be_read_and_stays_where_it_cannot() throws Exception {
        board.as(board.person("office"))
                .tell(
                        "bridge",
                        "{\"kind\":\"project-opened\",\"name\":{\"zh\":\"便民桥\"},\"sector\":\"transport.road\",\"projectKind\":\"works\",\"stage\":\"preparation\"}")
                .taken();
        Page desk = desk("office");
        whatCannotBeReadIsSaidAndThePlanStaysAsItWasTyped(desk);
        aScheduleFillsThePlanIsToldAndChangesItByANewBaselineAlone(desk);
    }

    private void whatCannotBeReadIsSaidAndThePlanStaysAsItWasTyped(Page desk) throws Exception {
        project(desk, "铁路下穿");
        Locator plan = form(desk, "baseline-set");
        choose(plan, "计划.doc", "不是".getBytes(StandardCharsets.UTF_8));
        assertThat(plan.locator("dialog.schedule .fault")).containsText("这不是能读的进度计划文件");
        desk.keyboard().press("Escape");
        assertThat(plan.locator("dialog.schedule")).hasCount(0);
        assertThat(plan).isVisible();
        assertThat(plan.locator(".sum")).containsText("100%");
    }

    private void aScheduleFillsThePlanIsToldAndChangesItByANewBaselineAlone(Page desk) throws Exception {
        project(desk, "便民桥");
        Locator plan = form(desk, "milestone-planned");
        choose(plan, "总进度.xer", TestSchedule.underpass().xer("GBK"));
        Locator dialog = plan.locator("dialog.schedule");
        assertThat(dialog.locator(".what")).containsText("Primavera P6（.xer） · 编码 GB18030");
        assertThat(dialog.locator("tbody tr")).hasCount(3);
        dialog.locator("[data-choice=cut]").selectOption("4");
        dialog.locator("[data-choice=weights]").selectOption("cost");
        assertThat(dialog.locator("tbody tr")).hasCount(6);
        assertThat(dialog.locator("tbody tr").nth(4)).containsText("46.87");
        assertThat(dialog.locator("tbody tr").nth(2)).containsText("征地拆迁、铁路要点手续");
        dialog.locator("summary").click();
        assertThat(dialog.locator(".flaws")).containsText("前期完成、顶进贯通、通车");
        assertEquals(0, entries("bridge", "milestone-planned").size());
        dialog.locator("[data-act=schedule-fill]").click();
        assertThat(dialog).hasCount(0);
        assertThat(plan.locator(".sum")).containsText("100%");
        send(plan);
        assertThat(desk.locator("project-plan tbody tr")).hasCount(6);
        assertEquals(6, entries("bridge", "milestone-planned").size());

        Locator again = form(desk, "baseline-set");
        choose(again, "总进度.xml", TestSchedule.underpass().mspdi());
        dialog = again.locator("dialog.schedule");
        dialog.locator("[data-choice=cut]").selectOption("milestones");
        assertThat(dialog.locator("tbody tr")).hasCount(3);
        assertThat(dialog.locator(".gone")).containsText("征地拆迁、铁路要点手续");
        dialog.locator("[data-choice=cut]").selectOption("4");
        dialog.locator("[data-choice=baseline]").selectOption("2");
        assertThat(dialog.locator("[data-state=changed]")).hasCount(6);
        assertThat(dialog.locator("tbody tr").nth(0)).containsText("2026年4月30日完成");
        dialog.locator("[data-act=schedule-fill]").click();
        again.locator("[name='name.zh']").fill("调整计划");
        again.locator("[name=cause]").selectOption("scope-change");
        again.locator("[name='approval.person']").selectOption("-");
        again.locator("[name='approval.office']").fill("镇党委会");
        again.locator("[name='approval.document']").fill("关党纪〔2026〕9号");
        again.locator("[name=reason]").fill("按施工总进度计划");
        send(again);
        assertEquals(
                "2026-02-26",
                entries("bridge", "baseline-set")
                        .get(0)
                        .at("/update/milestones/0/start")
                        .asText());
        assertEquals(6, entries("bridge", "milestone-planned").size());
    }

    private static void choose(Locator plan, String name, byte[] bytes) {
        plan.locator("schedule-import input[type=file]")
                .setInputFiles(new FilePayload(name, "application/octet-stream", bytes));
    }
}
