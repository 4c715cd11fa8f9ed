package io.guatu.http.page;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The pages, their modules and the libraries from the jars. A page gets the import map, and a content security policy
 * that allows exactly that inline script. Our own files are checked on every load, the libraries' never change.
 */
public final class Pages {
    private static final Map<String, String> PAGES = Map.of(
            "/",
            "index",
            "/wall",
            "wall",
            "/desk",
            "desk",
            "/report",
            "report",
            "/meeting",
            "meeting",
            "/paper",
            "paper",
            "/help",
            "help",
            "/api",
            "api");
    /** Those with the town's map on them. */
    private static final Set<String> MAPS = Set.of("desk", "wall");
    /** Every section, project and item of the desk has an address; which there are its page knows. */
    private static final String DESK = "/desk/";

    static final String FOREVER = "public, max-age=31536000, immutable";

    private final String importMap;
    private final Libraries libraries;
    private final Optional<String> pictures;
    private final Packed packed;
    private final Assets assets;
    private final Map<String, Handler<RoutingContext>> written = new HashMap<>();

    /**
     * Reads every page and the modules that it names: not on an event loop.
     *
     * @param pictures the origin of the map service, where there is one: the only one but ours
     */
    public Pages(Vertx vertx, Libraries libraries, Optional<String> pictures) {
        this.assets = new Assets(vertx);
        this.libraries = libraries;
        this.pictures = pictures;
        this.importMap = libraries.importMap();
        try {
            this.packed = Packed.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PAGES.values().forEach(name -> written.put(name, page(name)));
    }

    /** Whether a page of ours is there, for whoever asks. */
    public static boolean has(String path) {
        return PAGES.containsKey(path)
                || path.startsWith(DESK)
                || path.length() > 1 && path.endsWith("/") && has(path.substring(0, path.length() - 1));
    }

    /** What a page needs that only says why it is not there. */
    public static void styles(Vertx vertx, Router router) {
        Assets assets = new Assets(vertx);
        reading(router, "/style/*").handler(Pages::checkedAlways);
        reading(router, "/style/*").handler(context -> own(assets, context));
    }

    public void mount(Router router) {
        PAGES.forEach((path, name) -> {
            Handler<RoutingContext> page = written.get(name);
            reading(router, path).handler(page);
            if (DESK.startsWith(path + "/")) {
                reading(router, DESK + "*").handler(page);
            }
        });
        libraries.folders().forEach((path, folder) -> reading(router, path + "*")
                .handler(context -> {
                    context.response().putHeader(HttpHeaders.CACHE_CONTROL, FOREVER);
                    context.next();
                }));
        libraries.folders().forEach((path, folder) -> reading(router, path + "*")
                .handler(context -> assets.send(
                        context, folder + "/" + context.normalizedPath().substring(path.length()))));
        reading(router, Packed.PATH + "*").handler(context -> packed.send(context, assets));
        // The worker of the contractor's page fetches what the page is made of, and has a policy of its own.
        reading(router, "/sw.js").handler(context -> {
            context.response().putHeader("Content-Security-Policy", "default-src 'none'; connect-src 'self'");
            checkedAlways(context);
        });
        reading(router, "/report.webmanifest").handler(Pages::checkedAlways);
        reading(router, "/:folder/*").handler(Pages::checkedAlways);
        reading(router, "/*").handler(context -> own(assets, context));
    }

    private static void own(Assets assets, RoutingContext context) {
        assets.send(context, "webroot" + context.normalizedPath());
    }

    private static Route reading(Router router, String path) {
        return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
    }

    /** No freezing for a day, as the static handler would: a new version shows on the next load. */
    private static void checkedAlways(RoutingContext context) {
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        context.next();
    }

    private Handler<RoutingContext> page(String name) {
        Map<String, byte[]> pages = Map.of("zh", page(name, "zh"), "en", page(name, "en"));
        String policy = policy(name);
        return context -> send(context, pages.get(language(context)), policy);
    }

    /** As the page itself sees it ({@code text/text.js}). */
    private static String language(RoutingContext context) {
        return context.queryParam("lang").stream()
                .findFirst()
                .filter("en"::equals)
                .orElse("zh");
    }

    private static void send(RoutingContext context, byte[] page, String policy) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader("Content-Security-Policy", policy)
                .end(Buffer.buffer(page));
    }

    private byte[] page(String name, String language) {
        try (InputStream file = Pages.class.getResourceAsStream("/webroot/" + name + ".html")) {
            String html = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            String script = "<script type=\"importmap\">" + importMap + "</script>";
            boolean whole = packed.has(name);
            return (whole ? packed.in(name, html) : html)
                    .replace("<!--importmap-->", texts(name, language) + script + (whole ? "" : preloads(name)))
                    .replace("<!--swagger-ui-->", libraries.path("swagger-ui"))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Where the texts are, in each language: a page that was kept may be opened in the other. What the modules ask for first
     * comes together with them, and not a turn of the network later.
     */
    private String texts(String name, String language) {
        Set<String> modules = Webroot.modules("pages/" + name + ".js");
        return (modules.contains("/text/text.js")
                        ? Packed.LANGUAGES.stream()
                                        .map(each -> alternate(each, packed.texts(name, each)))
                                        .collect(Collectors.joining())
                                + preload(packed.texts(name, language))
                        : "")
                + (modules.contains("/text/kinds.js") ? preload("/kinds.json") : "");
    }

    private static String alternate(String language, String path) {
        return "<link rel=\"alternate\" type=\"application/json\" hreflang=\"" + language + "\" href=\"" + path
                + "\" />";
    }

    private static String preload(String path) {
        return "<link rel=\"preload\" as=\"fetch\" crossorigin href=\"" + path + "\" />";
    }

    /** A browser that knows all modules at once fetches them together, not one generation after the other. */
    private static String preloads(String name) {
        return Webroot.modules("pages/" + name + ".js").stream()
                .map(module -> "<link rel=\"modulepreload\" href=\"" + module + "\" />")
                .collect(Collectors.joining());
    }

    private String policy(String name) {
        // Swagger UI draws with style attributes; no page of ours does.
        String styles = name.equals("api") ? "'self' 'unsafe-inline'" : "'self'";
        return "default-src 'none'; script-src 'self' 'sha256-" + sha256(importMap) + "'; style-src " + styles
                + "; img-src 'self' data: blob:"
                + (MAPS.contains(name) ? pictures.map(origin -> " " + origin).orElse("") : "")
                + "; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'"
                + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }
}
