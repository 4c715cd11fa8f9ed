package io.guatu.http.problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A problem for a person who opened an address in a browser: a page with the sentence, and the way back. */
public final class ProblemPage {
    public static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    private final String page;

    public ProblemPage() {
        try (InputStream file = ProblemPage.class.getResourceAsStream("/problem.html")) {
            page = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Browsers ask for text/html when a person opens an address; programs, and the scripts of our pages, do not. */
    public static boolean isWanted(HttpServerRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        boolean reading = HttpMethod.GET.equals(request.method()) || HttpMethod.HEAD.equals(request.method());
        return reading && accept != null && accept.contains("text/html");
    }

    public String of(String language, String sentence, String home) {
        return page.replace("<!--language-->", language)
                .replace("<!--sentence-->", escaped(sentence))
                .replace("<!--home-->", escaped(home));
    }

    /** Its parameters may come from the request. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
