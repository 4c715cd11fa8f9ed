package io.guatu.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;

/** The other end of a request; what {@link TrustedProxies} left of {@code X-Forwarded-*} may be believed. */
final class ClientAddress {
    static final String FOR = "X-Forwarded-For";
    static final String PROTO = "X-Forwarded-Proto";

    private ClientAddress() {}

    /** The address of whoever asked, behind a proxy of ours or not. */
    static String address(HttpServerRequest request) {
        String forwarded = request.getHeader(FOR);
        return forwarded == null
                ? request.remoteAddress().hostAddress()
                : forwarded.substring(forwarded.lastIndexOf(',') + 1).trim();
    }

    /** {@code https} when the request came over TLS, here or at the proxy. */
    static String scheme(HttpServerRequest request) {
        return "https".equals(request.getHeader(PROTO)) ? "https" : request.scheme();
    }

    /** Whether it came from this very machine, and not through a proxy. */
    static boolean local(HttpServerRequest request) {
        SocketAddress peer = request.remoteAddress();
        return request.getHeader(FOR) == null
                && Subnet.parse(peer.hostAddress()).first().isLoopbackAddress();
    }
}
