package io.guatu.http;

import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * The other end of a request. What a proxy says in {@code X-Forwarded-*} is believed only of a peer on this machine or in
 * a private network, where a proxy of ours may be: a stranger could write anything.
 */
final class Peer {
    private Peer() {}

    /** The address of whoever asked, behind a proxy of ours or not. */
    static String address(HttpServerRequest request) {
        String forwarded = request.getHeader("X-Forwarded-For");
        String peer = request.remoteAddress().hostAddress();
        if (forwarded == null || !near(peer, true)) {
            return peer;
        }
        return forwarded.substring(forwarded.lastIndexOf(',') + 1).trim();
    }

    /** {@code https} when the request came over TLS, here or at the proxy. */
    static String scheme(HttpServerRequest request) {
        boolean tls = "https".equals(request.getHeader("X-Forwarded-Proto"))
                && near(request.remoteAddress().hostAddress(), true);
        return tls ? "https" : request.scheme();
    }

    /** Whether it came from this very machine, and not through a proxy. */
    static boolean local(HttpServerRequest request) {
        return request.getHeader("X-Forwarded-For") == null
                && near(request.remoteAddress().hostAddress(), false);
    }

    private static boolean near(String address, boolean orPrivate) {
        try {
            InetAddress literal = InetAddress.getByName(address);
            return literal.isLoopbackAddress() || orPrivate && literal.isSiteLocalAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
