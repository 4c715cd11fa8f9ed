package io.guatu.http.request;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * What a proxy says of where a request comes from is believed of this machine's and of those that the configuration names;
 * of all others it is forgotten, because any phone in the office could say it.
 */
public final class TrustedProxies implements Handler<RoutingContext> {
    private final List<IpSubnetFilterRule> known;

    public TrustedProxies(List<IpSubnetFilterRule> known) {
        this.known = List.copyOf(known);
    }

    /**
     * Addresses that begin alike ({@code 10.1.0.0/16}), or one address; names are not looked up.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static IpSubnetFilterRule subnet(String text) {
        String[] parts = text.split("/", 2);
        InetAddress first = NetUtil.createInetAddressFromIpAddressString(parts[0]);
        if (first == null) {
            throw new IllegalArgumentException("not an address: " + parts[0]);
        }
        int bits = parts.length == 1 ? first.getAddress().length * 8 : Integer.parseInt(parts[1]);
        return new IpSubnetFilterRule(first, bits, IpFilterRuleType.ACCEPT);
    }

    @Override
    public void handle(RoutingContext context) {
        if (!isOurs(context.request().remoteAddress().hostAddress())) {
            MultiMap headers = context.request().headers();
            if (headers.contains(ClientAddress.FOR)) {
                context.put(ClientAddress.FOR, true); // somebody stands between, whoever that is
            }
            headers.remove(ClientAddress.FOR).remove(ClientAddress.PROTO);
        }
        context.next();
    }

    private boolean isOurs(String address) {
        InetAddress peer = NetUtil.createInetAddressFromIpAddressString(address);
        return peer != null && (peer.isLoopbackAddress() || isIn(known, peer));
    }

    static boolean isIn(List<IpSubnetFilterRule> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.matches(new InetSocketAddress(address, 0)));
    }
}
