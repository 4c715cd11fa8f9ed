package io.guatu.http;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;

/**
 * What a proxy says of where a request comes from is believed of this machine's and of those that the configuration names;
 * of all others it is forgotten, because any phone in the office could say it.
 */
final class TrustedProxies implements Handler<RoutingContext> {
    private final Set<Subnet> known;

    TrustedProxies(Set<Subnet> known) {
        this.known = Set.copyOf(known);
    }

    @Override
    public void handle(RoutingContext context) {
        if (!isOurs(context.request().remoteAddress().hostAddress())) {
            MultiMap headers = context.request().headers();
            headers.remove(ClientAddress.FOR).remove(ClientAddress.PROTO);
        }
        context.next();
    }

    private boolean isOurs(String address) {
        try {
            InetAddress peer = InetAddress.getByName(address);
            return peer.isLoopbackAddress() || known.stream().anyMatch(network -> network.holds(peer));
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
