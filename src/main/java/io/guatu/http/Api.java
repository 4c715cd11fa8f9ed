package io.guatu.http;

import io.guatu.access.Keys;
import io.guatu.access.Passwords;
import io.guatu.access.RefreshTokens;
import io.guatu.access.Tokens;
import io.guatu.bridge.Bridge;
import io.guatu.bridge.Frames;
import io.guatu.command.Writer;
import io.guatu.domain.RuleSet;
import io.guatu.ledger.Chain;
import io.guatu.ledger.Credentials;
import io.guatu.ledger.GrantUsage;
import io.guatu.ledger.PgLedger;
import io.guatu.ledger.PhotoStore;
import io.guatu.ledger.ScreenHeartbeats;
import io.guatu.ledger.Sessions;
import io.guatu.photo.Decoders;
import io.guatu.relay.BoardHistory;
import io.guatu.relay.Relay;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.micrometer.PrometheusScrapingHandler;
import io.vertx.openapi.contract.OpenAPIContract;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/** The router of one node: the contract's operations, the bridge, health, metrics, pages. */
public final class Api {
    /** The page that renders the contract, logging in, and what the ticket in the cookie decides. */
    private static final Set<String> OPEN =
            Set.of("/api", "/api/", "/api/door", "/api/session", "/api/session/renewal");

    private static final long LONGEST_BODY = 64 * 1024;

    /** A hundred updates. */
    private static final long LONGEST_BATCH = 1024 * 1024;

    private static final long LONGEST_PHOTO = 10 * 1024 * 1024;

    private Api() {}

    /** Everything that the routes need; all of it lives on the node's event loop. */
    public record Rooms(
            Vertx vertx,
            Clock clock,
            Keys keys,
            Tokens tokens,
            RefreshTokens refreshTokens,
            Passwords passwords,
            Credentials credentials,
            Sessions sessions,
            ScreenHeartbeats heartbeats,
            GrantUsage uses,
            PhotoStore photos,
            Decoders decoders,
            PgLedger ledger,
            Chain chain,
            Writer writer,
            Relay relay,
            BoardHistory past,
            Map<String, RuleSet> rules,
            Frames frames,
            Bridge bridge,
            Versions versions,
            Set<String> origins,
            Set<Subnet> proxies) {}

    /** @param invalid answers what is no request at all */
    public record Server(Router router, Handler<HttpServerRequest> invalid) {}

    public static Future<Server> server(Rooms rooms) {
        Contract contract = new Contract();
        Problems problems = new Problems(new Texts(), contract);
        return contract.forRequests(rooms.vertx())
                .map(measure -> new Server(router(rooms, contract, measure, problems), problems::invalid));
    }

    private static Router router(Rooms rooms, Contract contract, OpenAPIContract measure, Problems problems) {
        Router router = Router.router(rooms.vertx());
        router.route()
                .handler(Api::secure)
                .handler(new TrustedProxies(rooms.proxies()))
                .handler(Api::legible)
                .failureHandler(problems);
        router.errorHandler(404, problems).errorHandler(405, problems).errorHandler(500, problems);
        router.errorHandler(400, problems);

        Origins origins = new Origins(rooms.origins());
        router.route("/eventbus/*").handler(origins);
        router.route("/api/session*").handler(origins);
        router.route("/eventbus/*").handler(Api::upgrading);
        router.route("/eventbus/*").subRouter(rooms.bridge().router());

        Health health = new Health(rooms.ledger(), rooms.relay(), rooms.bridge());
        router.get("/health/live").handler(health::live);
        router.get("/health/ready").handler(health::ready);
        router.get("/metrics").handler(Api::nearOnly).handler(PrometheusScrapingHandler.create());
        router.get("/.well-known/jwks.json")
                .handler(context -> context.json(rooms.keys().published()));
        router.get("/openapi.yaml").handler(context -> context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/yaml")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .end(contract.text()));

        Caller caller = new Caller(rooms.tokens(), rooms.relay(), rooms.uses(), rooms.clock());
        // Before anything is read: who has no token sends no body, and learns nothing about what a good request is.
        router.route("/api/*").handler(context -> {
            if (!OPEN.contains(context.normalizedPath())) {
                caller.of(context);
            }
            context.next();
        });
        Submissions submissions = new Submissions(rooms.writer(), rooms.relay(), rooms.clock());
        PhotoRoutes photos =
                new PhotoRoutes(rooms.vertx(), caller, submissions, rooms.relay(), rooms.photos(), rooms.decoders());
        router.post("/api/projects/:project/photos").handler(photos::mayReceive);
        router.post("/api/projects/:project/photos")
                .handler(BodyHandler.create(false).setBodyLimit(LONGEST_PHOTO));
        // The router takes ":batch" for a parameter: whatever else stands there is no place of ours.
        router.routeWithRegex("/api/projects/[^/]+/updates:(?!batch$).*")
                .handler(context -> context.fail(Problem.of(404, "not-found")));
        router.postWithRegex("/api/projects/[^/]+/updates:batch")
                .handler(BodyHandler.create(false).setBodyLimit(LONGEST_BATCH));
        router.route("/api/*").handler(BodyHandler.create(false).setBodyLimit(LONGEST_BODY));
        router.route("/*").subRouter(Operations.router(rooms, caller, submissions, photos, measure, problems));
        new Pages(new Libraries(rooms.versions())).mount(router);
        return router;
    }

    private static void secure(RoutingContext context) {
        context.response()
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin")
                .putHeader("Permissions-Policy", "geolocation=(), microphone=(), payment=()")
                .putHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        context.next();
    }

    /** A path or a query that cannot be decoded is nobody's; the handlers behind may rely on it. */
    private static void legible(RoutingContext context) {
        try {
            URLDecoder.decode(context.request().path(), StandardCharsets.UTF_8);
            context.request().params();
        } catch (IllegalArgumentException e) {
            context.fail(Problem.of(400, "invalid"));
            return;
        }
        context.next();
    }

    private static void upgrading(RoutingContext context) {
        if (context.request().path().endsWith("/websocket")
                && !context.request().canUpgradeToWebSocket()) {
            context.response().putHeader(HttpHeaders.UPGRADE, "websocket");
            context.fail(Problem.of(426, "websocket-only"));
        } else {
            context.next();
        }
    }

    /** Metrics are for a scraper on this machine: not for the network, and not through a proxy. */
    private static void nearOnly(RoutingContext context) {
        if (ClientAddress.local(context.request())) {
            context.next();
        } else {
            context.fail(Problem.of(404, "not-found"));
        }
    }
}
