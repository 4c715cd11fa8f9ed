package io.guatu.courier;

import io.guatu.ledger.Json;
import io.guatu.ledger.Outbox;
import io.guatu.tidings.Channel;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The outbox in figures, beside those of the program: what waits, and for how long it should have been sent, of all nodes; what
 * this node told, by channel and by what came of it.
 */
final class OutboxMetrics {
    private final Clock clock;
    private final MeterRegistry registry;
    private volatile Map<String, Outbox.Count> counts = Map.of();

    OutboxMetrics(Clock clock, MeterRegistry registry) {
        this.clock = clock;
        this.registry = registry;
        for (String state : new String[] {"waiting", "sending", "sent", "failed", "unknown", "moot"}) {
            Gauge.builder("guatu.outbox.messages", this, self -> self.many(state))
                    .description("Messages that wait or are being sent; of the others those of the last 24 hours")
                    .tag("state", state)
                    .strongReference(true)
                    .register(registry);
        }
        Gauge.builder("guatu.outbox.oldest.seconds", this, OutboxMetrics::overdue)
                .description("For how long the message has waited that should have been sent first")
                .strongReference(true)
                .register(registry);
    }

    void read(Map<String, Outbox.Count> now) {
        counts = Map.copyOf(now);
    }

    void told(Channel channel, Outcome outcome, int many) {
        registry.counter("guatu.outbox.told", "channel", Json.kebab(channel), "outcome", Json.kebab(outcome.state()))
                .increment(many);
    }

    private double many(String state) {
        Outbox.Count count = counts.get(state);
        return count == null ? 0 : count.many();
    }

    /** What waits for its hour is not late. */
    private double overdue() {
        Outbox.Count waiting = counts.get("waiting");
        Instant now = clock.instant();
        return waiting == null || waiting.oldest().isAfter(now)
                ? 0
                : Duration.between(waiting.oldest(), now).toSeconds();
    }
}
