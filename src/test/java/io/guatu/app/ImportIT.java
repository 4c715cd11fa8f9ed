package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The office brings its list of projects to the board. */
class ImportIT extends DeskCase {
    private static final String LIST = """
            2026年重点项目表\t\t\t\t\t
            序号\t项目名称\t建设单位\t总投资\t工期\t镇挂片领导
            1\t清单桥\t交通局\t800\t2026.1-2027.6\t李书记
            2\t清单路\t交通局\t约900\t2026年\t陈镇长
            合计\t\t\t1700\t\t
            """;

    @Test
    void a_list_is_pasted_or_a_file_read_asked_about_looked_at_and_told() throws Exception {
        Page desk = importing();
        aPastedListIsReadAskedAboutLookedAtAndTold(desk);
        whatCannotBeReadIsSaidAndAnotherCanBeTried(desk);
        aFileOfAnOldProgramIsReadAndWhatIsLeftOutIsNotTold(desk);
        aListThatAsksIsCleanForAxeLightAndDark(desk);
        aNameThatIsNearlyOneOnTheBoardIsAsked(desk);
    }

    private void aPastedListIsReadAskedAboutLookedAtAndTold(Page desk) {
        paste(desk, LIST);
        assertThat(desk.locator("sheet-questions")).containsText("“总投资”的单位");
        assertThat(desk.locator("[data-act=tell]")).hasCount(0);
        assertThat(desk.locator("[data-column=F]")).containsText("不认得");
        desk.locator("[name='unit.D']").selectOption("wan");
        desk.locator("[data-column=F] select").selectOption("lead");
        desk.locator("[name=sector]").selectOption("transport.road");
        desk.locator("[name=stage]").selectOption("implementation");
        assertThat(desk.locator(".proposals li[data-state=new]")).hasCount(2);
        assertThat(desk.locator("[data-row='4'] .flaws")).containsText("D4");
        assertThat(desk.locator("[data-row='4'] .flaws")).containsText("“约900”不是能读的金额");
        assertThat(desk.locator("[data-row='3'] dl")).containsText("2027年6月30日");
        desk.locator("[data-act=tell]").click();
        assertThat(desk.locator(".tell-bar")).containsText("已登记 2 个，共 2 个");
        assertEquals(1, entries("qing-dan-qiao", "project-described").size());

        desk.locator("[data-act=other]").click();
        paste(desk, LIST.replace("2027.6", "2027.12"));
        assertThat(desk.locator("[data-column=F]")).not().containsText("不认得");
        desk.locator("[name='unit.D']").selectOption("wan");
        assertThat(desk.locator(".proposals li[data-state=same]")).hasCount(1);
        assertThat(desk.locator("[data-act=tell]")).hasCount(0);
        desk.locator("[name=reason]").fill("可研批复调整");
        desk.locator("[name=reason]").press("Enter");
        assertThat(desk.locator(".proposals li[data-state=changed] dl")).containsText("2027年12月31日");
        desk.locator("[data-act=tell]").click();
        assertThat(desk.locator(".tell-bar")).containsText("已登记 1 个，共 1 个");
        assertThat(desk.locator("[data-row='3'] h3 a")).hasAttribute("href", "/desk/projects/qing-dan-qiao");
    }

    private void whatCannotBeReadIsSaidAndAnotherCanBeTried(Page desk) {
        desk.locator("[data-act=other]").click();
        desk.locator("sheet-source input[type=file]")
                .setInputFiles(new FilePayload("项目.xls", "application/vnd.ms-excel", old()));
        assertThat(desk.locator("import-desk .fault")).containsText("另存为 .xlsx");
        desk.locator("[data-act=other]").click();
        paste(desk, "一二三\n四五六\n");
        assertThat(desk.locator("sheet-questions")).containsText("没有找到表头");
    }

    private void aFileOfAnOldProgramIsReadAndWhatIsLeftOutIsNotTold(Page desk) {
        desk.locator("[data-act=other]").click();
        desk.locator("sheet-source input[type=file]")
                .setInputFiles(new FilePayload(
                        "项目清单.csv",
                        "text/csv",
                        "项目名称,项目类型,开工状态\n旧表桥,交通,在建\n旧表路,交通,在建\n".getBytes(Charset.forName("GB18030"))));
        Locator road = desk.locator("[data-row='3'] input[type=checkbox]");
        road.uncheck();
        assertThat(desk.locator("[data-act=tell]")).hasText("登记 1 个项目");
        desk.locator("[data-act=tell]").click();
        assertThat(desk.locator(".tell-bar")).containsText("已登记 1 个");
        assertEquals(0, entries("jiu-biao-lu", "project-opened").size());
    }

    private void aListThatAsksIsCleanForAxeLightAndDark(Page desk) throws Exception {
        desk.locator("[data-act=other]").click();
        desk.locator("sheet-source textarea")
                .fill("项目名称\t总投资\t计划投资\t本月完成投资\t甲乙丙\n铁路下穿工程\t5\t1\t约2\t丁\n问题桥\t6\t1\t2\t戊\n合计\t11\t\t\t\n");
        desk.locator("[data-act=read]").click();
        assertThat(desk.locator(".proposals > li")).hasCount(2);
        for (String theme : List.of("light", "dark")) {
            desk.evaluate("theme => { document.documentElement.dataset.theme = theme; }", theme);
            assertEquals(List.of(), unclean(desk, "import-desk"), theme);
        }
    }

    private void aNameThatIsNearlyOneOnTheBoardIsAsked(Page desk) {
        desk.locator("[data-act=other]").click();
        paste(desk, "项目名称\t责任单位\n铁路下穿工程\t建设办\n");
        assertThat(desk.locator("[data-row='2']")).containsText("与板上项目相近");
        desk.locator("[data-row='2'] [data-same=underpass]").click();
        assertThat(desk.locator("[data-row='2'] dl")).containsText("建设办");
        desk.locator("[data-act=tell]").click();
        assertThat(desk.locator(".tell-bar")).containsText("已登记 1 个");
        assertEquals(
                "铁路下穿工程",
                entries("underpass", "project-described")
                        .get(0)
                        .at("/update/aliases/0")
                        .asText());
    }

    private Page importing() {
        Page desk = desk("office");
        desk.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        desk.locator("[data-nav=import]").click();
        return desk;
    }

    /** As people do: from the clipboard, with the keys. */
    private static void paste(Page desk, String cells) {
        desk.evaluate("cells => navigator.clipboard.writeText(cells)", cells);
        desk.locator("sheet-source textarea").focus();
        desk.keyboard().press("Control+V");
    }

    private static byte[] old() {
        byte[] bytes = new byte[600];
        byte[] mark = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1};
        System.arraycopy(mark, 0, bytes, 0, mark.length);
        return bytes;
    }
}
