package io.guatu.http.route;

import io.guatu.board.Board;
import io.guatu.domain.BoardUpdate.PublicationAgreed;
import io.guatu.domain.ProjectId;
import io.guatu.exchange.PublicBadge;
import io.guatu.exchange.PublicBoard;
import io.guatu.exchange.PublicPage;
import io.guatu.http.answer.Kept;
import io.guatu.http.contract.Operations;
import io.guatu.http.contract.RequestParams;
import io.guatu.http.problem.Problem;
import io.guatu.ledger.Json;
import io.guatu.relay.Relay;
import io.guatu.text.TextFile;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What strangers may see, without a token. However many they are, an answer is made once in half a minute and then sent from
 * memory as it is; what the office takes back is gone with its entry. Lives on the node's event loop.
 */
public final class PublicRoutes implements Operations.Routes {
    private static final long KEPT_MILLIS = 30_000;
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors ";
    private static final String NOBODY = "'none'";

    private final Vertx vertx;
    private final Relay relay;
    private final Clock clock;
    private Shown shown = new Shown(null, null, 0, null, Map.of());

    /** @param answers made of the board so far, each once */
    private record Shown(
            Board of, PublicationAgreed agreed, long made, PublicBoard board, Map<String, Future<Kept>> answers) {}

    public PublicRoutes(Vertx vertx, Relay relay, Clock clock) {
        this.vertx = vertx;
        this.relay = relay;
        this.clock = clock;
    }

    @Override
    public void on(Operations operations) {
        operations.on("readPublic", this::json);
        operations.on("readPublicPage", this::list);
        operations.on("readPublicProject", this::card);
        operations.on("readPublicBadge", this::badge);
    }

    void json(RoutingContext context) {
        answer(context, "application/json", "json", board -> Json.bytes(board));
    }

    void list(RoutingContext context) {
        String language = language(context);
        context.response().putHeader("Content-Security-Policy", POLICY + NOBODY);
        answer(
                context,
                "text/html; charset=utf-8",
                "list " + language,
                board -> bytes(page(language).list(board)));
    }

    /** Only this one, and only pages of whom the office chose, may show it in a frame. */
    void card(RoutingContext context) {
        PublicBoard.Item item = item(context);
        String language = language(context);
        List<String> frames = shown.agreed().frames();
        HttpServerResponse response = context.response()
                .putHeader("Content-Security-Policy", POLICY + (frames.isEmpty() ? NOBODY : String.join(" ", frames)));
        if (!frames.isEmpty()) {
            response.headers().remove("X-Frame-Options"); // knows no list; browsers that know it know the other
        }
        answer(
                context,
                "text/html; charset=utf-8",
                "card " + item.id() + " " + language,
                board -> bytes(page(language).card(board, item)));
    }

    void badge(RoutingContext context) {
        PublicBoard.Item item = item(context);
        String language = language(context);
        UnaryOperator<String> text = text(language);
        context.response().putHeader("Cross-Origin-Resource-Policy", "cross-origin");
        answer(
                context,
                "image/svg+xml",
                "badge " + item.id() + " " + language,
                board -> bytes(PublicBadge.of(item, text, language.equals("en"))));
    }

    private PublicBoard.Item item(RoutingContext context) {
        ProjectId project = RequestParams.of(context).path("project", ProjectId::new);
        return now().find(project).orElseThrow(() -> Problem.of(404, "not-found"));
    }

    /** @throws Problem 404 while nothing is public: whether there is something to hide is nobody's */
    private PublicBoard now() {
        Board board = relay.board();
        PublicationAgreed agreed = board.projects().settings().outward().publication();
        boolean same = shown.of() != null
                && agreed == shown.agreed()
                && board.epoch().equals(shown.of().epoch())
                && board.day().equals(shown.of().day());
        if (!same || board != shown.of() && clock.millis() - shown.made() > KEPT_MILLIS) {
            shown = new Shown(
                    board, agreed, clock.millis(), PublicBoard.of(board).orElse(null), new HashMap<>());
        }
        if (shown.board() == null) {
            throw Problem.of(404, "not-found");
        }
        return shown.board();
    }

    private void answer(RoutingContext context, String type, String what, Function<PublicBoard, byte[]> make) {
        PublicBoard board = now();
        shown.answers()
                .computeIfAbsent(what, key -> vertx.executeBlocking(() -> Kept.of(make.apply(board)), false))
                .onSuccess(kept -> kept.send(context, type))
                .onFailure(context::fail);
    }

    private PublicPage page(String language) {
        return new PublicPage(
                text(language),
                language.equals("en"),
                relay.board().projects().settings().outward().operator());
    }

    private static UnaryOperator<String> text(String language) {
        return TextFile.in(language)::of;
    }

    private static String language(RoutingContext context) {
        return RequestParams.of(context).text("lang").orElse("zh");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
