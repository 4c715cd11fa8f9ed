package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From an empty board to a wall that lives, by pages and keys alone: a sheet, a manager, plans, a wall, a contractor. */
class NewTownIT extends BrowserCase {
    private static final Path PICTURES = Path.of("target/new-town");

    private static final String[] PROJECTS = {
        "制盖产业转型升级园区\t大关镇\t工业\t在建\t2026.1-2027.12\t30000\t12000",
        "旭日公司年产10亿只环保智能瓶盖生产线\t旭日公司\t工业\t在建\t2026年3月至2027年6月\t12000\t6000",
        "桐城老酒二期\t老酒公司\t工业\t在建\t2026.3-2027.3\t8000\t4000",
        "盛大公司铝塑瓶盖智能生产线\t盛大公司\t工业\t在建\t2026-2027\t10000\t5000",
        "鸿之达注塑制品智能生产线\t鸿之达公司\t工业\t拟建\t2026.6-2027.12\t6000\t2000",
        "春美包装\t春美包装\t工业\t在建\t2026.2-2026.12\t3000\t3000",
        "现代畜禽羽绒产业园\t大关镇\t农业\t在建\t2026年\t15000\t8000",
        "明月湾现代农业综合体\t农发公司\t农业\t在建\t2026年\t5000\t3000",
        "青龙湾现代农业综合体\t农发公司\t农业\t拟建\t2026.9-2027.9\t4000\t1000",
        "全镇污水治理全覆盖\t水务公司\t污水\t在建\t2026.1-2026.12\t5600\t5600",
        "较大自然村庄道路硬化\t大关镇\t道路\t在建\t2026年4月—11月\t900\t900",
        "木桥河至镇区白加黑\t交通局\t道路\t在建\t2026.5-2026.10\t1200\t1200",
        "小关杨桥综合服务中心\t大关镇\t公共服务\t在建\t2026.3-2026.12\t600\t600",
        "公交综合服务站\t公交公司\t公交\t在建\t2026.3-2026.12\t800\t800",
        "何畈铁路下穿\t交通局\t铁路\t在建\t2026.1-2026.12\t3200\t1800",
        "白沙岭连理亭\t文旅公司\t旅游\t在建\t2026.4-2026.9\t200\t200",
        "欧家岭展览馆\t文旅公司\t文化\t在建\t2026.4-2026.12\t500\t500",
        "白浙线特高压\t国网公司\t电力\t在建\t2026.3-2026.10\t2000\t2000",
        "片麻岩矿\t矿业公司\t矿山\t在建\t2026.5-2027.3\t9000\t4000",
        "金山村美丽乡村中心村庄\t大关镇\t民生\t在建\t2026.3-2026.12\t400\t400",
        "人居环境示范带\t大关镇\t环境\t在建\t2026.3-2026.12\t700\t700"
    };

    private final Acts acts = new Acts();
    private int step;

    /** Of the manager, as the office was told it. */
    private String firstPassword;

    @BeforeEach
    void start() throws Exception {
        board = TestBoard.start("none", Clock.systemUTC());
    }

    @Test
    void a_new_town_lives_in_ten_minutes_and_sixty_acts() throws Exception {
        Page desk = watched(browser.page(1440, 900));
        desk.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        desk.navigate(board.url() + "/desk");
        acts.type(desk, desk.locator("[name=name]"), "office");
        acts.type(desk, desk.locator("[name=password]"), "office-password");
        acts.key(desk, "Enter");
        acts.type(desk, desk.locator("[name=newPassword]"), "a-better-password");
        acts.key(desk, "Enter");
        assertThat(desk.locator("first-steps ol")).isVisible(); // the new password counts
        assertThat(desk.locator("first-steps li.done")).hasCount(0);
        picture(desk, "empty");

        acts.press(desk.locator("[data-step=name] a"));
        acts.press(desk.locator("[data-tell=board-opened]"));
        assertThat(desk.locator("form[data-kind=board-opened] [name='name.zh']"))
                .isFocused();
        acts.type(desk, "新镇重点项目");
        acts.key(desk, "Enter");
        assertThat(desk.locator("#desk > header")).containsText("新镇重点项目");
        assertThat(desk.locator(".settings li").first()).containsText("新镇重点项目");
        assertThat(desk.locator(".settings li").first()).not().containsText("挂图");

        acts.press(desk.locator("[data-nav=today]"));
        acts.press(desk.locator("[data-step=projects] a"));
        acts.paste(
                desk,
                desk.locator("sheet-source textarea"),
                "新镇2026年重点项目表（单位：万元）\n项目名称\t建设单位\t项目类型\t开工状态\t建设起止年限\t总投资\t年度计划投资\n" + String.join("\n", PROJECTS)
                        + "\n合计\t\t\t\t\t118100\t62700\n");
        assertThat(desk.locator(".proposals li[data-state=new]")).hasCount(21);
        picture(desk, "list");
        acts.press(desk.locator("[data-act=tell]"));
        assertThat(desk.locator(".tell-bar")).containsText("已登记 21 个，共 21 个");

        acts.press(desk.locator("[data-nav=today]"));
        acts.press(desk.locator("[data-step=people] a"));
        acts.type(desk, desk.locator("person-form [name=person]"), "wang");
        acts.type(desk, desk.locator("person-form [name=name]"), "王主任");
        acts.choose(desk.locator("person-form [name=role]"), "manager");
        acts.press(desk.locator("[data-act=all-projects]"));
        acts.press(desk.locator("person-form button.main"));
        assertThat(desk.locator("[data-person=wang]")).isVisible();
        Matcher said = Pattern.compile("王主任的初始密码是 (\\w{4}-\\w{4}-\\w{4})，")
                .matcher(desk.locator("people-desk .saved").textContent());
        assertTrue(said.find(), "it is read out to whom it is for");
        firstPassword = said.group(1);

        acts.press(desk.locator("[data-nav=today]"));
        acts.press(desk.locator("[data-step=plans] a"));
        assertThat(desk.locator("cell-grid tr.ready")).hasCount(19);
        picture(desk, "plans");
        for (String unusual : List.of("bai-zhe-xian-te-gao-ya", "pian-ma-yan-kuang")) {
            acts.press(desk.locator("cell-grid [data-row='" + unusual + "'] [data-col='template']"));
            acts.type(desk, "园区建设");
            acts.key(desk, "Enter");
        }
        assertThat(desk.locator("cell-grid tr.ready")).hasCount(21);
        acts.press(desk.locator("plans-desk [data-act=tell]"));
        assertThat(desk.locator("cell-grid tr.told")).hasCount(21);

        Page wall = watched(browser.page(1920, 1080));
        wall.navigate(board.url() + "/wall");
        acts.also(1, 0);
        assertThat(wall.locator("wall-pairing .code")).isVisible();
        acts.press(desk.locator("[data-nav=today]"));
        acts.press(desk.locator("[data-step=wall] a"));
        acts.type(
                desk,
                desk.locator("pair-form [name=userCode]"),
                wall.locator("wall-pairing .code").textContent().trim());
        acts.key(desk, "Tab");
        acts.type(desk, "二楼会议室");
        acts.key(desk, "Enter");
        assertThat(wall.locator("[data-project=he-fan-tie-lu-xia-chuan]").first())
                .isVisible();

        acts.press(desk.locator("[data-nav=today]"));
        acts.press(desk.locator("[data-step=contractors] a"));
        Page phone = opened(desk);
        acts.press(phone.locator("input[data-percent]"));
        String reported = phone.locator("input[data-percent]").inputValue() + "%";
        acts.press(phone.locator("[data-act=send]"));
        assertThat(phone.locator("[data-sent]").first()).containsText(reported);
        picture(phone, "phone");

        acts.press(desk.locator("[data-nav=today]"));
        assertThat(desk.locator("first-steps ol")).hasCount(0);
        picture(desk, "today");
        verify(reported);
        assertThat(wall.locator("[data-project=he-fan-tie-lu-xia-chuan]").first())
                .not()
                .containsText("—");
        picture(wall, "wall");
        assertTrue(acts.count() < 60 && acts.seconds() < 600, acts.toString());
    }

    /** A contractor's access to one milestone, and the phone on which its link was opened. */
    private Page opened(Page desk) {
        acts.choose(desk.locator("access-desk [name=project]"), "he-fan-tie-lu-xia-chuan");
        acts.type(desk, desk.locator("grant-form [name=contractor]"), "李工");
        acts.type(desk, desk.locator("grant-form [name=company]"), "桐建公司");
        acts.press(desk.locator("grant-form [name=milestones]").first());
        acts.press(desk.locator("grant-form [name=actions][value=progress]"));
        acts.press(desk.locator("grant-form button.main"));
        String link = desk.locator(".link input").inputValue();
        Page phone = watched(browser.phone(390, 844));
        phone.navigate(link);
        acts.also(1, 0);
        assertThat(phone.locator("[data-act=send]")).isVisible();
        return phone;
    }

    /** By the manager, who has never been here: the office may not verify. */
    private void verify(String reported) {
        Page manager = watched(browser.page(1440, 900));
        manager.navigate(board.url() + "/desk");
        acts.also(1, 0);
        acts.type(manager, manager.locator("[name=name]"), "wang");
        acts.type(manager, manager.locator("[name=password]"), firstPassword);
        acts.key(manager, "Enter");
        acts.type(manager, manager.locator("[name=newPassword]"), "a-password-of-wang");
        acts.key(manager, "Enter");
        assertThat(manager.locator("waiting-list article")).containsText(reported);
        picture(manager, "manager");
        acts.press(manager.locator("waiting-list [data-act=verify]"));
        acts.press(manager.locator("hold-bar [data-act=tell-now]"));
        assertThat(manager.locator("waiting-list article")).hasCount(0);
    }

    /** For a person to look at, with {@code -Dpictures=true}. */
    private void picture(Page page, String name) {
        step++;
        if (!Boolean.getBoolean("pictures")) {
            return;
        }
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(step + "-" + name + ".png")));
    }
}
