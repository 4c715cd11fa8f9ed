package io.guatu.http.route;

import io.guatu.bridge.Bridge;
import io.guatu.http.answer.Reply;
import io.guatu.ledger.Ledger;
import io.guatu.relay.Relay;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Whether this node lives, and whether it should be sent viewers and writers. */
public final class Health {
    private static final long TIMEOUT_SECONDS = 2;

    private final Ledger ledger;
    private final Relay relay;
    private final Bridge bridge;
    private final BooleanSupplier stopping;

    /** @param stopping whether the node was asked to stop: from then on nobody is to be sent to it */
    public Health(Ledger ledger, Relay relay, Bridge bridge, BooleanSupplier stopping) {
        this.ledger = ledger;
        this.relay = relay;
        this.bridge = bridge;
        this.stopping = stopping;
    }

    public void live(RoutingContext context) {
        Reply.json(context, 200, Map.of("status", "UP"));
    }

    /**
     * Ready while nobody asked it to stop, the database answers, notifications are heard, and the board is where the ledger is. A project that cannot be
     * shown is named, and keeps nobody from the others.
     */
    public void ready(RoutingContext context) {
        ledger.head().timeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).onComplete(head -> {
            boolean leaves = stopping.getAsBoolean();
            boolean ready = head.succeeded() && !relay.deaf() && !relay.stale() && !leaves;
            Reply.json(
                    context,
                    ready ? 200 : 503,
                    Map.of(
                            "status",
                            ready ? "UP" : leaves ? "STOPPING" : "DOWN",
                            "database",
                            head.succeeded() ? "UP" : "DOWN",
                            "listener",
                            relay.deaf() ? "DEAF" : "UP",
                            "seq",
                            relay.board().seq(),
                            "behind",
                            head.succeeded()
                                    ? head.result().seq() - relay.board().seq()
                                    : -1,
                            "ledgerReadMillisAgo",
                            relay.age(),
                            "pastGone",
                            relay.gone().orElse(""),
                            "unshown",
                            relay.board().unshown().keySet(),
                            "sockets",
                            bridge.sockets()));
        });
    }
}
