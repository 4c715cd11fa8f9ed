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
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pictures that are kept with the pages, of the demonstration: {@code -Dpictures=true} makes them anew, else it is
 * checked that they can be made and that those kept are small.
 */
class PictureIT extends BrowserCase {
    private static final Path KEPT = Path.of("webroot/pictures");
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int SMALL = 200_000;
    private static final int OF_THE_HANDBOOK = 40 * 1024;

    @Test
    void the_wall_as_the_readme_shows_it() throws Exception {
        board = TestBoard.start("demo", Clock.systemUTC());
        Page page = watched(browser.page(WIDTH, HEIGHT));
        page.navigate(board.url() + "/wall#" + screen());
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

    /** Good for so long that the wall does not speak of its end. */
    private String screen() {
        return board.token(
                new Subject.Display(new ScreenId("leadership-room")),
                Instant.now().plus(Duration.ofDays(300)));
    }

    /** What each role sees, as the handbook shows it. */
    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void each_role_as_the_handbook_shows_it(String language) throws Exception {
        board = TestBoard.start("demo", Clock.systemUTC());
        String query = "?lang=" + language;
        Page wall = watched(browser.page(704, 396));
        wall.navigate(board.url() + "/wall" + query + "#" + screen());
        assertThat(wall.locator("progress-curve").first()).isVisible();
        keep(wall, "leader", language);
        Page phone = watched(browser.phone(360, 640));
        phone.navigate(board.url() + "/report" + query + "#" + board.contractor("g-bus-1"));
        assertThat(phone.locator("site-card")).isVisible();
        keep(phone, "contractor", language);
        desk("chen", "daguan-demo", "today", query, "manager", language);
        desk("office", "office-password", "projects", query, "office", language);
    }

    private void desk(String who, String password, String page, String query, String role, String language)
            throws IOException {
        Page desk = watched(browser.page(960, 600));
        desk.navigate(board.url() + "/desk/" + page + query);
        desk.locator("input[name=name]").fill(who);
        desk.locator("input[name=password]").fill(password);
        desk.locator("#login button").click();
        assertThat(desk.locator(".work h2").first()).isVisible();
        keep(desk, role, language);
    }

    /** As good as the room allows. */
    private static void keep(Page page, String role, String language) throws IOException {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.evaluate("async () => { for (let i = 0; i < 4; i++) await new Promise(requestAnimationFrame); }");
        byte[] shot = {};
        for (int quality = 80; quality >= 30 && (shot.length == 0 || shot.length > OF_THE_HANDBOOK); quality -= 5) {
            shot = page.screenshot(
                    new Page.ScreenshotOptions().setType(ScreenshotType.JPEG).setQuality(quality));
        }
        Path file = KEPT.resolve("help-" + role + "-" + language + ".jpg");
        if (Boolean.getBoolean("pictures")) {
            Files.write(file, shot);
        }
        BufferedImage kept = ImageIO.read(file.toFile());
        assertEquals(page.viewportSize().width, kept.getWidth(), file.toString());
        assertTrue(Files.size(file) <= OF_THE_HANDBOOK, file + ": " + Files.size(file) + " bytes");
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
