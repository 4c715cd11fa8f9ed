package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.guatu.domain.Coordinates;
import io.guatu.photo.TestPhoto;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contractor's phone in a real browser, with and without network. */
class PhoneIT extends BrowserCase {

    @BeforeEach
    void start() throws Exception {
        board = TestBoard.start();
    }

    private Page phone(String grant) {
        Page phone = watched(browser.page(390, 844));
        phone.navigate(board.url() + "/report#" + board.contractor(grant));
        assertThat(phone.locator("[data-act=send]")).isVisible();
        return phone;
    }

    private JsonNode card() {
        try {
            return board.as(board.person("wang"))
                    .get("/api/projects/underpass")
                    .json()
                    .path("card");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static FilePayload photo() throws Exception {
        BufferedImage image = new BufferedImage(3000, 2000, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 3000; x++) {
            for (int y = 0; y < 2000; y += 7) {
                image.setRGB(x, y, x * y);
            }
        }
        byte[] jpeg = TestPhoto.jpeg(image, 6, "2026:11:20 14:30:00", new Coordinates(31.0, 117.0));
        return new FilePayload("IMG_1.jpg", "image/jpeg", jpeg);
    }

    @Test
    void a_report_with_a_photo_made_offline_survives_a_reload_and_is_one_entry_with_one_photo() throws Exception {
        Page phone = phone("g-li");
        phone.waitForFunction("async () => Boolean((await navigator.serviceWorker.getRegistration('/report'))?.active)"
                + " && Boolean(await (await caches.open('guatu-report')).match('/report'))");
        phone.context().setOffline(true);
        phone.locator("input[data-percent]").fill("44");
        phone.locator("input[name=photo]").setInputFiles(photo());
        assertThat(phone.locator(".taken img")).hasCount(1);
        phone.locator("[data-act=send]").click();
        assertThat(phone.locator("[data-queued]")).hasAttribute("data-state", "queued");
        phone.reload();
        assertThat(phone.locator("[data-queued]")).hasCount(1);
        assertThat(phone.locator("[data-queued]")).containsText("44%");
        phone.context().setOffline(false);
        assertThat(phone.locator("[data-queued]")).hasCount(0);
        phone.reload();
        assertThat(phone.locator("[data-sent]").first()).containsText("44%");
        assertThat(phone.locator("[data-sent] photo-thumb img").first()).isVisible();
        JsonNode entries = board.as(board.person("wang"))
                .get("/api/entries?project=underpass&order=desc&limit=5&kind=progress-reported")
                .json()
                .path("entries");
        assertEquals(44, entries.get(0).path("update").path("percent").asInt());
        assertEquals(30, entries.get(1).path("update").path("percent").asInt(), "one entry");
        assertEquals(1, entries.get(0).path("update").path("photos").size());
        JsonNode photo = board.as(board.person("wang"))
                .get("/api/projects/underpass")
                .json()
                .path("photos");
        assertEquals(1, photo.size(), "one photo");
        assertEquals(1600, photo.get(0).path("photo").path("height").asInt(), "turned and shrunk on the device");
        assertEquals(
                "2026-11-20T06:30:00Z", photo.get(0).path("photo").path("taken").asText(), "with the camera's time");
    }

    @Test
    void a_returned_report_says_why() throws Exception {
        Page phone = phone("g-li");
        phone.locator("input[data-percent]").fill("45");
        phone.locator("[data-act=send]").click();
        assertThat(phone.locator("[data-sent]").first()).containsText("45%");
        TestBoard.await("the board shows it", () -> card().path("pending").size() == 1);
        long seq = card().path("pending").get(0).path("seq").asLong();
        board.as(board.person("wang"))
                .tell("underpass", "{\"kind\":\"progress-returned\",\"report\":" + seq + ",\"reason\":\"照片看不清\"}");
        assertThat(phone.locator("[data-sent]").first()).hasAttribute("data-state", "returned");
        assertThat(phone.locator("[data-sent]").first()).containsText("照片看不清");
    }

    @Test
    void what_is_in_the_way_goes_with_the_report() throws Exception {
        Page phone = phone("g-li");
        phone.locator("[data-act=hinder]").click();
        phone.locator("[name=factor]").selectOption("weather");
        phone.locator("[name=hinder]").fill("连续下雨");
        phone.locator("input[data-percent]").fill("46");
        phone.locator("[data-act=send]").click();
        assertThat(phone.locator("[data-sent]")).hasCount(3);
        TestBoard.await("the board shows it", () -> card().path("blockers").size() == 1);
        JsonNode blockers = card().path("blockers");
        assertEquals("连续下雨", blockers.get(0).path("text").asText());
        assertEquals("jacking", blockers.get(0).path("milestones").get(0).asText());
    }

    @Test
    void a_report_takes_three_taps() throws Exception {
        Page phone = phone("g-li");
        long began = System.nanoTime();
        phone.locator("[data-act=plus]").click();
        phone.locator("[data-act=plus]").click();
        phone.locator("[data-act=send]").click();
        assertThat(phone.locator("[data-sent]").first()).containsText("32%");
        assertTrue((System.nanoTime() - began) / 1e9 < 20, "under twenty seconds");
    }
}
