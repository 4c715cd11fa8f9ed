package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.time.LocalDate;
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
        whatIsTypedBelongsToItsProjectAndOutlivesWalkingOnAndAReload(page);
        aDecisionWaitsIsTakenBackAndWhenItIsToldByTheNextPageItIsTheMeetings(page);
        aDecisionWhoseAnswerWasLostIsOneDirectiveAfterAReloadAndASecondTry(page);
        theMeetingEndsInMinutes(page);
        aManagerFindsTheDirectiveToSignAndOpensTheMinutesAgain();
    }

    @Test
    void an_agenda_stays_as_it_began_and_says_what_changed_since_the_meeting_before() throws Exception {
        twoToSpeakOf();
        sinceTheLastMeetingBeginsAtItsEndAndNotAtTheEndOfItsDay();
        Page page = meeting();
        begin(page);
        theAgendaStaysAsItWasWhenTheMeetingBeganAndTakesAnotherProjectOnDemand(page);
        whatChangedIsSaidInTheMeetingAndOnItsOwnPage(page);
    }

    private void whatIsTypedBelongsToItsProjectAndOutlivesWalkingOnAndAReload(Page page) throws Exception {
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

    private void aDecisionWaitsIsTakenBackAndWhenItIsToldByTheNextPageItIsTheMeetings(Page page) throws Exception {
        type(page, "一时手快", "王主任", TODAY.plusDays(3));
        page.locator("meeting-decisions button").click();
        assertThat(page.locator("hold-bar [data-held]")).containsText("一时手快");
        assertThat(page.locator("meeting-decisions button")).isDisabled();
        page.locator("header h1").click();
        page.keyboard().press("z");
        assertThat(page.locator("hold-bar [data-held]")).hasCount(0);
        assertEquals(0, entries("underpass", "directive-issued").size());
        assertThat(page.locator("meeting-decisions [name=text]")).hasValue("一时手快");
        page.locator("meeting-decisions [name=text]").fill("本周批复要点");
        page.locator("meeting-decisions button").click();
        assertThat(page.locator("hold-bar [data-held]")).containsText("本周批复要点");
        page.reload();
        assertThat(page.locator("meeting-decisions [data-decision]")).containsText("本周批复要点");
        assertThat(page.locator("meeting-item aside")).containsText("待签收");
    }

    private void aDecisionWhoseAnswerWasLostIsOneDirectiveAfterAReloadAndASecondTry(Page page) throws Exception {
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
        assertThat(page.locator("meeting-decisions [data-decision]")).hasCount(2);
        assertEquals(
                2,
                board.as(board.person("office"))
                        .get("/api/entries?kind=directive-issued")
                        .json()
                        .path("entries")
                        .size());
    }

    private void theMeetingEndsInMinutes(Page page) throws Exception {
        page.keyboard().press("Escape");
        page.locator("header h1").click();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("[data-item=park] h2")).containsText("产业园");
        assertThat(page.locator(".walk b")).hasText("2 / 2");
        assertThat(page.locator("meeting-decisions [data-decision]")).hasCount(0);
        page.locator("meeting-decisions [name=text]").fill("散会前一件");
        page.locator("meeting-decisions [name=deadline]").fill(TODAY.plusDays(9).toString());
        page.locator("meeting-decisions button").click();
        page.locator("[data-act=end]").click(); // it waits no longer
        assertThat(page.locator("meeting-ending ol li")).hasCount(3);
        assertEquals(1, entries("park", "directive-issued").size());
        page.locator("meeting-ending [name=note]").fill("下月十号再会");
        page.locator("[data-act=over]").click();
        Locator minutes = page.locator(".minutes");
        assertThat(minutes).containsText("李书记、王主任、赵站长");
        assertThat(minutes.locator(".decided")).containsText("本周批复要点");
        assertThat(minutes.locator("[data-topic=park]")).containsText("承诺到期");
        assertThat(minutes.locator("[data-topic=underpass] .lamp.red")).isVisible();
        assertThat(minutes).containsText("下月十号再会");
        TestClient office = board.as(board.person("office"));
        long meeting = office.get("/api/meetings").json().at("/meetings/0/seq").asLong();
        String mark = office.get("/api/meetings/" + meeting).json().path("mark").asText();
        assertThat(minutes).containsText("核验码：" + mark);
        String paper =
                office.get("/api/papers/minutes?item=" + meeting).taken().raw().body();
        assertTrue(mark.matches("([0-9a-f]{4}-){4}[0-9a-f]{4}") && paper.contains(mark), paper);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".bar")).isHidden();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private void aManagerFindsTheDirectiveToSignAndOpensTheMinutesAgain() {
        Page manager = desk("wang");
        assertThat(manager.locator("todo-list").first()).containsText("本周批复要点");
        manager.locator("[data-nav=meeting]").click();
        assertThat(manager.locator("[data-act=meet]")).hasCount(0);
        manager.locator("[data-meeting] a").click();
        assertThat(manager.locator(".minutes .decided")).containsText("待签收");
    }

    private void sinceTheLastMeetingBeginsAtItsEndAndNotAtTheEndOfItsDay() throws Exception {
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
    }

    private void theAgendaStaysAsItWasWhenTheMeetingBeganAndTakesAnotherProjectOnDemand(Page page) throws Exception {
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

    private void whatChangedIsSaidInTheMeetingAndOnItsOwnPage(Page page) {
        page.locator("[data-agenda=park]").click();
        assertThat(page.locator("[data-since]")).containsText("阶段：在建 → 收尾");
        page.navigate(board.url() + "/desk");
        page.locator("[data-nav=changes]").click();
        assertThat(page.locator("[data-changed=park]")).containsText("阶段：在建 → 收尾");
        page.locator("changes-desk [name=from]").fill(TODAY.minusDays(70).toString());
        page.locator("changes-desk [name=to]").fill(TODAY.minusDays(3).toString());
        assertThat(page.locator("[data-changed=underpass]")).containsText("新上板");
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
}
