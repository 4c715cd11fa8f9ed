package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
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
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/**
 * The pictures that are kept with the pages, of the demonstration: {@code -Dpictures=true} makes them anew, else it is
 * checked that they can be made and that those kept are small.
 */
class PictureIT extends BrowserCase {
    private static final Path KEPT = Path.of("webroot/pictures");
    private static final boolean MADE = Boolean.getBoolean("pictures");
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int SMALL = 200_000;
    private static final int OF_THE_HANDBOOK = 40 * 1024;
    private static final String FRAMES =
            "async () => { for (let i = 0; i < 4; i++) await new Promise(requestAnimationFrame); }";

    @Test
    void the_wall_as_the_readme_and_each_role_as_the_handbook_shows_it() throws Exception {
        board = TestBoard.start("demo", Clock.systemUTC());
        Page wall = watched(browser.page(WIDTH, HEIGHT));
        wall.navigate(board.url() + "/wall#" + screen());
        assertThat(wall.locator(".row").first()).isVisible();
        assertThat(wall.locator("progress-curve")).isVisible();
        assertThat(wall.locator("[data-entry]").first()).isVisible();
        wall.evaluate(FRAMES);
        keep(
                "wall.jpg",
                wall.screenshot(new Page.ScreenshotOptions()
                        .setType(ScreenshotType.JPEG)
                        .setQuality(70)));
        wall.setViewportSize(704, 396);
        each(wall, "/wall", "#" + screen(), "progress-curve", "leader");
        each(watched(browser.phone(360, 640)), "/report", "#" + board.contractor("g-bus-1"), "site-card", "contractor");
        each(desk("chen", "daguan-demo"), "/desk/today", "", ".work h2", "manager");
        each(desk("office", "office-password"), "/desk/projects", "", ".work h2", "office");
    }

    /** Good for so long that the wall does not speak of its end. */
    private String screen() {
        return board.token(
                new Subject.Display(new ScreenId("leadership-room")),
                Instant.now().plus(Duration.ofDays(300)));
    }

    /** What a role sees, in both languages. Where none is made anew, one shows that it can be made; both are kept. */
    private void each(Page page, String path, String token, String shown, String role) throws IOException {
        for (String language : List.of("zh", "en")) {
            if (MADE || language.equals("zh")) {
                page.navigate(board.url() + path + "?lang=" + language + token);
                assertThat(page.locator(shown).first()).isVisible();
                make(page, role, language);
            }
            Path file = KEPT.resolve("help-" + role + "-" + language + ".jpg");
            BufferedImage kept = ImageIO.read(file.toFile());
            assertEquals(page.viewportSize().width, kept.getWidth(), file.toString());
            assertTrue(Files.size(file) <= OF_THE_HANDBOOK, file + ": " + Files.size(file) + " bytes");
        }
        page.context().close();
    }

    private Page desk(String who, String password) {
        Page desk = watched(browser.page(960, 600));
        admit(desk, who, password);
        return desk;
    }

    /** As good as the room allows. */
    private static void make(Page page, String role, String language) throws IOException {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.evaluate(FRAMES);
        // One shows that it can be made: how small it gets is asked only of what is kept.
        int worst = MADE ? 30 : 80;
        byte[] shot = {};
        for (int quality = 80; quality >= worst && (shot.length == 0 || shot.length > OF_THE_HANDBOOK); quality -= 5) {
            shot = page.screenshot(
                    new Page.ScreenshotOptions().setType(ScreenshotType.JPEG).setQuality(quality));
        }
        assertTrue(shot.length > 0, role);
        if (MADE) {
            Files.write(KEPT.resolve("help-" + role + "-" + language + ".jpg"), shot);
        }
    }

    private static void keep(String name, byte[] shot) throws IOException {
        Path file = KEPT.resolve(name);
        if (MADE) {
            Files.write(file, shot);
        }
        BufferedImage kept = ImageIO.read(file.toFile());
        assertEquals(WIDTH + "×" + HEIGHT, kept.getWidth() + "×" + kept.getHeight());
        assertTrue(Files.size(file) < SMALL, Files.size(file) + " bytes");
    }
}
