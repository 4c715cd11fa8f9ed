package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.guatu.photo.TestPhoto;
import java.awt.image.BufferedImage;
import java.util.UUID;
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

    private static Locator chosen(Page desk) {
        return desk.locator("waiting-list article.chosen");
    }

    @Test
    void enter_verifies_what_is_chosen_and_nothing_else() throws Exception {
        long first = reported("g-li", "underpass", "jacking", 40, null);
        long second = reported("g-park", "park", "plant", 60, null);
        Page desk = desk("office");
        assertThat(chosen(desk)).hasAttribute("data-report", Long.toString(first));
        desk.locator("header a").focus();
        desk.keyboard().press("Control+Enter");
        desk.keyboard().press("Enter"); // presses the link
        assertThat(desk.locator("header a")).hasText("中文");
        assertThat(desk.locator("waiting-list article")).hasCount(2);
        // Somebody else answers the chosen one: what Enter does must not change under the hand.
        board.as(board.person("wang")).tell("underpass", "{\"kind\":\"progress-verified\",\"report\":" + first + "}");
        assertThat(desk.locator("waiting-list article")).hasCount(1);
        assertThat(chosen(desk)).hasCount(0);
        desk.keyboard().press("Enter");
        desk.keyboard().press("j");
        assertThat(chosen(desk)).hasAttribute("data-report", Long.toString(second));
        assertEquals(0, entries("park", "progress-verified").size());
        desk.keyboard().press("Enter");
        assertThat(desk.locator("waiting-list article")).hasCount(0);
        assertEquals(1, entries("park", "progress-verified").size());
    }

    @Test
    void pages_have_numbers_and_a_pressed_page_leaves_the_keys_to_the_list() throws Exception {
        reported("g-li", "underpass", "jacking", 40, null);
        Page desk = desk("wang");
        desk.keyboard().press("2");
        assertThat(desk.locator("[data-nav=projects]")).hasClass("chosen");
        desk.locator("[data-nav=today]").click();
        desk.keyboard().press("r");
        assertThat(desk.locator("form.reason input")).isFocused();
        desk.keyboard().press("Escape");
        assertThat(desk.locator("form.reason")).hasCount(0);
        desk.keyboard().press("Enter");
        assertThat(desk.locator("waiting-list article")).hasCount(0);
    }

    @Test
    void the_photo_stands_beside_the_numbers_with_its_flags_whatever_leaves_the_list_and_grows() throws Exception {
        byte[] png = TestPhoto.plain(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png");
        String photo = board.as(board.contractor("g-park"))
                .sendBytes("/api/projects/park/photos", png, "image/png", "one")
                .json()
                .path("id")
                .asText();
        reported("g-park", "park", "plant", 50, photo);
        long first = reported("g-zhou", "underpass", "jacking", 41, null);
        byte[] again = TestPhoto.plain(new BufferedImage(66, 50, BufferedImage.TYPE_INT_RGB), "png");
        String seen = board.as(board.contractor("g-park"))
                .sendBytes(
                        "/api/projects/park/photos",
                        again,
                        "image/png",
                        UUID.randomUUID().toString())
                .json()
                .path("id")
                .asText();
        long second = reported("g-park", "park", "plant", 60, seen);
        Page desk = desk("office");
        assertThat(desk.locator("[data-report='" + second + "'] .flag")).containsText("几乎一样");
        board.as(board.person("wang")).tell("underpass", "{\"kind\":\"progress-verified\",\"report\":" + first + "}");
        assertThat(desk.locator("waiting-list article")).hasCount(1);
        assertThat(desk.locator("[data-report='" + second + "'] .flag")).containsText("几乎一样");
        desk.keyboard().press("j");
        desk.keyboard().press("Space");
        assertThat(desk.locator(".large img")).isVisible();
        desk.keyboard().press("Escape");
        assertThat(desk.locator(".large")).hasCount(0);
    }

    @Test
    void on_a_small_screen_a_project_comes_before_the_list_and_goes_back() {
        for (int width : new int[] {1024, 390}) {
            Page desk = desk("wang", width, 800);
            assertThat(desk.locator("aside")).isHidden();
            project(desk, "铁路下穿");
            assertThat(desk.locator("aside h2")).isInViewport();
            desk.locator("[data-act=back]").click();
            assertThat(desk.locator("aside")).isHidden();
        }
    }
}
