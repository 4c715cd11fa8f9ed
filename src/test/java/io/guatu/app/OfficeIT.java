package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The office in a real browser: meetings and their minutes, the ledger, what changed, safety. */
class OfficeIT extends DeskCase {
    /** The meeting's page, before it has begun. */
    private Page meeting() {
        Page page = desk("office", 1920, 1080);
        page.locator("[data-nav=meeting]").click();
        page.locator("[data-act=meet]").click();
        assertThat(page.locator("[data-act=begin]")).isEnabled();
        return page;
    }

    private void tell(String who, String project, String update) throws Exception {
        assertEquals(
                201,
                board.as(board.person(who))
                        .tell(project, update.replace('\'', '"'))
                        .status());
    }

    /** A promise that is due puts the park on the agenda; one that is broken for long the underpass before it. */
    private void twoToSpeakOf() throws Exception {
        tell("zhao", "park", "{'kind':'blocker-raised','factor':'land','text':'未交地','promised':'" + TODAY + "'}");
        tell(
                "wang",
                "underpass",
                "{'kind':'forecast-moved','milestone':'jacking','forecast':'" + TODAY.plusDays(300)
                        + "','cause':'permits'}");
    }

    private static void begin(Page page) {
        page.locator("[name=present]").fill("李书记、王主任、赵站长");
        page.locator("[data-act=begin]").click();
    }

    private static void type(Page page, String said, String owner, LocalDate deadline) {
        page.locator("meeting-decisions [name=text]").fill(said);
        page.locator("meeting-decisions [name=owner]").fill(owner);
        page.locator("meeting-decisions [name=deadline]").fill(deadline.toString());
    }

    @Test
    void a_meeting_walks_through_its_agenda_and_ends_in_minutes_that_are_kept() throws Exception {
        twoToSpeakOf();
        Page page = meeting();
        assertThat(page.locator("[data-why=red] [data-agenda=underpass]")).isVisible();
        assertThat(page.locator("[data-why=promise] [data-agenda=park]")).isVisible();
        begin(page);
        assertThat(page.locator("[data-item=underpass]")).containsText("预计比计划晚");
        type(page, "本周批复要点", "王主任", TODAY.plusDays(3));
        page.locator("meeting-decisions button").click();
        page.locator("hold-bar [data-act=tell-now]").click();
        assertThat(page.locator("meeting-decisions [data-decision]")).containsText("本周批复要点");
        assertThat(page.locator("meeting-item aside")).containsText("待签收");
        page.keyboard().press("Escape");
        page.locator("header h1").click();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("[data-item=park] h2")).containsText("产业园");
        assertThat(page.locator(".walk b")).hasText("2 / 2");
        assertThat(page.locator("meeting-decisions [data-decision]")).hasCount(0);
        page.locator("[data-act=end]").click();
        page.locator("meeting-ending [name=note]").fill("下月十号再会");
        page.locator("[data-act=over]").click();
        Locator minutes = page.locator(".minutes");
        assertThat(minutes).containsText("李书记、王主任、赵站长");
        assertThat(minutes.locator(".decided")).containsText("本周批复要点");
        assertThat(minutes.locator("[data-topic=park]")).containsText("承诺到期");
        assertThat(minutes.locator("[data-topic=underpass] .lamp.red")).isVisible();
        assertThat(minutes).containsText("下月十号再会");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".bar")).isHidden();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));

        // A manager finds the directive to sign, and opens the minutes again.
        Page manager = desk("wang");
        assertThat(manager.locator("todo-list").first()).containsText("本周批复要点");
        manager.locator("[data-nav=meeting]").click();
        assertThat(manager.locator("[data-act=meet]")).hasCount(0);
        manager.locator("[data-meeting] a").click();
        assertThat(manager.locator(".minutes .decided")).containsText("待签收");
    }

    @Test
    void what_is_typed_belongs_to_its_project_and_outlives_walking_on_and_a_reload() throws Exception {
        twoToSpeakOf();
        Page page = meeting();
        begin(page);
        type(page, "写到一半", "王主任", TODAY.plusDays(3));
        page.locator("[data-act=next]").click();
        assertThat(page.locator("[data-item=park]")).isVisible();
        assertThat(page.locator("meeting-decisions [name=text]")).hasValue("");
        page.locator("meeting-decisions [name=text]").fill("另一件");
        page.reload();
        assertThat(page.locator("[data-item=park]")).isVisible();
        assertThat(page.locator("meeting-decisions [name=text]")).hasValue("另一件");
        page.locator("[data-act=back]").click();
        assertThat(page.locator("meeting-decisions [name=text]")).hasValue("写到一半");
        assertThat(page.locator("meeting-decisions [name=deadline]"))
                .hasValue(TODAY.plusDays(3).toString());
    }

    @Test
    void a_decision_waits_is_taken_back_and_when_it_is_told_by_the_next_page_it_is_the_meetings() throws Exception {
        twoToSpeakOf();
        Page page = meeting();
        begin(page);
        type(page, "一时手快", "王主任", TODAY.plusDays(3));
        page.locator("meeting-decisions button").click();
        assertThat(page.locator("hold-bar [data-held]")).containsText("一时手快");
        assertThat(page.locator("meeting-decisions button")).isDisabled();
        page.locator("header h1").click();
        page.keyboard().press("z");
        assertThat(page.locator("hold-bar [data-held]")).hasCount(0);
        assertEquals(0, entries("underpass", "directive-issued").size());
        assertThat(page.locator("meeting-decisions [name=text]")).hasValue("一时手快");
        page.locator("meeting-decisions [name=text]").fill("想好了的");
        page.locator("meeting-decisions button").click();
        assertThat(page.locator("hold-bar [data-held]")).containsText("想好了的");
        page.reload();
        assertThat(page.locator("meeting-decisions [data-decision]")).containsText("想好了的");
        page.locator("meeting-decisions [name=text]").fill("散会前一件");
        page.locator("meeting-decisions [name=deadline]").fill(TODAY.plusDays(9).toString());
        page.locator("meeting-decisions button").click();
        page.locator("[data-act=end]").click(); // it waits no longer
        assertThat(page.locator("meeting-ending ol li")).hasCount(2);
        assertEquals(2, entries("underpass", "directive-issued").size());
    }

    @Test
    void a_decision_whose_answer_was_lost_is_one_directive_after_a_reload_and_a_second_try() throws Exception {
        twoToSpeakOf();
        Page page = meeting();
        begin(page);
        type(page, "只此一件", "王主任", TODAY.plusDays(3));
        Pattern updates = Pattern.compile(".*/api/projects/underpass/updates");
        page.route(updates, route -> {
            route.fetch(); // it arrives
            route.abort(); // and the answer does not
        });
        page.locator("meeting-decisions button").click();
        page.locator("hold-bar [data-act=tell-now]").click();
        assertThat(page.locator("meeting-decisions .fault")).isVisible();
        page.unroute(updates);
        page.reload();
        assertThat(page.locator("meeting-decisions [name=text]")).hasValue("只此一件");
        page.locator("meeting-decisions button").click();
        page.locator("hold-bar [data-act=tell-now]").click();
        assertThat(page.locator("meeting-decisions [data-decision]")).hasCount(1);
        assertEquals(
                1,
                board.as(board.person("office"))
                        .get("/api/entries?kind=directive-issued")
                        .json()
                        .path("entries")
                        .size());
    }

    @Test
    void the_agenda_stays_as_it_was_when_the_meeting_began_and_takes_another_project_on_demand() throws Exception {
        twoToSpeakOf();
        Page page = meeting();
        begin(page);
        assertThat(page.locator("[data-item=underpass]")).isVisible();
        // The reason goes away while it is spoken of: the card changes, its place does not.
        long blocker = board.as(board.person("zhao"))
                .get("/api/entries?kind=blocker-raised")
                .json()
                .path("entries")
                .get(0)
                .path("seq")
                .asLong();
        tell("zhao", "park", "{'kind':'blocker-cleared','blocker':" + blocker + ",'how':'已交地'}");
        page.locator("[data-act=next]").click();
        assertThat(page.locator("[data-item=park]")).isVisible();
        assertThat(page.locator("meeting-item aside")).not().containsText("未交地");
        tell(
                "office",
                "bridge",
                "{'kind':'project-opened','name':{'zh':'新桥','en':'Bridge'},'sector':'transport.road','projectKind':'works','stage':'preparation'}");
        page.locator("meeting-rail select").selectOption("bridge");
        assertThat(page.locator("[data-item=bridge]")).isVisible();
        assertThat(page.locator(".walk b")).hasText("3 / 3");
    }

    @Test
    void since_the_last_meeting_begins_at_its_end_and_not_at_the_end_of_its_day() throws Exception {
        twoToSpeakOf();
        TestClient office = board.as(board.person("office"));
        long held = office.post(
                        "/api/updates", "{\"kind\":\"meeting-held\",\"title\":\"上午的会\"}", "Idempotency-Key", "m-1")
                .json()
                .path("seq")
                .asLong();
        tell("zhao", "park", "{'kind':'stage-changed','stage':'completion'}");
        assertEquals(
                0,
                office.get("/api/changes?from=" + TODAY).json().path("projects").size(),
                "the end of the day knows it already");
        var since = office.get("/api/changes?fromSeq=" + held).json();
        assertEquals(1, since.path("projects").size());
        assertEquals(
                "completion",
                since.path("projects").get(0).path("stage").path("to").asText());
        assertEquals("unknown-entry", office.get("/api/changes?fromSeq=99999").code());
        assertEquals("from-once", office.get("/api/changes").code());
        assertEquals(
                "from-once", office.get("/api/changes?fromSeq=1&from=" + TODAY).code());
        assertEquals(
                "days-unordered",
                office.get("/api/changes?fromSeq=" + held + "&to=" + TODAY.minusDays(1))
                        .code());

        Page page = meeting();
        begin(page);
        page.locator("[data-agenda=park]").click();
        assertThat(page.locator("[data-since]")).containsText("阶段：在建 → 收尾");
        Page desk = desk("office");
        desk.locator("[data-nav=changes]").click();
        assertThat(desk.locator("[data-changed=park]")).containsText("阶段：在建 → 收尾");
        desk.locator("changes-desk [name=from]").fill(TODAY.minusDays(70).toString());
        desk.locator("changes-desk [name=to]").fill(TODAY.minusDays(3).toString());
        assertThat(desk.locator("[data-changed=underpass]")).containsText("新上板");
    }

    @Test
    void minutes_name_what_is_there_and_older_meetings_answer_for_the_directives_since_the_one_before()
            throws Exception {
        TestClient office = board.as(board.person("office"));
        tell("office", "park", "{'kind':'directive-issued','text':'先交地','deadline':'" + TODAY + "'}");
        String plain = "{\"kind\":\"meeting-held\",\"title\":\"旧式\",\"note\":\"一、交地\"}";
        long old = office.post("/api/updates", plain, "Idempotency-Key", "m-1")
                .json()
                .path("seq")
                .asLong();
        var minutes = office.get("/api/meetings/" + old).json();
        assertFalse(minutes.path("noted").asBoolean());
        assertEquals("一、交地", minutes.path("note").asText());
        assertEquals(
                "先交地",
                minutes.path("decisions").get(0).path("directive").path("text").asText());
        assertEquals(404, office.get("/api/meetings/1").status());
        assertEquals(404, office.get("/api/meetings/99999").status());
        for (String wrong : new String[] {"\"decisions\":[1]", "\"began\":99999", "\"agenda\":[\"nowhere\"]"}) {
            var refused = office.post(
                    "/api/updates",
                    "{\"kind\":\"meeting-held\",\"title\":\"会\"," + wrong + "}",
                    "Idempotency-Key",
                    "m-" + wrong.hashCode());
            assertTrue(refused.status() == 422 || refused.status() == 404, () -> refused.raw()
                    .body());
        }
    }

    @Test
    void the_ledger_says_that_it_is_whole_until_somebody_changes_it() throws Exception {
        Page page = desk("office");
        page.locator("[data-nav=ledger]").click();
        Locator chain = page.locator("[data-chain]");
        assertThat(chain).hasAttribute("data-chain", "whole");
        tell("zhao", "park", "{'kind':'still-true'}");
        long seq = board.as(board.person("office"))
                .get("/api/ledger")
                .json()
                .path("verified")
                .asLong();
        TestBoard.execute(board.database(), "UPDATE guatu.entry SET body = replace(body, '桐交', '桐水') WHERE seq = 17");
        var kept = board.as(board.person("office")).get("/api/ledger").json();
        assertEquals(seq, kept.path("verified").asLong(), "what was read is not read again unasked");
        chain.locator("[data-act=again]").click();
        assertThat(chain).hasAttribute("data-chain", "broken");
        assertThat(chain).containsText("第 17 条有问题");
        Page manager = desk("wang");
        manager.locator("[data-nav=ledger]").click();
        assertThat(manager.locator("[data-entry]").first()).isVisible();
        assertThat(manager.locator("[data-chain]")).hasCount(0);
    }

    @Test
    void the_ledger_is_searched_by_kind_and_a_verdict_says_of_what_it_is() throws Exception {
        tell("wang", "underpass", "{'kind':'blocker-raised','factor':'land','text':'=HYPERLINK(0)'}");
        Page page = desk("office");
        page.locator("[data-nav=ledger]").click();
        page.locator("ledger-desk [name=kind]").selectOption("progress-verified");
        page.locator("ledger-desk form button.main").click();
        assertThat(page.locator("[data-entry]")).hasCount(2);
        assertThat(page.locator("[data-entry]").first()).containsText("箱涵顶进 30% 已核实");
        page.locator("ledger-desk [name=kind]").selectOption("");
        page.locator("ledger-desk [name=project]").selectOption("underpass");
        page.locator("ledger-desk form button.main").click();
        assertThat(page.locator("[data-entry]").first()).containsText("HYPERLINK");
        Download file =
                page.waitForDownload(() -> page.locator("[data-act=export]").click());
        String csv = Files.readString(file.path());
        assertTrue(csv.startsWith("\ufeff\"序号\""), csv);
        assertTrue(csv.contains("箱涵顶进 30% 已核实"), csv);
        assertFalse(
                Pattern.compile("(^|,)\"[=+@-]", Pattern.MULTILINE).matcher(csv).find(), csv);
        page.setViewportSize(390, 844);
        assertTrue((Boolean)
                page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
    }

    @Test
    void safety_is_told_in_the_form_of_the_work_report() throws Exception {
        TestClient wang = board.as(board.person("wang"));
        Page page = desk("li");
        page.locator("[data-nav=safety]").click();
        assertThat(page.locator(".sentence")).containsText("没有隐患记录");
        long hazard = wang.tell(
                        "underpass",
                        "{\"kind\":\"hazard-found\",\"severity\":\"general\",\"place\":\"北侧\",\"text\":\"缺护栏\"}")
                .json()
                .path("seq")
                .asLong();
        tell("zhao", "park", "{'kind':'hazard-found','severity':'general','place':'南侧','text':'积水'}");
        tell(
                "wang",
                "underpass",
                "{'kind':'notice-issued','number':'1','hazards':[" + hazard + "],'deadline':'" + TODAY.plusDays(5)
                        + "'}");
        page.locator("[data-nav=today]").click();
        page.locator("[data-nav=safety]").click();
        assertThat(page.locator(".sentence")).hasText(TODAY.getYear() + " 年，全镇重点项目排查隐患 2 条，下发整改通知书 1 份，尚有 2 条在整改中。");
        assertThat(page.locator("[data-line=underpass] td")).hasText(new String[] {"1", "1", "0", "1"});
        assertThat(page.locator("[data-line='" + TODAY.toString().substring(0, 7) + "'] td"))
                .hasText(new String[] {"2", "1", "0"});
        page.locator("[data-nav=overview]").click();
        assertThat(page.locator("overview-desk [data-count=green] b")).isVisible();
        assertThat(page.locator("overview-desk progress-curve .known").first()).isVisible();
    }

    @Test
    void meetings_are_listed_page_by_page_and_older_ones_are_asked_for() throws Exception {
        for (int i = 1; i <= 32; i++) {
            tellBoard("{'kind':'meeting-held','title':'第" + i + "次'}");
        }
        var office = board.as(board.person("office"));
        JsonNode first = office.get("/api/meetings?limit=20").json().path("meetings");
        assertEquals(20, first.size());
        assertEquals("第32次", first.get(0).path("title").asText());
        long last = first.get(19).path("seq").asLong();
        JsonNode second =
                office.get("/api/meetings?limit=20&before=" + last).json().path("meetings");
        assertEquals(12, second.size());
        assertEquals("第12次", second.get(0).path("title").asText());
        assertEquals(400, office.get("/api/meetings?limit=501").status());
        Page desk = desk("office");
        desk.locator("[data-nav=meeting]").click();
        assertThat(desk.locator("[data-meeting]")).hasCount(30);
        desk.locator("[data-act=older]").click();
        assertThat(desk.locator("[data-meeting]")).hasCount(32);
        assertThat(desk.locator("[data-act=older]")).hasCount(0);
    }

    private void tellBoard(String update) throws Exception {
        assertEquals(
                201,
                board.as(board.person("office"))
                        .post(
                                "/api/updates",
                                update.replace('\'', '"'),
                                "Idempotency-Key",
                                UUID.randomUUID().toString())
                        .status());
    }
}
