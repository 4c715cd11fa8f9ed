package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the build packed is what a page asks for, in the smallest spelling that the browser reads. */
class PackedIT extends PhoneCase {
    private static final Pattern NAMED = Pattern.compile("(?:href|src)=\"(/packed/[^\"]+)\"");

    private static final Map<String, String> TYPES =
            Map.of(".js", "text/javascript", ".css", "text/css", ".json", "application/json");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Where there is no packer for the machine the pages stay in modules. */
    @BeforeAll
    static void packed() {
        assumeTrue(PackedIT.class.getResource("/packed/list.json") != null, "the build packed nothing here");
    }

    private HttpResponse<byte[]> get(String path, String... encodings) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(board.url() + path));
        for (String each : encodings) {
            request.header("Accept-Encoding", each);
        }
        return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void every_page_names_a_module_a_style_and_texts_that_are_kept_for_good_and_nothing_else_is_there()
            throws Exception {
        for (String page : List.of("/", "/wall", "/desk", "/report", "/meeting", "/help")) {
            Matcher named = NAMED.matcher(new String(get(page).body()));
            Set<String> paths = new TreeSet<>();
            while (named.find()) {
                paths.add(named.group(1));
            }
            assertEquals(4, paths.size(), () -> page + ": a module, a style, and texts in two languages: " + paths);
            for (String path : paths) {
                HttpResponse<byte[]> plain = get(path);
                assertEquals(200, plain.statusCode(), path);
                assertEquals("public, max-age=31536000, immutable", header(plain, "Cache-Control"));
                assertEquals("", header(plain, "Content-Encoding"));
                assertEquals(
                        TYPES.get(path.substring(path.lastIndexOf('.'))) + "; charset=utf-8",
                        header(plain, "Content-Type"));
                HttpResponse<byte[]> gzip = get(path, "gzip, deflate, br;q=0");
                assertEquals("gzip", header(gzip, "Content-Encoding"));
                assertEquals("accept-encoding", header(gzip, "Vary").toLowerCase());
                byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes();
                assertEquals(new String(plain.body()), new String(unpacked));
                HttpResponse<byte[]> brotli = get(path, "gzip, br");
                assertEquals("br", header(brotli, "Content-Encoding"));
                assertTrue(brotli.body().length < gzip.body().length, path);
            }
        }
        for (String path : List.of("list.json", "", "report.js", "..%2fopenapi.yaml", "%2e%2e/logback.xml")) {
            assertEquals(404, get("/packed/" + path).statusCode(), path);
        }
    }

    /** What is preloaded and not taken, or asked for once more, costs a far phone what it was to save. */
    @Test
    void a_phone_opens_with_few_files_and_what_it_asks_for_first_comes_with_it_and_once() {
        for (String language : List.of("zh", "en")) {
            Page phone = watched(browser.phone(390, 844));
            List<String> asked = new ArrayList<>();
            phone.onRequest(request -> asked.add(URI.create(request.url()).getPath()));
            phone.navigate(board.url() + "/report?lang=" + language + "#" + contractor("g-li"));
            assertThat(phone.locator("[data-act=send]")).isVisible();
            String texts = phone.locator("link[rel=alternate][hreflang=" + language + "]")
                    .getAttribute("href");
            for (String path : List.of(texts, "/kinds.json")) {
                assertThat(phone.locator("link[rel=preload][href='" + path + "']"))
                        .hasCount(1);
                assertEquals(1, asked.stream().filter(path::equals).count(), path);
            }
            assertEquals(2, phone.locator("link[rel=preload]").count());
            assertEquals(
                    1,
                    asked.stream().filter("/api/me"::equals).count(),
                    "asked ahead of the modules, and taken by them");
            List<String> modules =
                    asked.stream().filter(path -> path.matches(".*\\.(js|css)")).toList();
            assertTrue(modules.size() <= 5, modules::toString);
        }
    }
}
