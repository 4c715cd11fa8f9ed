package io.guatu.app;

import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;

/** How the server listens: what may be how long, and for how long somebody may be silent. */
final class ServerOptions {
    private static final int LONGEST_MESSAGE = 64 * 1024;
    private static final int LONGEST_HEADER = 16 * 1024;
    private static final int LONGEST_LINE = 8 * 1024;
    private static final int IDLE_SECONDS = 120;
    /** Whoever is told that its line ends has so long to say that it heard it. */
    private static final int CLOSING_SECONDS = 1;

    private ServerOptions() {}

    static HttpServerOptions of(Config config) {
        HttpServerOptions options = new HttpServerOptions()
                .setCompressionSupported(true)
                // Large answers, which go in pieces, arrived torn or not at all where a connection without TLS was
                // turned into
                // HTTP/2 by an Upgrade (one in four of curl's). No browser asks for that, and proxies speak HTTP/1.1 to
                // us.
                .setHttp2ClearTextEnabled(false)
                .setMaxWebSocketFrameSize(LONGEST_MESSAGE)
                .setMaxWebSocketMessageSize(LONGEST_MESSAGE)
                // Frames are encoded once for all viewers; deflating them for each would cost what that saved.
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setWebSocketClosingTimeout(CLOSING_SECONDS)
                // All is answered on the event loop: a queue from other threads is 4 KB for every line of a page.
                .setStrictThreadMode(true)
                .setTcpNoDelay(true)
                .setReuseAddress(true)
                .setTcpKeepAlive(true)
                // Pages ping and walls hear a pulse every few seconds: who neither speaks nor takes anything is gone.
                .setIdleTimeout(IDLE_SECONDS)
                .setMaxHeaderSize(LONGEST_HEADER)
                .setMaxInitialLineLength(LONGEST_LINE);
        config.tls().ifPresent(tls -> options.setSsl(true)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .setCertPath(tls.certificate().toString())
                        .setKeyPath(tls.key().toString())));
        return options;
    }
}
