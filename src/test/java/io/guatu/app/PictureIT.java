package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotType;
import io.guatu.access.Subject;
import io.guatu.domain.ScreenId;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/**
 * The pictures that are kept with the pages, of the demonstration: {@code -Dpictures=true} makes them anew, else it is
 * checked that they can be made and that those kept are small.
 */
class PictureIT extends BrowserCase {
    private static final Path KEPT = Path.of("webroot/pictures");
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int SMALL = 200_000;

    @Test
    void the_wall_as_the_readme_shows_it() throws Exception {
        board = TestBoard.start("demo", Clock.systemUTC());
        Page page = watched(browser.page(WIDTH, HEIGHT));
        page.navigate(board.url() + "/wall#"
                + board.token(
                        new Subject.Display(new ScreenId("leadership-room")),
                        Instant.now().plus(Duration.ofDays(300))));
        assertThat(page.locator(".row").first()).isVisible();
        assertThat(page.locator("progress-curve")).isVisible();
        assertThat(page.locator("[data-entry]").first()).isVisible();
        page.evaluate("async () => { for (let i = 0; i < 4; i++) await new Promise(requestAnimationFrame); }");
        keep(
                "wall.jpg",
                page.screenshot(new Page.ScreenshotOptions()
                        .setType(ScreenshotType.JPEG)
                        .setQuality(70)));
    }

    private static void keep(String name, byte[] shot) throws IOException {
        Path file = KEPT.resolve(name);
        if (Boolean.getBoolean("pictures")) {
            Files.write(file, shot);
        }
        BufferedImage kept = ImageIO.read(file.toFile());
        assertEquals(WIDTH + "×" + HEIGHT, kept.getWidth() + "×" + kept.getHeight());
        assertTrue(Files.size(file) < SMALL, Files.size(file) + " bytes");
    }
}
