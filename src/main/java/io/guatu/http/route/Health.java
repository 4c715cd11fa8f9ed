package io.guatu.http.route;

import io.guatu.bridge.Bridge;
import io.guatu.http.answer.Reply;
import io.guatu.ledger.Ledger;
import io.guatu.relay.Relay;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Whether this node lives, and whether it should be sent viewers and writers. */
public final class Health {
    private static final long TIMEOUT_SECONDS = 2;

    /** Far longer than a burst takes to be shown: something is stuck. */
    private final Ledger ledger;

    private final Relay relay;
    private final Bridge bridge;

    public Health(Ledger ledger, Relay relay, Bridge bridge) {
        this.ledger = ledger;
        this.relay = relay;
        this.bridge = bridge;
    }

    public void live(RoutingContext context) {
        Reply.json(context, 200, Map.of("status", "UP"));
    }

    /**
     * Ready when the database answers, the bell is heard, and the board is where the ledger is. A project that cannot be
     * shown is named, and keeps nobody from the others.
     */
    public void ready(RoutingContext context) {
        ledger.head().timeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).onComplete(head -> {
            boolean ready = head.succeeded() && !relay.deaf() && !relay.stale();
            Reply.json(
                    context,
                    ready ? 200 : 503,
                    Map.of(
                            "status",
                            ready ? "UP" : "DOWN",
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
