package io.guatu.bench.load;

import javax.net.ssl.SSLContext;

/**
 * Where somebody listens on this machine.
 *
 * @param tls whom the load trusts there; null: nothing is encrypted
 */
public record Door(int port, SSLContext tls) {
    public static Door plain(int port) {
        return new Door(port, null);
    }

    public String scheme() {
        return tls == null ? "http" : "https";
    }
}
