package io.guatu.bridge;

import io.guatu.access.Tokens;
import io.guatu.ledger.ScreenHeartbeats;
import io.guatu.ledger.Silence;
import io.guatu.relay.Relay;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.bridge.PermittedOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.sockjs.SockJSBridgeOptions;
import io.vertx.ext.web.handler.sockjs.SockJSHandler;
import io.vertx.ext.web.handler.sockjs.SockJSHandlerOptions;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/** The SockJS bridge of one node: WebSocket transports only, nothing permitted inbound. */
public final class Bridge {
    /** The bridge compares wall-clock times, and hidden tabs ping once a minute: be patient. */
    private static final long PING_TIMEOUT_MILLIS = 90_000;

    private static final List<String> FORBIDDEN = List.of("XHR", "EVENT_SOURCE", "HTML_FILE", "JSON_P");

    private final Vertx vertx;
    private final Connections connections;
    private final Gate gate;
    private final int most;
    private volatile long refused;

    /**
     * @param address of whoever asks, behind a proxy or not
     * @param most so many lines are open at once
     */
    public Bridge(
            Vertx vertx,
            Tokens tokens,
            Relay relay,
            Answers answers,
            ScreenHeartbeats heartbeats,
            Clock clock,
            Silence silence,
            Function<HttpServerRequest, String> address,
            int most,
            MeterRegistry registry) {
        this.vertx = vertx;
        this.connections = new Connections(vertx, relay, answers, clock, silence, most);
        this.most = most;
        this.gate = new Gate(tokens, relay, connections, heartbeats, clock, address);
        Gauge.builder("guatu.lines", connections, Connections::size)
                .description("Lines of pages that are open; guatu_lines_most are as many as this node carries")
                .strongReference(true)
                .register(registry);
        Gauge.builder("guatu.lines.most", () -> most).register(registry);
        FunctionCounter.builder("guatu.lines.refused", this, self -> self.refused)
                .description("Lines that were refused because so many were open")
                .register(registry);
    }

    /** To be mounted at {@code /eventbus/}, behind an origin check. */
    public Router router() {
        SockJSHandlerOptions transports = new SockJSHandlerOptions();
        FORBIDDEN.forEach(transports::addDisabledTransport);
        SockJSBridgeOptions options = new SockJSBridgeOptions()
                .setPingTimeout(PING_TIMEOUT_MILLIS)
                .setMaxHandlersPerSocket(8)
                .setMaxAddressLength(100)
                .addOutboundPermitted(new PermittedOptions().setAddress(Addresses.BOARD_LIVE))
                .addOutboundPermitted(new PermittedOptions().setAddressRegex(Addresses.PROJECT_LIVE));
        return SockJSHandler.create(vertx, transports).bridge(options, gate::handle);
    }

    /** Every viewer is told to come back, to whichever node is there then. Completes when all are told, within five seconds. */
    public Future<Void> leave() {
        return connections.leave();
    }

    /** Whether one more would be too many: each takes memory that those who are here need. */
    public boolean full() {
        return connections.size() >= most;
    }

    /** One was told to come again. */
    public void refused() {
        refused++;
    }

    /** What went out over all of them. */
    public Traffic traffic() {
        return connections.traffic();
    }

    /** How many sockets are open. */
    public int sockets() {
        return connections.size();
    }
}
