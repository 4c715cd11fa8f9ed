package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import io.guatu.photo.TestPhoto;
import io.guatu.report.form.MadeForms;
import java.awt.image.BufferedImage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the desk's forms promise: nothing typed is lost, nothing happens twice, nobody is overwritten, faults are said in place. */
class DeskFormsIT extends DeskCase {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static FilePayload photo(int mark) throws Exception {
        BufferedImage image = new BufferedImage(240, 180, BufferedImage.TYPE_INT_RGB);
        image.setRGB(mark, 7, 0xffffff);
        return new FilePayload("site.png", "image/png", TestPhoto.plain(image, "png"));
    }

    /** The next such request arrives, its answer does not. */
    private static void loseNextAnswer(Page page, String url) {
        AtomicInteger left = new AtomicInteger(1);
        page.route(url, route -> {
            if (left.getAndDecrement() > 0) {
                route.fetch();
                route.abort();
            } else {
                route.resume(new Route.ResumeOptions());
            }
        });
    }

    private void told(String who, String update) throws Exception {
        String token = who.equals("g-li") ? board.contractor(who) : board.person(who);
        var answer = board.as(token).tell("underpass", update);
        assertEquals(201, answer.status(), () -> answer.raw().body());
    }

    @Test
    void what_a_manager_types_is_told_once_is_kept_over_a_reload_and_overwrites_nobody() throws Exception {
        Page desk = desk("wang");
        project(desk, "铁路下穿");
        aPhotoGoesWithAHazardThoughTheAnswerIsLostAndBothAreThereOnce(desk);
        aFieldThatAppearsLateComesBackWithWhatWasChosen(desk);
        aReportPressedTwiceIsOneEntryAndTheFormIsReadyForTheNext(desk);
        aReportTooKnowsWhereItBegan(desk);
        whoEditsWhatAnotherChangedIsShownBothAndLosesNothing(desk);
        aKindWithoutAFormOfItsOwnIsAskedForAsTheContractSays(desk);
    }

    @Test
    void what_the_office_types_survives_a_reload_stays_with_its_subject_and_is_refused_at_its_field() throws Exception {
        small(board);
        Page desk = desk("office");
        whatWasTypedSurvivesAReload(desk);
        Locator report = whatIsWrongIsSaidAtItsField(desk);
        whatIsTypedStaysWithItsSubject(desk, report);
        aForeignFormOfTwoRowsAProjectIsMappedOnceAndChangedTheNextMonth(desk);
    }

    private void aPhotoGoesWithAHazardThoughTheAnswerIsLostAndBothAreThereOnce(Page desk) throws Exception {
        Locator found = form(desk, "hazard-found");
        found.locator("[name=severity]").selectOption("general");
        found.locator("[name=place]").fill("工作坑");
        found.locator("[name=text]").fill("护栏松动");
        found.locator("input[type=file]").setInputFiles(photo(7));
        assertThat(found.locator(".taken img")).hasCount(1);
        loseNextAnswer(desk, "**/updates");
        found.locator("button.main").click();
        desk.locator("hold-bar [data-act=tell-now]").click();
        assertThat(found.locator(".fault")).containsText("不会重复");
        assertThat(found.locator("[name=text]")).hasValue("护栏松动");
        send(found);
        assertThat(desk.locator(".open")).containsText("护栏松动");
        assertEquals(1, entries("underpass", "hazard-found").size());
        assertEquals(
                1, entries("underpass", "hazard-found").at("/0/update/photos").size());
        assertEquals(1, entries("underpass", "photo-received").size());
    }

    private void aFieldThatAppearsLateComesBackWithWhatWasChosen(Page desk) {
        form(desk, "notice-issued").locator("[name=grant]").selectOption("g-li");
        desk.locator("form[data-kind=notice-issued] [name=number]").fill("整改3号");
        desk.reload();
        project(desk, "铁路下穿");
        Locator notice = form(desk, "notice-issued");
        assertThat(notice.locator("[name=number]")).hasValue("整改3号");
        assertThat(notice.locator("[name=grant]")).hasValue("g-li");
    }

    private void aReportPressedTwiceIsOneEntryAndTheFormIsReadyForTheNext(Page desk) throws Exception {
        Locator report = report(desk);
        report.locator("[name=percent]").fill("41");
        report.locator("input[type=file]").setInputFiles(photo(9));
        assertThat(report.locator(".taken img")).hasCount(1);
        report.locator("button.main").dblclick();
        assertThat(desk.locator("report-form .saved")).isVisible();
        assertThat(report.locator("[name=asOf]")).hasValue(TODAY.toString());
        assertThat(report.locator("[name=percent]")).hasValue("");
        assertThat(report.locator(".taken img")).hasCount(0);
        assertEquals(
                2, entries("underpass", "progress-reported").size() - 1, "the seed's two, of which one is the pit's");
    }

    private void whoEditsWhatAnotherChangedIsShownBothAndLosesNothing(Page desk) throws Exception {
        Locator move = form(desk, "forecast-moved");
        String mine = TODAY.plusDays(75).toString();
        move.locator("[name=milestone]").selectOption("jacking");
        move.locator("[name=forecast]").fill(mine);
        move.locator("[name=cause]").selectOption("weather");
        String theirs = TODAY.plusDays(70).toString();
        told(
                "office",
                "{\"kind\":\"forecast-moved\",\"milestone\":\"jacking\",\"forecast\":\"" + theirs
                        + "\",\"cause\":\"land\"}");
        move.locator("button.main").click();
        desk.locator("hold-bar [data-act=tell-now]").click();
        assertThat(move.locator(".fault")).containsText("别人改过");
        assertThat(move.locator("[data-moved]")).containsText("土地");
        assertThat(move.locator(".moved tbody tr")).containsText(theirs);
        assertThat(move.locator(".moved tbody tr")).containsText(mine);
        assertThat(move.locator("[name=forecast]")).hasValue(mine);
        send(move);
        assertThat(desk.locator("slip-ledger")).containsText("天气");
    }

    private void aReportTooKnowsWhereItBegan(Page desk) throws Exception {
        Locator report = desk.locator("report-form form");
        report.locator("[name=percent]").fill("50");
        told("office", "{\"kind\":\"still-true\"}");
        desk.reload();
        project(desk, "铁路下穿");
        report = report(desk);
        assertThat(report.locator("[name=percent]")).hasValue("50");
        report.locator("button.main").click();
        assertThat(report.locator("[data-moved]")).containsText("无变化");
        report.locator("button.main").click();
        assertThat(desk.locator("report-form .saved")).isVisible();
    }

    private void whatIsTypedStaysWithItsSubject(Page desk, Locator report) {
        report.locator("[name=percent]").fill("33");
        Locator suspended = form(desk, "project-suspended");
        suspended.locator("[name=reason]").fill("汛期");
        suspended.locator("[name='approval.person']").selectOption("-");
        suspended.locator("[name='approval.office']").fill("镇党委会");
        Locator blocker = form(desk, "blocker-raised");
        assertThat(blocker.locator("[name=text]")).hasValue("");
        assertThat(blocker.locator("[name=need]")).hasValue("");
        blocker.locator("[name=milestones][value=pit]").check();
        project(desk, "产业园");
        assertThat(report(desk).locator("[name=percent]")).hasValue("");
        project(desk, "铁路下穿");
        assertThat(report(desk).locator("[name=percent]")).hasValue("33");
        assertThat(form(desk, "blocker-raised").locator("[name=milestones][value=pit]"))
                .isChecked();
        assertThat(form(desk, "project-suspended").locator("[name='approval.office']"))
                .hasValue("镇党委会");
        desk.locator("[data-nav=people]").click();
        desk.locator("[data-person=wang] [data-act=edit]").click();
        desk.locator("[name=projects][value=park]").check();
        desk.locator("[data-person=zhao] [data-act=edit]").click();
        assertThat(desk.locator("[name=projects][value=underpass]")).not().isChecked();
        desk.locator("[data-person=wang] [data-act=edit]").click();
        assertThat(desk.locator("[name=projects][value=park]")).isChecked();
    }

    private void whatWasTypedSurvivesAReload(Page desk) throws Exception {
        told(
                "g-li",
                "{\"kind\":\"progress-reported\",\"milestone\":\"jacking\",\"percent\":40,\"asOf\":\"" + TODAY + "\"}");
        desk.locator("[data-act=return]").click();
        desk.locator("form.reason [name=reason]").fill("照片不清");
        desk.locator("[data-nav=projects]").click();
        desk.locator("project-opening summary").click();
        desk.locator("project-opening [name='name.zh']").fill("第二下穿");
        desk.locator("project-opening [name=copy]").selectOption("park");
        project(desk, "铁路下穿");
        Locator checked = form(desk, "hazard-found");
        checked.locator("[name=severity]").selectOption("major");
        checked.locator("[name=text]").fill("写到一半");
        desk.reload();
        desk.locator("[data-act=return]").click();
        assertThat(desk.locator("form.reason [name=reason]")).hasValue("照片不清");
        desk.locator("[data-nav=projects]").click();
        desk.locator("project-opening summary").click();
        assertThat(desk.locator("project-opening [name='name.zh']")).hasValue("第二下穿");
        assertThat(desk.locator("project-opening [name=copy]")).hasValue("park");
        project(desk, "铁路下穿");
        assertThat(form(desk, "hazard-found").locator("[name=severity]")).hasValue("major");
        assertThat(desk.locator("form[data-kind=hazard-found] [name=text]")).hasValue("写到一半");
    }

    private void aForeignFormOfTwoRowsAProjectIsMappedOnceAndChangedTheNextMonth(Page desk) {
        desk.locator("[data-nav=tables]").click();
        desk.locator("[name=form-file]").setInputFiles(new FilePayload("对照表.xlsx", XLSX, MadeForms.plannedAboveDone()));
        assertThat(desk.locator("form-editor [name=height]")).hasValue("2");
        assertThat(under(desk, "B 1/2")).hasValue("name");
        assertThat(under(desk, "E 1/2")).hasValue(""); // computed below it
        under(desk, "D 1/2").selectOption("planned");
        under(desk, "D 2/2").selectOption("this-year");
        desk.locator("[data-act=save]").click();
        desk.locator("[data-act=look]").click();
        assertThat(desk.locator("form-result")).containsText("铁路下穿");
        assertThat(desk.locator("form-result")).containsText("年度计划");
        desk.locator("[data-act=edit-form]").click();
        assertThat(under(desk, "D 1/2")).hasValue("planned");
        assertThat(under(desk, "D 2/2")).hasValue("this-year");
        assertThat(under(desk, "B 2/2")).hasValue("");
        under(desk, "D 2/2").selectOption("since-start");
        desk.locator("[data-act=save]").click();
        assertThat(desk.locator("[name=revision] option")).hasCount(2);
    }

    /** What a form has under a heading, in which of a project's rows. */
    private static Locator under(Page desk, String place) {
        Locator filled = desk.locator(".form-columns li")
                .filter(new Locator.FilterOptions()
                        .setHas(desk.getByText(place, new Page.GetByTextOptions().setExact(true))));
        return filled.locator("select");
    }

    /** @return the report that was begun */
    private Locator whatIsWrongIsSaidAtItsField(Page desk) {
        Locator amended = form(desk, "project-amended");
        amended.locator("[name=weight]").fill("0");
        amended.locator("button.main").click();
        assertThat(amended.locator("label:has([name=weight]) .flaw")).containsText("要大于 0");
        amended.locator("[name=weight]").fill("20");
        assertThat(amended.locator(".flaw")).hasCount(0);
        send(amended);
        Locator report = report(desk);
        report.locator("[name=percent]").fill("12");
        report.locator("button.main").click();
        assertThat(report.locator("label:has([name=note]) .flaw")).containsText("请写明原因");
        assertThat(report.locator("[name=note]")).isFocused();
        return report;
    }

    private void aKindWithoutAFormOfItsOwnIsAskedForAsTheContractSays(Page desk) {
        Locator diary = form(desk, "site-diary");
        assertThat(diary.locator("[name=machines]")).hasAttribute("max", "1000");
        assertThat(diary.locator("[name=asOf]")).hasValue(TODAY.toString());
        diary.locator("[name=weather]").selectOption("fog");
        diary.locator("[name=crew]").fill("12");
        diary.locator("[name=machines]").fill("0");
        diary.locator("[name=note]").fill("能见度低");
        send(diary);
        assertThat(desk.locator("project-facts")).containsText("施工日志：雾，12 人，机械 0 台");
        assertThat(desk.locator("project-facts")).containsText("能见度低");
    }
}
