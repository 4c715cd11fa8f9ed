package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.guatu.domain.Coordinates;
import io.guatu.photo.TestPhoto;
import java.awt.image.BufferedImage;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;

/** A board and a contractor's phone. */
abstract class PhoneCase extends BrowserCase {
    /** Two million pixels are packed once: more than a phone sends. */
    private static byte[] jpeg;

    @BeforeEach
    void start() throws Exception {
        board = TestBoard.start();
    }

    protected final Page phone(String grant) {
        return opened(watched(browser.phone(390, 844)), board.url(), board.contractor(grant));
    }

    /** The same phone, with another link. */
    protected final Page opened(Page phone, String url, String token) {
        phone.navigate(url + "/report#" + token);
        assertThat(phone.locator("[data-act=send]")).isVisible();
        return phone;
    }

    /** Waits until the page is whole on the device. */
    protected static Page kept(Page phone) {
        phone.evaluate("navigator.serviceWorker.ready.then(() => true)");
        return phone;
    }

    protected static void report(Page phone, int percent) {
        phone.locator("input[data-percent]").fill(Integer.toString(percent));
        phone.locator("[data-act=send]").click();
    }

    /** What the ledger holds of this kind on the underpass, newest first. */
    protected final Stream<JsonNode> entries(String kind) {
        JsonNode found = asked("/api/entries?project=underpass&order=desc&limit=50&kind=" + kind);
        return StreamSupport.stream(found.path("entries").spliterator(), false);
    }

    protected final long entries(int percent) {
        return entries("progress-reported")
                .filter(entry -> entry.path("update").path("percent").asInt() == percent)
                .count();
    }

    protected final JsonNode project() {
        return asked("/api/projects/underpass");
    }

    private JsonNode asked(String path) {
        try {
            return board.as(board.person("wang")).get(path).json();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The seq of what the project's manager told. */
    protected final long told(String update) throws Exception {
        return board.as(board.person("wang"))
                .tell("underpass", update)
                .json()
                .path("seq")
                .asLong();
    }

    protected static BufferedImage picture() {
        BufferedImage image = new BufferedImage(1800, 1200, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 1800; x++) {
            for (int y = 0; y < 1200; y += 7) {
                image.setRGB(x, y, x * y);
            }
        }
        return image;
    }

    protected static synchronized FilePayload photo() throws Exception {
        if (jpeg == null) {
            jpeg = TestPhoto.jpeg(picture(), 6, "2026:11:20 14:30:00", new Coordinates(31.0, 117.0));
        }
        return new FilePayload("IMG_1.jpg", "image/jpeg", jpeg);
    }
}
