package io.guatu.app;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The system's Chromium, driven by Playwright; never downloads one. */
final class Browser implements AutoCloseable {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /** Skips the test, saying so, where there is no Chromium; fails where GUATU_BROWSER says that it is required. */
    static Browser open() {
        Optional<Path> program = Stream.of("chromium", "chromium-browser", "google-chrome")
                .map(name -> Path.of("/usr/bin", name))
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty() && "required".equals(System.getenv("GUATU_BROWSER"))) {
            throw new AssertionError("GUATU_BROWSER=required, and there is no Chromium in /usr/bin");
        }
        Assumptions.assumeTrue(program.isPresent(), "no Chromium in /usr/bin: the browser tests are skipped");
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browser(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(program.get())
                                .setArgs(FLAGS)));
    }

    /** A window of its own: own storage, own size. */
    Page page(int width, int height) {
        return context(width, height, false);
    }

    /** A window whose page accepts scripts of the test. */
    Page open(int width, int height) {
        return context(width, height, true);
    }

    /** A phone: a finger, and a page as wide as the glass. Its pages share their storage. */
    Page phone(int width, int height) {
        return chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setHasTouch(true)
                        .setIsMobile(true))
                .newPage();
    }

    private Page context(int width, int height, boolean bypass) {
        return chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setBypassCSP(bypass))
                .newPage();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
