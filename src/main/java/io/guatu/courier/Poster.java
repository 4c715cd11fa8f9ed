package io.guatu.courier;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/**
 * Sends requests. A name is looked up once, judged by its address, and that very address is spoken to: another answer a moment
 * later leads nowhere. Redirects are not followed. No line is kept: one that died unnoticed would leave every message unknown.
 */
final class Poster {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_SECONDS = 10;
    private static final int LONGEST_ANSWER = 16 * 1024;

    private final Vertx vertx;
    private final Destinations destinations;
    private final Clock clock;
    private final HttpClient client;

    Poster(Vertx vertx, Destinations destinations, Clock clock) {
        this.vertx = vertx;
        this.destinations = destinations;
        this.clock = clock;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setConnectTimeout(CONNECT_MILLIS)
                .setDecompressionSupported(false)
                .setMaxHeaderSize(LONGEST_ANSWER));
    }

    /** What came of it; never fails. */
    Future<Outcome> send(Post post, Form form) {
        URI uri = Destinations.uri(post.address());
        if (uri == null) {
            return Future.succeededFuture(Outcome.failed("address-malformed"));
        }
        return vertx.executeBlocking(() -> reachable(uri), false)
                .compose(
                        address -> address == null
                                ? Future.succeededFuture(Outcome.failed("address-not-public"))
                                : request(uri, address, post, form),
                        unknown -> Future.succeededFuture(Outcome.later("host-unknown", null)));
    }

    /** An address that may be spoken to; null when there are only others. */
    private InetAddress reachable(URI uri) throws UnknownHostException {
        return Arrays.stream(InetAddress.getAllByName(uri.getHost()))
                .filter(address -> destinations.trusts(uri) || Destinations.isPublic(address))
                .findFirst()
                .orElse(null);
    }

    private Future<Outcome> request(URI uri, InetAddress address, Post post, Form form) {
        boolean tls = "https".equals(uri.getScheme());
        int port = uri.getPort() < 0 ? tls ? 443 : 80 : uri.getPort();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(uri.getHost())
                .setPort(port)
                .setSsl(tls)
                .setURI((uri.getRawPath().isEmpty() ? "/" : uri.getRawPath())
                        + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()))
                .setFollowRedirects(false);
        post.headers().forEach(options::putHeader);
        return client.request(options)
                .compose(
                        ready -> exchange(ready, post)
                                .map(reply -> form.read(reply, clock))
                                .otherwise(gone -> Outcome.unknown("no-answer")),
                        // Nothing of the message has left yet.
                        away -> Future.succeededFuture(
                                Outcome.later(away instanceof SSLException ? "tls" : "not-reached", null)));
    }

    private Future<Reply> exchange(HttpClientRequest request, Post post) {
        return request.send(Buffer.buffer(post.body()))
                .compose(Poster::read)
                .timeout(ANSWER_SECONDS, TimeUnit.SECONDS)
                .onFailure(late -> request.reset());
    }

    /** No more of an answer than ours have: the rest is left unread. */
    private static Future<Reply> read(HttpClientResponse response) {
        Promise<Reply> read = Promise.promise();
        Buffer body = Buffer.buffer();
        response.handler(piece -> {
            if (body.length() + piece.length() <= LONGEST_ANSWER) {
                body.appendBuffer(piece);
            } else if (read.tryComplete(reply(response, body))) {
                response.request().reset();
            }
        });
        response.endHandler(over -> read.tryComplete(reply(response, body)));
        response.exceptionHandler(read::tryFail);
        return read.future();
    }

    private static Reply reply(HttpClientResponse response, Buffer body) {
        return new Reply(response.statusCode(), response.getHeader("retry-after"), body.toString());
    }

    Future<Void> close() {
        return client.close();
    }
}
