package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.guatu.photo.TestPhoto;
import java.awt.image.BufferedImage;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Verifying by keyboard, and what is in sight on a small screen. */
class DeskKeysIT extends DeskCase {
    private long reported(String grant, String project, String milestone, int percent, String photo) throws Exception {
        String photos = photo == null ? "" : ",\"photos\":[\"" + photo + "\"]";
        return board.as(board.contractor(grant))
                .tell(
                        project,
                        "{\"kind\":\"progress-reported\",\"milestone\":\"" + milestone + "\",\"percent\":" + percent
                                + ",\"asOf\":\"" + TODAY + "\"" + photos + "}")
                .json()
                .path("seq")
                .asLong();
    }

    @BeforeEach
    void verifiesToo() throws Exception {
        small(board);
    }

    private static Locator chosen(Page desk) {
        return desk.locator("waiting-list article.chosen");
    }

    private static Locator waiting(Page desk) {
        return desk.locator("hold-bar [data-held]");
    }

    /** From the top; what is typed ahead of the list is not for it, so the first key is pressed until it counts. */
    private static void choose(Page desk, long report) throws InterruptedException {
        TestBoard.await("the list hears keys", () -> {
            desk.keyboard().press("k");
            return chosen(desk).count() == 1;
        });
        while (!Long.toString(report).equals(chosen(desk).getAttribute("data-report"))) {
            String before = chosen(desk).getAttribute("data-report");
            desk.keyboard().press("j");
            assertThat(chosen(desk)).not().hasAttribute("data-report", before);
        }
    }

    /** A new photo of the park, of a plain picture of this size. */
    private String sent(int width, int height) throws Exception {
        byte[] png = TestPhoto.plain(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png");
        return board.as(board.contractor("g-park"))
                .sendBytes(
                        "/api/projects/park/photos",
                        png,
                        "image/png",
                        UUID.randomUUID().toString())
                .json()
                .path("id")
                .asText();
    }

    private int verified(String project) {
        return entries(project, "progress-verified").size();
    }

    @Test
    void plain_reports_are_verified_by_keys_once_each_and_by_who_chose_them() throws Exception {
        Page desk = desk("office");
        anAccountIsMadeWithoutAMouse(desk);
        aKeyTooManyVerifiesNothing(desk);
        whatSomebodyElseAnsweredTakesTheChoiceAlong(desk);
        whoLeavesThePageHasToldWhatWasWaiting(desk);
    }

    @Test
    void what_comes_with_a_photo_is_looked_at_before_it_is_verified() throws Exception {
        reported("g-park", "park", "plant", 50, sent(64, 48));
        long first = reported("g-zhou", "underpass", "jacking", 41, null);
        long second = reported("g-park", "park", "plant", 60, sent(66, 50));
        Page desk = desk("office");
        thePhotoStandsBesideTheNumbersWithItsFlagsWhateverLeavesTheListAndGrows(desk, first, second);
        aPhotoThatWasSeenBeforeIsVerifiedWithWordsOrNotAtAll(desk, second);
        thePhotosOfAMilestoneAreWalkedThroughByKeysAndThenStandsOverNow(desk);
        plainReportsThatWereLookedAtAreVerifiedTogetherAndNoOther(desk);
    }

    @Test
    void keys_and_a_small_screen_of_a_manager() throws Exception {
        long first = reported("g-li", "underpass", "jacking", 40, null);
        Page desk = desk("wang");
        pagesHaveNumbersAndAPressedPageLeavesTheKeysToTheList(desk, first);
        whatIsRefusedWhenNobodyLooksAtItsFormIsSaidUntilItWasRead(desk);
        onASmallScreenAProjectTakesThePlaceOfTheListAndGoesBack(desk);
        aLeaderIssuesADirectiveWithoutAMouse(desk("li"));
    }

    private void aLeaderIssuesADirectiveWithoutAMouse(Page desk) {
        Keyboard keys = new Keyboard(desk);
        keys.press("/").type("铁路下穿");
        assertThat(desk.locator(".finder [data-find=project]")).hasCount(1);
        keys.press("Enter");
        assertThat(desk.locator("[data-tell=directive-issued]")).isVisible();
        assertThat(desk.locator(".work")).isFocused(); // one reads on there, not at the head of the page
        String form = "form[data-kind=directive-issued] ";
        keys.to("[data-tell=directive-issued]", 6).press("Enter");
        assertThat(desk.locator(form + "[name=text]")).isFocused();
        keys.type("周五前报进展");
        keys.to(form + "[name=deadline]", 3).type("1231" + TODAY.getYear());
        keys.to(form + "button.main", 8).press("Enter");
        assertThat(waiting(desk)).hasCount(1);
        keys.to("hold-bar [data-act=tell-now]", 60).press("Enter");
        assertThat(waiting(desk)).hasCount(0);
        assertEquals(
                "周五前报进展",
                entries("underpass", "directive-issued").at("/0/update/text").asText());
    }

    private static void anAccountIsMadeWithoutAMouse(Page desk) {
        Keyboard keys = new Keyboard(desk);
        keys.press("/").type("人员");
        assertThat(desk.locator(".finder [aria-selected=true]")).containsText("人员");
        keys.press("Enter");
        String form = "person-form ";
        assertThat(desk.locator(form + "[name=person]")).isVisible();
        keys.to(form + "[name=person]", 30).type("qian");
        keys.to(form + "[name=name]", 1).type("钱站长");
        keys.to(form + "[name=role]", 1).press("ArrowDown");
        keys.to(form + "[name=password]", 1).type("a-long-password");
        keys.to(form + "[name=projects]", 2).press("Space");
        keys.to(form + "button.main", 8).press("Enter");
        assertThat(desk.locator("[data-person=qian]")).isVisible();
        keys.press("1"); // today
        assertThat(desk.locator("today-desk")).isVisible();
    }

    private void aKeyTooManyVerifiesNothing(Page desk) throws Exception {
        long first = reported("g-li", "underpass", "jacking", 40, null);
        long second = reported("g-park", "park", "plant", 60, null);
        int underpass = verified("underpass");
        int park = verified("park");
        assertThat(desk.locator("waiting-list article")).hasCount(2);
        assertThat(chosen(desk)).hasCount(0);
        for (int i = 0; i < 4; i++) {
            desk.keyboard().press("Enter");
        }
        assertThat(waiting(desk)).hasCount(0);
        choose(desk, first);
        desk.keyboard().press("Enter");
        desk.keyboard().press("Enter");
        desk.keyboard().press("Enter");
        assertThat(waiting(desk)).hasCount(1);
        assertThat(desk.locator("article.held")).hasAttribute("data-report", Long.toString(first));
        desk.keyboard().press("z");
        assertThat(waiting(desk)).hasCount(0);
        assertThat(desk.locator("article.held")).hasCount(0);
        assertThat(chosen(desk)).hasAttribute("data-report", Long.toString(first));
        choose(desk, second);
        desk.keyboard().press("Enter");
        waiting(desk).locator("[data-act=tell-now]").click();
        assertThat(desk.locator("waiting-list article")).hasCount(1);
        assertEquals(underpass, verified("underpass"));
        assertEquals(park + 1, verified("park"));
    }

    private void whatSomebodyElseAnsweredTakesTheChoiceAlong(Page desk) throws Exception {
        long first = reported("g-li", "underpass", "jacking", 42, null);
        long second = reported("g-park", "park", "plant", 65, null);
        int park = verified("park");
        assertThat(desk.locator("waiting-list article")).hasCount(2);
        choose(desk, first);
        desk.locator("header a").first().focus();
        desk.keyboard().press("Control+Enter");
        board.as(board.person("wang"))
                .tell("underpass", "{\"kind\":\"progress-verified\",\"report\":" + first + "}")
                .taken();
        assertThat(desk.locator("waiting-list article")).hasCount(1);
        assertThat(chosen(desk)).hasCount(0);
        desk.keyboard().press("Escape");
        choose(desk, second);
        assertThat(waiting(desk)).hasCount(0);
        assertEquals(park, verified("park"));
    }

    private void whoLeavesThePageHasToldWhatWasWaiting(Page desk) throws Exception {
        long first = reported("g-li", "underpass", "jacking", 44, null);
        long second = reported("g-park", "park", "plant", 70, null);
        int underpass = verified("underpass");
        int park = verified("park");
        desk.locator("[data-report='" + first + "'] [data-act=verify]").click();
        assertThat(waiting(desk)).hasCount(1);
        desk.navigate(board.url() + "/wall");
        TestBoard.await("it is told", () -> verified("underpass") == underpass + 1);
        desk.navigate(board.url() + "/desk");
        desk.locator("[data-report='" + second + "'] [data-act=verify]").click();
        assertThat(waiting(desk)).hasCount(1);
        desk.locator("[data-act=logout]").click();
        assertThat(desk.locator("#login")).isVisible();
        assertEquals(park + 1, verified("park"));
    }

    private void thePhotoStandsBesideTheNumbersWithItsFlagsWhateverLeavesTheListAndGrows(
            Page desk, long first, long second) throws Exception {
        assertThat(desk.locator("[data-report='" + second + "'] .flag").last()).containsText("几乎一样");
        board.as(board.person("wang"))
                .tell("underpass", "{\"kind\":\"progress-verified\",\"report\":" + first + "}")
                .taken();
        assertThat(desk.locator("waiting-list article")).hasCount(1);
        assertThat(desk.locator("[data-report='" + second + "'] .flag").last()).containsText("几乎一样");
        choose(desk, second);
        desk.keyboard().press("Space");
        assertThat(desk.locator(".large img")).isVisible();
        desk.keyboard().press("Escape");
        assertThat(desk.locator(".large")).hasCount(0);
    }

    private void aPhotoThatWasSeenBeforeIsVerifiedWithWordsOrNotAtAll(Page desk, long second) throws Exception {
        assertThat(desk.locator("[data-report='" + second + "'] .flag").last()).containsText("几乎一样");
        choose(desk, second);
        desk.keyboard().press("Enter");
        assertThat(waiting(desk)).hasCount(0);
        Locator how = desk.locator("verdict-form [name=note]");
        assertThat(how).isFocused();
        desk.keyboard().press("Enter");
        assertThat(waiting(desk)).hasCount(0);
        how.fill("电话问过监理，是同一面墙的两次拍摄");
        desk.keyboard().press("Enter");
        waiting(desk).locator("[data-act=tell-now]").click();
        assertThat(desk.locator("waiting-list article")).hasCount(0);
        assertEquals(
                "电话问过监理，是同一面墙的两次拍摄",
                entries("park", "progress-verified").at("/0/update/note").asText());
    }

    private void thePhotosOfAMilestoneAreWalkedThroughByKeysAndThenStandsOverNow(Page desk) throws Exception {
        desk.navigate(board.url() + "/desk/projects/park/milestones/plant");
        assertThat(desk.locator("project-photos .shots button")).hasCount(2);
        assertThat(desk.locator("then-now figcaption")).containsText("50%");
        desk.locator("then-now input")
                .evaluate("slider => { slider.value = 80; slider.dispatchEvent(new Event('input')); }");
        assertThat(desk.locator("then-now .then")).hasAttribute("style", "clip-path: inset(0px 20% 0px 0px);");
        desk.locator("project-photos .shots button").first().click();
        assertThat(desk.locator(".large")).containsText("1 / 2");
        desk.keyboard().press("ArrowRight");
        assertThat(desk.locator(".large")).containsText("2 / 2");
        desk.keyboard().press("ArrowRight");
        assertThat(desk.locator(".large")).containsText("2 / 2");
        desk.keyboard().press("Escape");
        assertThat(desk.locator(".large")).hasCount(0);
        assertThat(desk).hasURL(Pattern.compile("milestones/plant$")); // the key was the photo's
    }

    private void plainReportsThatWereLookedAtAreVerifiedTogetherAndNoOther(Page desk) throws Exception {
        reported("g-li", "underpass", "jacking", 43, null);
        long flagged = reported("g-park", "park", "plant", 70, sent(68, 52));
        reported("g-zhou", "underpass", "jacking", 45, null);
        int underpass = verified("underpass");
        desk.locator("[data-nav=today]").click();
        assertThat(desk.locator("waiting-list article")).hasCount(3);
        Locator together = desk.locator("[data-act=verify-seen]");
        assertThat(together).hasCount(0);
        choose(desk, flagged);
        assertThat(together).hasCount(0);
        desk.keyboard().press("Shift+Enter");
        assertThat(waiting(desk)).hasCount(0);
        desk.locator("waiting-list article").nth(0).click();
        assertThat(together).hasCount(0);
        desk.locator("waiting-list article").nth(2).click();
        assertThat(together).containsText("2");
        desk.keyboard().press("Shift+Enter");
        assertThat(waiting(desk)).hasCount(2);
        desk.keyboard().press("z");
        assertThat(waiting(desk)).hasCount(1);
        waiting(desk).locator("[data-act=tell-now]").click();
        assertThat(waiting(desk)).hasCount(0);
        assertEquals(underpass + 1, verified("underpass"));
        assertThat(desk.locator("[data-report='" + flagged + "']")).hasCount(1);
    }

    private void pagesHaveNumbersAndAPressedPageLeavesTheKeysToTheList(Page desk, long first) throws Exception {
        desk.keyboard().press("2");
        assertThat(desk.locator("[data-nav=projects]")).hasClass("chosen");
        desk.locator("[data-nav=today]").click();
        choose(desk, first);
        desk.keyboard().press("r");
        assertThat(desk.locator("form.reason input")).isFocused();
        desk.keyboard().press("Escape");
        assertThat(desk.locator("form.reason")).hasCount(0);
        desk.keyboard().press("Enter");
        waiting(desk).locator("[data-act=tell-now]").click();
        assertThat(desk.locator("waiting-list article")).hasCount(0);
    }

    private void whatIsRefusedWhenNobodyLooksAtItsFormIsSaidUntilItWasRead(Page desk) throws Exception {
        project(desk, "铁路下穿");
        board.as(board.person("wang"))
                .tell("underpass", "{\"kind\":\"blocker-raised\",\"factor\":\"land\",\"text\":\"未签约\"}")
                .taken();
        Locator cleared = form(desk, "blocker-cleared");
        cleared.locator("[name=how]").fill("已签");
        cleared.locator("button.main").click();
        assertThat(waiting(desk)).hasCount(1);
        long blocker = entries("underpass", "blocker-raised").at("/0/seq").asLong();
        board.as(board.person("office"))
                .tell("underpass", "{\"kind\":\"blocker-cleared\",\"blocker\":" + blocker + ",\"how\":\"已签\"}")
                .taken();
        assertThat(cleared).hasCount(0);
        waiting(desk).locator("[data-act=tell-now]").click();
        assertThat(desk.locator("hold-bar .refused")).containsText("解决");
        desk.locator("hold-bar [data-act=read]").click();
        assertThat(waiting(desk)).hasCount(0);
    }

    private void onASmallScreenAProjectTakesThePlaceOfTheListAndGoesBack(Page desk) {
        for (int width : new int[] {1024, 390}) {
            desk.setViewportSize(width, 800);
            desk.navigate(board.url() + "/desk");
            project(desk, "铁路下穿");
            assertThat(desk.locator("project-page h2")).isInViewport();
            desk.locator("[data-act=back]").click();
            assertThat(desk.locator("project-page")).hasCount(0);
            assertThat(desk.locator(".projects a").first()).isVisible();
        }
    }
}
