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
    /** Verdicts of the seed on the underpass. */
    private static final int SEEDED = 2;

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

    @Test
    void a_key_too_many_verifies_nothing() throws Exception {
        long first = reported("g-li", "underpass", "jacking", 40, null);
        long second = reported("g-park", "park", "plant", 60, null);
        Page desk = desk("office");
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
        assertEquals(0, entries("underpass", "progress-verified").size() - SEEDED);
        assertEquals(1, entries("park", "progress-verified").size());
    }

    @Test
    void plain_reports_that_were_looked_at_are_verified_together_and_no_other() throws Exception {
        reported("g-li", "underpass", "jacking", 40, null);
        long flagged = reported("g-park", "park", "plant", 60, sent(64, 48));
        reported("g-zhou", "underpass", "jacking", 45, null);
        Page desk = desk("office");
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
        assertEquals(SEEDED + 1, entries("underpass", "progress-verified").size());
        assertThat(desk.locator("[data-report='" + flagged + "']")).hasCount(1);
    }

    @Test
    void what_somebody_else_answered_takes_the_choice_along() throws Exception {
        long first = reported("g-li", "underpass", "jacking", 40, null);
        long second = reported("g-park", "park", "plant", 60, null);
        Page desk = desk("office");
        choose(desk, first);
        desk.locator("header a").first().focus();
        desk.keyboard().press("Control+Enter");
        board.as(board.person("wang")).tell("underpass", "{\"kind\":\"progress-verified\",\"report\":" + first + "}");
        assertThat(desk.locator("waiting-list article")).hasCount(1);
        assertThat(chosen(desk)).hasCount(0);
        desk.keyboard().press("Escape");
        choose(desk, second);
        assertThat(waiting(desk)).hasCount(0);
        assertEquals(0, entries("park", "progress-verified").size());
    }

    @Test
    void who_leaves_the_page_has_told_what_was_waiting() throws Exception {
        long first = reported("g-li", "underpass", "jacking", 40, null);
        long second = reported("g-park", "park", "plant", 60, null);
        Page desk = desk("office");
        desk.locator("[data-report='" + first + "'] [data-act=verify]").click();
        assertThat(waiting(desk)).hasCount(1);
        desk.navigate(board.url() + "/wall");
        TestBoard.await(
                "it is told", () -> entries("underpass", "progress-verified").size() == SEEDED + 1);
        Page again = desk("office");
        again.locator("[data-report='" + second + "'] [data-act=verify]").click();
        assertThat(waiting(again)).hasCount(1);
        again.locator("[data-act=logout]").click();
        assertThat(again.locator("#login")).isVisible();
        assertEquals(1, entries("park", "progress-verified").size());
    }

    @Test
    void a_photo_that_was_seen_before_is_verified_with_words_or_not_at_all() throws Exception {
        String photo = sent(64, 48);
        reported("g-park", "park", "plant", 50, photo);
        long second = reported("g-park", "park", "plant", 60, sent(66, 50));
        Page desk = desk("office");
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

    @Test
    void what_is_refused_when_nobody_looks_at_its_form_is_said_until_it_was_read() throws Exception {
        Page desk = desk("wang");
        project(desk, "铁路下穿");
        board.as(board.person("wang"))
                .tell("underpass", "{\"kind\":\"blocker-raised\",\"factor\":\"land\",\"text\":\"未签约\"}");
        Locator cleared = form(desk, "blocker-cleared");
        cleared.locator("[name=how]").fill("已签");
        cleared.locator("button.main").click();
        assertThat(waiting(desk)).hasCount(1);
        long blocker = entries("underpass", "blocker-raised").at("/0/seq").asLong();
        board.as(board.person("office"))
                .tell("underpass", "{\"kind\":\"blocker-cleared\",\"blocker\":" + blocker + ",\"how\":\"已签\"}");
        assertThat(cleared).hasCount(0);
        waiting(desk).locator("[data-act=tell-now]").click();
        assertThat(desk.locator("hold-bar .refused")).containsText("解决");
        desk.locator("hold-bar [data-act=read]").click();
        assertThat(waiting(desk)).hasCount(0);
    }

    @Test
    void pages_have_numbers_and_a_pressed_page_leaves_the_keys_to_the_list() throws Exception {
        long first = reported("g-li", "underpass", "jacking", 40, null);
        Page desk = desk("wang");
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

    @Test
    void the_photo_stands_beside_the_numbers_with_its_flags_whatever_leaves_the_list_and_grows() throws Exception {
        reported("g-park", "park", "plant", 50, sent(64, 48));
        long first = reported("g-zhou", "underpass", "jacking", 41, null);
        String seen = sent(66, 50);
        long second = reported("g-park", "park", "plant", 60, seen);
        Page desk = desk("office");
        assertThat(desk.locator("[data-report='" + second + "'] .flag").last()).containsText("几乎一样");
        board.as(board.person("wang")).tell("underpass", "{\"kind\":\"progress-verified\",\"report\":" + first + "}");
        assertThat(desk.locator("waiting-list article")).hasCount(1);
        assertThat(desk.locator("[data-report='" + second + "'] .flag").last()).containsText("几乎一样");
        choose(desk, second);
        desk.keyboard().press("Space");
        assertThat(desk.locator(".large img")).isVisible();
        desk.keyboard().press("Escape");
        assertThat(desk.locator(".large")).hasCount(0);
    }

    @Test
    void on_a_small_screen_a_project_takes_the_place_of_the_list_and_goes_back() {
        for (int width : new int[] {1024, 390}) {
            Page desk = desk("wang", width, 800);
            project(desk, "铁路下穿");
            assertThat(desk.locator("project-page h2")).isInViewport();
            desk.locator("[data-act=back]").click();
            assertThat(desk.locator("project-page")).hasCount(0);
            assertThat(desk.locator(".projects a").first()).isVisible();
        }
    }

    @Test
    void the_photos_of_a_milestone_are_walked_through_by_keys_and_then_stands_over_now() throws Exception {
        reported("g-park", "park", "plant", 50, sent(64, 48));
        reported("g-park", "park", "plant", 60, sent(66, 50));
        Page desk = desk("zhao");
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
}
