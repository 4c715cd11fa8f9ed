package io.guatu.http.route;

import io.guatu.bridge.Bridge;
import io.guatu.command.Writability;
import io.guatu.http.answer.Reply;
import io.guatu.ledger.Ledger;
import io.guatu.ledger.NotUnderstood;
import io.guatu.ledger.Obstacle;
import io.guatu.relay.Relay;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Whether this node lives, and whether it should be sent viewers and writers. */
public final class Health {
    private static final long TIMEOUT_SECONDS = 2;

    private final Ledger ledger;
    private final Relay relay;
    private final Writability writability;
    private final Bridge bridge;
    private final Supplier<Optional<String>> gone;
    private final BooleanSupplier stopping;

    /**
     * @param gone what was lost when the past that this node followed was found to be gone, now or when it started
     * @param stopping whether the node was asked to stop: from then on nobody is to be sent to it
     */
    public Health(
            Ledger ledger,
            Relay relay,
            Writability writability,
            Bridge bridge,
            Supplier<Optional<String>> gone,
            BooleanSupplier stopping) {
        this.ledger = ledger;
        this.relay = relay;
        this.writability = writability;
        this.bridge = bridge;
        this.gone = gone;
        this.stopping = stopping;
    }

    public void live(RoutingContext context) {
        Reply.json(context, 200, Map.of("status", "UP"));
    }

    /** Whether it is as good as any other node, as far as is known without asking. */
    public boolean fit() {
        return !stopping.getAsBoolean() && writability.obstacle().isEmpty() && !relay.deaf() && !relay.stale();
    }

    /**
     * Ready while nobody asked it to stop, the database answers and takes what is written, notifications are heard, and the board
     * is where the ledger is. A project that cannot be shown is named, and keeps nobody from the others.
     */
    public void ready(RoutingContext context) {
        ledger.head().timeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).onComplete(head -> {
            boolean leaves = stopping.getAsBoolean();
            boolean ready = head.succeeded() && fit();
            Map<String, Object> said = new LinkedHashMap<>();
            said.put("status", ready ? "UP" : leaves ? "STOPPING" : "DOWN");
            said.put("database", head.succeeded() ? "UP" : "DOWN");
            said.put(
                    "writes",
                    writability
                            .forbidden()
                            .or(writability::obstacle)
                            .map(Obstacle::name)
                            .orElse("UP"));
            said.put("clockAheadMillis", writability.ahead().toMillis());
            said.put("listener", relay.deaf() ? "DEAF" : "UP");
            said.put("seq", relay.board().seq());
            said.put(
                    "behind",
                    head.succeeded() ? head.result().seq() - relay.board().seq() : -1);
            said.put("ledgerReadMillisAgo", relay.age());
            said.put("pastGone", gone.get().orElse(""));
            said.put("notUnderstood", relay.end().map(NotUnderstood::getMessage).orElse(""));
            said.put("unshown", relay.board().unshown().keySet());
            said.put("sockets", bridge.sockets());
            Reply.json(context, ready ? 200 : 503, said);
        });
    }
}
