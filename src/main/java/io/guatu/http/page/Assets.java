package io.guatu.http.page;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guatu.http.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/**
 * Files of the class path, as answers. What is asked for often is sent from memory: with a worker's visit to the file system for
 * every request, those who ask faster than it reads wait in memory, each with its connection, until there is none left. A name that
 * is not there costs a look into the jar's own table. Reads at most two at once, for at most so many as a twentieth of the heap
 * holds. For any event loop.
 */
final class Assets {
    /** What is not of these is not for a browser; a folder is none of them. */
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json; charset=utf-8",
            "webmanifest", "application/manifest+json; charset=utf-8",
            "map", "application/json; charset=utf-8",
            "svg", "image/svg+xml; charset=utf-8",
            "png", "image/png",
            "jpg", "image/jpeg",
            "ico", "image/x-icon");

    private static final Pattern NAME =
            Pattern.compile("(?:[A-Za-z0-9@_-][A-Za-z0-9@._-]*/)*[A-Za-z0-9@_-][A-Za-z0-9@._-]*");

    private static final int READERS = 2;

    /** A request that waits, with its connection. */
    private static final int WAITING_BYTES = 16 * 1024;

    private static final Problem BUSY = new Problem(503, "pages-busy", Map.of("seconds", "2"), List.of());

    /** Whoever overwrites a program's files while it runs has to start it again. */
    private static final Problem GONE = new Problem(503, "pages-gone", Map.of(), List.of());

    private record Asset(Buffer content, String tag) {}

    private final AsyncCache<String, Asset> kept = Caffeine.newBuilder()
            .maximumWeight(Runtime.getRuntime().maxMemory() / 32)
            .<String, Asset>weigher((name, asset) -> asset.content().length())
            .buildAsync();
    private final long mostWaiting;
    private final WorkerExecutor readers;
    private long waiting;

    Assets(Vertx vertx) {
        this(vertx, Runtime.getRuntime().maxMemory() / 20 / WAITING_BYTES);
    }

    Assets(Vertx vertx, long mostWaiting) {
        this.mostWaiting = mostWaiting;
        readers = vertx.createSharedWorkerExecutor("pages", READERS);
    }

    /** Answers with the file of this name, if there is one; goes on if not. */
    void send(RoutingContext context, String name) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        URL file = type != null && NAME.matcher(name).matches() ? Assets.class.getResource("/" + name) : null;
        if (file == null) {
            context.next();
            return;
        }
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, type);
        send(context, name, file);
    }

    /** Of a file that was there when the program began, whose kind the answer has said already; null when it is there no more. */
    void send(RoutingContext context, String name, URL file) {
        if (file == null) {
            context.fail(GONE);
            return;
        }
        if (file.getProtocol().equals("file")) {
            kept.synchronous().invalidate(name); // a developer's checkout: what was just written shows on the next load
        }
        CompletableFuture<Asset> here = kept.getIfPresent(name);
        if (here != null && here.isDone() && !here.isCompletedExceptionally()) {
            answer(context, here.join());
            return;
        }
        if (!waits()) {
            context.fail(BUSY);
            return;
        }
        CompletableFuture<Asset> read =
                kept.get(name, (key, executor) -> readers.executeBlocking(() -> read(file), false)
                        .toCompletionStage()
                        .toCompletableFuture());
        Future.fromCompletionStage(read, context.vertx().getOrCreateContext())
                .onComplete(done -> served())
                .onSuccess(asset -> answer(context, asset))
                .onFailure(fault -> context.fail(fault instanceof IOException ? GONE : fault));
    }

    private synchronized boolean waits() {
        return waiting < mostWaiting && ++waiting > 0;
    }

    private synchronized void served() {
        waiting--;
    }

    private static Asset read(URL file) throws IOException {
        try (InputStream in = file.openStream()) {
            byte[] content = in.readAllBytes();
            return new Asset(Buffer.buffer(content), "\"" + Webroot.named(content) + "\"");
        }
    }

    private static void answer(RoutingContext context, Asset asset) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.putHeader(HttpHeaders.ETAG, asset.tag());
        String known = context.request().getHeader(HttpHeaders.IF_NONE_MATCH);
        if (known != null && known.contains(asset.tag())) {
            response.setStatusCode(304).end();
        } else if (context.request().method() == HttpMethod.HEAD) {
            response.putHeader(
                            HttpHeaders.CONTENT_LENGTH,
                            String.valueOf(asset.content().length()))
                    .end();
        } else {
            response.end(asset.content());
        }
    }
}
