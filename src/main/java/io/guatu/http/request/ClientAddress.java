package io.guatu.http.request;

import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.util.List;

/**
 * The other end of a request; what {@link TrustedProxies} left of {@code X-Forwarded-*} may be believed. vertx-web reads the
 * same headers, and takes the first address: that one is written by whoever asks, the last one by our proxy.
 */
public final class ClientAddress {
    public static final String FOR = "X-Forwarded-For";
    public static final String PROTO = "X-Forwarded-Proto";

    private ClientAddress() {}

    /** The address of whoever asked, behind a proxy of ours or not. */
    public static String address(HttpServerRequest request) {
        String forwarded = request.getHeader(FOR);
        return forwarded == null
                ? request.remoteAddress().hostAddress()
                : forwarded.substring(forwarded.lastIndexOf(',') + 1).trim();
    }

    /** {@code https} when the request came over TLS, here or at the proxy. */
    public static String scheme(HttpServerRequest request) {
        return "https".equals(request.getHeader(PROTO)) ? "https" : request.scheme();
    }

    /** Whether it came from this very machine or one of these networks, and not through a proxy, ours or not. */
    public static boolean direct(RoutingContext context, List<IpSubnetFilterRule> networks) {
        HttpServerRequest request = context.request();
        InetAddress peer = NetUtil.createInetAddressFromIpAddressString(
                request.remoteAddress().hostAddress());
        return request.getHeader(FOR) == null
                && context.get(FOR) == null
                && peer != null
                && (peer.isLoopbackAddress() || TrustedProxies.isIn(networks, peer));
    }
}
