package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.guatu.domain.Coordinates;
import io.guatu.photo.TestPhoto;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * A contractor's phone, and a board for a whole class: each test has a project of its own on it, like the underpass of the small seed to
 * the last day, with its contractors. A phone that needs nothing of its own is the same each time, emptied before.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class PhoneCase extends BrowserCase {
    private static final int MOST_TESTS = 24;

    /** More pixels than a phone sends, packed once. */
    private static byte[] large;

    private static byte[] small;

    private static Path seed;

    private TestBoard town;
    private Page pocket;
    private int tests;

    /** The test's own. */
    protected String project;

    private TestClient wang;

    @BeforeAll
    void build() throws Exception {
        town = TestBoard.start(underpasses().toString(), Clock.systemUTC());
    }

    @AfterAll
    void leave() throws IOException {
        browser.clear();
        town.close();
    }

    /** The small seed, with as many underpasses as a class has tests. */
    private static synchronized Path underpasses() throws IOException {
        if (seed == null) {
            List<String> lines = new ArrayList<>();
            for (String line : Files.readAllLines(Path.of(TestBoard.SMALL, "board.jsonl"))) {
                if (line.contains("\"project\":\"underpass\"")) {
                    for (int i = 1; i <= MOST_TESTS; i++) {
                        lines.add(line.replace("\"underpass\"", "\"underpass-" + i + "\"")
                                .replaceAll("\"(g-li|g-zhou)\"", "\"$1-" + i + "\""));
                    }
                } else {
                    String all = IntStream.rangeClosed(1, MOST_TESTS)
                            .mapToObj(i -> "\"underpass-" + i + "\"")
                            .collect(Collectors.joining(","));
                    lines.add(line.replace("[\"underpass\"]", "[" + all + "]"));
                }
            }
            seed = Files.createDirectories(TestServer.FOLDER.resolve("underpasses"));
            Files.write(seed.resolve("board.jsonl"), lines);
        }
        return seed;
    }

    @BeforeEach
    void start() {
        board = town;
        project = "underpass-" + ++tests;
        assertTrue(tests <= MOST_TESTS, "the seed has a project for each test");
        wang = board.as(board.person("wang"));
    }

    /** The board and the phone stay for the next test. */
    @Override
    @AfterEach
    void stop() {
        browser.clear(pocket);
        assertEquals(List.of(), faults());
    }

    /** The test's own of this name; the park's is everybody's. */
    protected final String grant(String name) {
        return name.equals("g-park") ? name : name + project.substring("underpass".length());
    }

    protected final String contractor(String grant) {
        return board.contractor(grant(grant));
    }

    protected final Page phone(String grant) {
        return opened(pocket(board.url()), board.url(), contractor(grant));
    }

    /** One that is no other test's: whoever needs two at once, scripts of its own, or one that was never used. */
    protected final Page another() {
        return watched(browser.phone(390, 844));
    }

    /** A phone on which nothing is kept of what is there, with a network and no routes. */
    protected final Page pocket(String url) {
        if (pocket == null) {
            pocket = another();
        } else {
            pocket.context().setOffline(false);
            pocket.unrouteAll();
            pocket.setViewportSize(390, 844);
            // Nothing is cleared below a page that lives.
            pocket.navigate(url + "/health/live");
            CDPSession devtools = pocket.context().newCDPSession(pocket);
            JsonObject all = new JsonObject();
            all.addProperty("origin", url);
            all.addProperty("storageTypes", "all");
            devtools.send("Storage.clearDataForOrigin", all);
            devtools.detach();
        }
        return pocket;
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

    /** What the ledger holds of this kind on the test's project, newest first. */
    protected final Stream<JsonNode> entries(String kind) {
        JsonNode found = asked("/api/entries?project=" + project + "&order=desc&limit=50&kind=" + kind);
        return StreamSupport.stream(found.path("entries").spliterator(), false);
    }

    protected final long entries(int percent) {
        return entries("progress-reported")
                .filter(entry -> entry.path("update").path("percent").asInt() == percent)
                .count();
    }

    protected final JsonNode project() {
        return asked("/api/projects/" + project);
    }

    private JsonNode asked(String path) {
        try {
            return wang.get(path).json();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The seq of what the project's manager told. */
    protected final long told(String update) throws Exception {
        return wang.tell(project, update).json().path("seq").asLong();
    }

    protected static BufferedImage picture() {
        return picture(1800, 1200);
    }

    private static BufferedImage picture(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y += 7) {
                image.setRGB(x, y, x * y);
            }
        }
        return image;
    }

    /** As a camera makes them: lying, to be turned and shrunk. */
    protected static synchronized FilePayload photo() throws Exception {
        if (large == null) {
            large = taken(picture());
        }
        return new FilePayload("IMG_1.jpg", "image/jpeg", large);
    }

    /** One of few pixels, where it does not matter what becomes of them. */
    protected static synchronized FilePayload smallPhoto() throws Exception {
        if (small == null) {
            small = taken(picture(240, 160));
        }
        return new FilePayload("IMG_2.jpg", "image/jpeg", small);
    }

    private static byte[] taken(BufferedImage picture) throws Exception {
        return TestPhoto.jpeg(picture, 6, "2026:11:20 14:30:00", new Coordinates(31.0, 117.0));
    }
}
