package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The desk in a real browser: what people fill in, and what becomes of it. */
class DeskIT extends DeskCase {
    @Test
    void a_first_password_is_changed_a_reload_asks_for_nothing_and_logging_out_ends_it_in_every_window()
            throws Exception {
        Page desk = watched(browser.page(1440, 900));
        aFirstPasswordIsChangedAtTheDoorAndAgainOnTheDesk(desk);
        aReloadAsksForNothingAndLoggingOutEndsItInEveryWindow(desk);
    }

    @Test
    void what_a_manager_an_office_and_a_leader_tell_goes_round_among_them() {
        Page manager = desk("wang");
        whatCouldNotBeReadOnceIsReadAgain(manager);
        Page office = aHazardGoesRoundUntilSomebodyElseClosesIt(manager);
        aDirectiveIsIssuedAnsweredAndClosed(manager, office);
        project(manager, "铁路下穿");
        aDateMovesWithAReasonAndItsDaysAreChargedToTheBlocker(manager);
        aMilestoneThatWasFinishedByASlipIsCorrectedAndTheCorrectionStaysOnRecord(manager);
    }

    @Test
    void the_office_adopts_rules_adds_people_and_opens_a_project() {
        Page office = desk("office");
        theOfficeSeesTheBoardUnderOtherRulesBeforeItAdoptsThem(office);
        theOfficeAddsAndDisablesPeopleAndFindsBothInTheLedger(office);
        theOfficeOpensAProjectWithTheMilestonesOfAnother(office);
    }

    private void aFirstPasswordIsChangedAtTheDoorAndAgainOnTheDesk(Page page) throws Exception {
        var reset = board.as(board.person("office"))
                .post("/api/people/wang/password", "{\"password\":\"told-by-phone\"}", "Idempotency-Key", "reset-1");
        assertTrue(reset.status() / 100 == 2, () -> reset.raw().body());
        page.navigate(board.url() + "/desk");
        page.locator("[name=name]").fill("wang");
        page.locator("[name=password]").fill("told-by-phone");
        page.locator("#login button").click();
        assertThat(page.locator("#login .fault")).containsText("初始密码");
        page.locator("[name=newPassword]").fill("a-better-password");
        page.locator("#login button").click();
        assertThat(page.locator("[data-live]")).hasAttribute("data-live", "live");
        page.locator("[data-nav=account]").click();
        page.locator("account-desk [name=password]").fill("not-it");
        page.locator("account-desk [name=newPassword]").fill("a-third-password");
        page.locator("account-desk > form button.main").click();
        assertThat(page.locator("account-desk .fault")).isVisible();
        page.locator("account-desk [name=password]").fill("a-better-password");
        page.locator("account-desk > form button.main").click();
        assertThat(page.locator("account-desk .saved")).isVisible();
        assertThat(page.locator("[data-live]")).hasAttribute("data-live", "live");
    }

    private void aReloadAsksForNothingAndLoggingOutEndsItInEveryWindow(Page desk) {
        desk.reload();
        assertThat(desk.locator("header [data-nav=account]")).containsText("王主任");
        Page second = desk.context().newPage();
        second.navigate(board.url() + "/desk");
        assertThat(second.locator("[data-live]")).hasAttribute("data-live", "live");
        desk.locator("[data-act=logout]").click();
        assertThat(desk.locator("#login")).isVisible();
        assertThat(second.locator("#login")).isVisible(); // nobody has to touch it
        second.reload();
        assertThat(second.locator("#login")).isVisible();
    }

    private void whatCouldNotBeReadOnceIsReadAgain(Page desk) {
        AtomicInteger left = new AtomicInteger(1);
        desk.route("**/api/projects/underpass", route -> {
            if (left.getAndDecrement() > 0) {
                route.abort();
            } else {
                route.resume();
            }
        });
        project(desk, "铁路下穿");
        assertThat(desk.locator("project-past")).containsText("箱涵顶进");
        desk.unroute("**/api/projects/underpass");
    }

    /** @return the office's window */
    private Page aHazardGoesRoundUntilSomebodyElseClosesIt(Page manager) {
        Locator found = form(manager, "hazard-found");
        found.locator("[name=severity]").selectOption("serious");
        found.locator("[name=place]").fill("工作坑");
        found.locator("[name=text]").fill("临边无防护");
        send(found);
        Locator notice = form(manager, "notice-issued");
        notice.locator("[name=number]").fill("整改〔2026〕3号");
        notice.locator("[name=hazards]").check();
        notice.locator("[name=deadline]").fill(TODAY.plusDays(5).toString());
        send(notice);
        assertThat(manager.locator(".open")).containsText("待整改");
        Locator rectified = form(manager, "hazard-rectified");
        rectified.locator("[name=text]").fill("护栏已装");
        send(rectified);
        assertThat(manager.locator(".open")).containsText("待复查");
        assertThat(manager.locator("[data-tell=hazard-rechecked]")).hasCount(0); // not offered to who rectified
        Page office = desk("office");
        project(office, "铁路下穿");
        Locator failed = form(office, "hazard-rechecked");
        assertThat(failed.locator("[name=deadline]")).hasCount(0);
        failed.locator("[value=false]").check();
        failed.locator("[name=text]").fill("北侧还缺一段");
        failed.locator("[name=deadline]").fill(TODAY.plusDays(9).toString());
        send(failed);
        assertThat(manager.locator(".open").first())
                .containsText(DateTimeFormatter.ofPattern("M月d日").format(TODAY.plusDays(9)));
        Locator again = form(manager, "hazard-rectified");
        again.locator("[name=text]").fill("北侧已补");
        send(again);
        Locator checked = form(office, "hazard-rechecked");
        checked.locator("[value=true]").check();
        send(checked);
        assertThat(office.locator(".open")).hasCount(0);
        assertThat(manager.locator("project-past")).containsText("销号");
        return office;
    }

    private void aDirectiveIsIssuedAnsweredAndClosed(Page manager, Page office) {
        Page leader = desk("li");
        project(leader, "铁路下穿");
        leader.setViewportSize(390, 844);
        assertThat(leader.locator("[data-tell=directive-issued]"))
                .isInViewport(); // a phone asks for no scrolling first
        Locator issued = form(leader, "directive-issued");
        issued.locator("[name=text]").fill("本周协调要点");
        issued.locator("[name=deadline]").fill(TODAY.plusDays(4).toString());
        send(issued);
        manager.locator("[data-nav=today]").click();
        assertThat(manager.locator("todo-list").first()).containsText("本周协调要点");
        manager.locator("[data-todo=underpass]").first().click();
        send(form(manager, "directive-acknowledged"));
        Locator answer = form(manager, "directive-answered");
        answer.locator("[name=text]").fill("已报工务段");
        send(answer);
        assertThat(office.locator(".open")).containsText("本周协调要点");
        assertThat(office.locator("[data-tell=directive-accepted]")).hasCount(0); // leaders close what a leader issued
        Locator accepted = form(leader, "directive-accepted");
        send(accepted);
        assertThat(leader.locator(".open")).hasCount(0);
        leader.context().close();
        office.context().close();
    }

    private void aDateMovesWithAReasonAndItsDaysAreChargedToTheBlocker(Page desk) {
        Locator blocker = form(desk, "blocker-raised");
        blocker.locator("[name=factor]").selectOption("permits");
        blocker.locator("[name=text]").fill("要点计划未批");
        blocker.locator("[name=promised]").fill(TODAY.plusDays(9).toString());
        send(blocker);
        assertThat(desk.locator(".open")).containsText("要点计划未批");
        Locator move = form(desk, "forecast-moved");
        move.locator("[name=milestone]").selectOption("jacking");
        move.locator("[name=forecast]").fill(TODAY.plusDays(75).toString());
        move.locator("[name=note]").fill("等天窗点");
        move.locator("[name=cause]").selectOption(new SelectOption().setIndex(0));
        move.locator("button.main").click();
        assertThat(move).isVisible(); // no reason, no move: the browser asks for it
        move.locator("[name=cause]").selectOption("weather");
        send(move);
        assertThat(desk.locator("slip-ledger")).containsText("天气");
        assertThat(desk.locator("slip-ledger .note").first()).containsText("天气 15 天"); // the reason that was given
        assertThat(desk.locator("slip-ledger .note").last()).containsText("审批 15 天"); // and what it is charged to
        assertThat(desk.locator(".open")).containsText("影响工期 15 天");
    }

    private void aMilestoneThatWasFinishedByASlipIsCorrectedAndTheCorrectionStaysOnRecord(Page desk) {
        Locator corrected = form(desk, "progress-corrected");
        assertThat(corrected.locator("[name=milestone] option")).hasText(new String[] {"请选择", "工作坑 100%"});
        corrected.locator("[name=milestone]").selectOption("pit");
        corrected.locator("[name=percent]").fill("90");
        corrected.locator("[name=note]").fill("误点，抽水井未完");
        send(corrected);
        assertThat(desk.locator("project-plan tbody tr").first()).containsText("90%");
        assertThat(desk.locator("[data-tell=progress-corrected]")).hasCount(0);
        assertThat(desk.locator("project-past .history")).containsText("误点，抽水井未完");
    }

    private void theOfficeSeesTheBoardUnderOtherRulesBeforeItAdoptsThem(Page office) {
        office.locator("[data-nav=rules]").click();
        office.locator("[data-rules=daguan-1]").click();
        office.locator("[name='late.red']").fill("");
        assertThat(office.locator("[data-rule=late] .flaw")).containsText("两个数都要填");
        assertThat(office.locator("form.rules button.main")).isDisabled();
        office.locator("[name='late.red']").fill("15");
        office.locator("[name='behind.yellow']").fill("0.1");
        office.locator("[name='behind.red']").fill("0.2");
        assertThat(office.locator("[data-differs=park]")).isVisible();
        office.locator("[name=reason]").fill("从严");
        office.waitForRequest(
                "**/api/board/preview", () -> told("underpass", "{\"kind\":\"still-true\"}")); // both boards go on
        office.locator("form.rules button.main").click();
        assertThat(office.locator(".saved")).isVisible();
        assertThat(office.locator(".keys")).containsText("大关镇规则（第2版）");
        project(office, "产业园");
        assertThat(office.locator("project-lamp .why")).containsText("大关镇规则（第2版）");
    }

    private void told(String project, String update) {
        try {
            assertEquals(
                    201, board.as(board.person("office")).tell(project, update).status());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void theOfficeAddsAndDisablesPeopleAndFindsBothInTheLedger(Page office) {
        office.locator("[data-nav=people]").click();
        office.locator("[name=person]").fill("sun");
        office.locator("people-desk [name=name]").fill("孙站长");
        office.locator("people-desk [name=password]").fill("a-long-password");
        office.locator("[name=projects][value=park]").check();
        office.locator("people-desk button.main").click();
        assertThat(office.locator("label:has([name=role]) .flaw")).hasText("请选择。");
        office.locator("[name=role]").selectOption("manager");
        office.locator("people-desk button.main").click();
        assertThat(office.locator("[data-person=sun]")).containsText("产业园");
        office.locator("[data-person=sun] [data-act=disable]").click();
        office.locator("[data-person=sun] [data-act=disable]").click(); // asked once more
        assertThat(office.locator("[data-person=sun] [data-act=enable]")).isVisible();
        office.locator("[data-nav=ledger]").click();
        assertThat(office.locator("ledger-desk tbody")).containsText("停用账号 sun");
        office.locator("ledger-desk [name=text]").fill("孙站长");
        office.locator("ledger-desk form button.main").click();
        assertThat(office.locator("ledger-desk tbody tr")).hasCount(1);
    }

    private void theOfficeOpensAProjectWithTheMilestonesOfAnother(Page office) {
        office.locator("[data-nav=projects]").click();
        office.locator("project-opening summary").click();
        office.locator("project-opening [name='name.zh']").fill("第二下穿");
        office.locator("project-opening [name=sector]").selectOption("transport.road");
        office.locator("project-opening [name=projectKind]").selectOption("works");
        office.locator("project-opening [name=stage]").selectOption("preparation");
        office.locator("project-opening [name=copy]").selectOption("underpass");
        office.locator("project-opening [name=begin]").fill(TODAY.plusDays(10).toString());
        office.locator("project-opening button.main").click();
        assertThat(office.locator("project-page h2")).containsText("第二下穿");
        assertThat(office.locator("project-plan tbody tr")).hasCount(2);
        assertThat(office.locator("project-lamp .why")).containsText("还有 10 天");
        office.navigate(board.url() + "/desk/projects?lang=en");
        assertThat(office.locator("main")).containsText("第二下穿");
    }
}
