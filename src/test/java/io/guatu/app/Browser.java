package io.guatu.app;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The system's Chromium, driven by Playwright, which never downloads one: one for all tests of a thread, to which Playwright
 * belongs, and for each test windows of its own.
 */
final class Browser {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Files and photos are read apart, where everything else comes first: on a busy machine that takes a while. */
    private static final int PATIENCE_MILLIS = 60_000;

    private static final ThreadLocal<Browser> RUNNING = new ThreadLocal<>();

    private final com.microsoft.playwright.Browser chromium;

    private Browser(com.microsoft.playwright.Browser chromium) {
        this.chromium = chromium;
    }

    /** Skips the test, saying so, where there is no Chromium; fails where GUATU_BROWSER says that it is required. */
    static Browser open() {
        Browser running = RUNNING.get();
        if (running == null) {
            running = launch();
            RUNNING.set(running);
        }
        return running;
    }

    private static Browser launch() {
        // The first is the same engine without windows around its pages: it takes less than half of the processor.
        Optional<Path> program = Stream.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
                .map(name -> Path.of("/usr/bin", name))
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty() && "required".equals(System.getenv("GUATU_BROWSER"))) {
            throw new AssertionError("GUATU_BROWSER=required, and there is no Chromium in /usr/bin");
        }
        Assumptions.assumeTrue(program.isPresent(), "no Chromium in /usr/bin: the browser tests are skipped");
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        return new Browser(playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program.get())
                        .setArgs(FLAGS)));
    }

    /** A window of its own: own storage, own size. */
    Page page(int width, int height) {
        return context(width, height, false);
    }

    /** A window whose page accepts scripts of the test, and in which nothing moves: what is measured there is at rest. */
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
                        .setBypassCSP(bypass)
                        .setReducedMotion(bypass ? ReducedMotion.REDUCE : ReducedMotion.NO_PREFERENCE))
                .newPage();
    }

    /** Closes all windows: no page of a test may go on asking for a board that is gone. */
    void clear() {
        clear(null);
    }

    /** Closes all but this one's, which may be null. */
    void clear(Page kept) {
        for (BrowserContext context : List.copyOf(chromium.contexts())) {
            if (kept == null || context != kept.context()) {
                context.close();
            }
        }
    }
}
