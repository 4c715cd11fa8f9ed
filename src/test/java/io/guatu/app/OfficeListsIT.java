package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the office looks up: the ledger and whether it is whole, older meetings; and what a leader sees of safety. */
class OfficeListsIT extends DeskCase {
    private void tell(String who, String project, String update) throws Exception {
        assertEquals(
                201,
                board.as(board.person(who))
                        .tell(project, update.replace('\'', '"'))
                        .status());
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

    @Test
    void the_ledger_is_searched_and_says_whether_it_is_whole_and_meetings_are_listed() throws Exception {
        for (int i = 1; i <= 32; i++) {
            tellBoard("{'kind':'meeting-held','title':'第" + i + "次'}");
        }
        meetingsAreAnsweredPageByPage();
        Page page = desk("office");
        olderMeetingsAreAskedFor(page);
        theLedgerIsSearchedByKindAndAVerdictSaysOfWhatItIs(page);
        theLedgerSaysThatItIsWholeUntilSomebodyChangesIt(page);
    }

    private void meetingsAreAnsweredPageByPage() throws Exception {
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
    }

    private static void olderMeetingsAreAskedFor(Page desk) {
        desk.locator("[data-nav=meeting]").click();
        assertThat(desk.locator("[data-meeting]")).hasCount(30);
        desk.locator("[data-act=older]").click();
        assertThat(desk.locator("[data-meeting]")).hasCount(32);
        assertThat(desk.locator("[data-act=older]")).hasCount(0);
    }

    private void theLedgerIsSearchedByKindAndAVerdictSaysOfWhatItIs(Page page) throws Exception {
        tell("wang", "underpass", "{'kind':'blocker-raised','factor':'land','text':'=HYPERLINK(0)'}");
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

    private void theLedgerSaysThatItIsWholeUntilSomebodyChangesIt(Page page) throws Exception {
        page.setViewportSize(1440, 900);
        page.navigate(board.url() + "/desk/ledger");
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
}
