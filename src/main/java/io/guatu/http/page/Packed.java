package io.guatu.http.page;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The pages' modules, styles and texts as the build packed them: one file each a page, kept by browsers for good because its
 * name is what is in it. Where the build made none, or the modules changed since (a developer's checkout), there are none, and
 * pages name their modules as they are.
 */
public final class Packed {
    public static final List<String> PAGES = List.of("index", "wall", "desk", "report", "meeting", "paper", "help");
    public static final List<String> LANGUAGES = List.of("zh", "en");
    public static final String PATH = "/packed/";

    private static final Map<String, String> TYPES =
            Map.of("js", "text/javascript", "css", "text/css", "json", "application/json");

    private static final Pattern STYLE = Pattern.compile("<link rel=\"stylesheet\" href=\"/(style/[^\"]+)\" />\\s*");
    private static final Pattern SCRIPT = Pattern.compile("<script type=\"module\" src=\"[^\"]+\"></script>");

    private final JsonObject pages;
    private final Set<String> names = new HashSet<>();

    private Packed(JsonObject pages) {
        this.pages = pages;
        for (String page : pages.fieldNames()) {
            names.add(pages.getJsonObject(page).getString("script"));
            names.add(pages.getJsonObject(page).getString("style"));
            LANGUAGES.forEach(language -> names.add(text(page, language)));
        }
    }

    /** What the class path has. */
    static Packed read() throws IOException {
        try (InputStream file = Packed.class.getResourceAsStream("/packed/list.json")) {
            if (file == null) {
                return new Packed(new JsonObject());
            }
            JsonObject list = new JsonObject(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            boolean same = HexFormat.of().formatHex(Webroot.digest()).equals(list.getString("webroot"));
            return new Packed(same ? list.getJsonObject("pages") : new JsonObject());
        }
    }

    boolean has(String page) {
        return pages.containsKey(page);
    }

    /** Where a page's texts in that language are. */
    String texts(String page, String language) {
        return has(page) ? PATH + text(page, language) : "/text/" + language + ".json";
    }

    private String text(String page, String language) {
        return pages.getJsonObject(page).getJsonObject("texts").getString(language);
    }

    /** The page with its packed files in the place of the many. */
    String in(String page, String html) {
        JsonObject files = pages.getJsonObject(page);
        String style = "<link rel=\"stylesheet\" href=\"" + PATH + files.getString("style") + "\" />";
        String script = "<script type=\"module\" src=\"" + PATH + files.getString("script") + "\"></script>";
        // The first gives its place, the rest go: the packed link is none of them.
        String styled =
                STYLE.matcher(STYLE.matcher(html).replaceFirst("<!--packed-->")).replaceAll("");
        return SCRIPT.matcher(styled.replace("<!--packed-->", style)).replaceFirst(script);
    }

    /** A style sheet that imports what a page links, in its order. */
    public static String imports(String html, Path webroot) {
        return STYLE.matcher(html)
                .results()
                .map(link -> "@import \"" + webroot.resolve(link.group(1)).toAbsolutePath() + "\";\n")
                .collect(Collectors.joining());
    }

    /** Answers with the smallest spelling that the browser reads; a name that the build did not make goes on. */
    void send(RoutingContext context, Assets assets) {
        String name = context.normalizedPath().substring(PATH.length());
        if (!names.contains(name)) {
            context.next();
            return;
        }
        HttpServerResponse response = context.response()
                .putHeader(
                        HttpHeaders.CONTENT_TYPE,
                        TYPES.get(name.substring(name.lastIndexOf('.') + 1)) + "; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, Pages.FOREVER)
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        String ending = "";
        if (reads(context, "br")) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "br");
            ending = ".br";
        } else if (reads(context, "gzip")) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            ending = ".gz";
        }
        String file = "packed/" + name + ending;
        assets.send(context, file, Packed.class.getResource("/" + file));
    }

    private static boolean reads(RoutingContext context, String encoding) {
        return context.parsedHeaders().acceptEncoding().stream()
                .anyMatch(each -> each.value().equalsIgnoreCase(encoding) && each.weight() > 0);
    }
}
