package io.guatu.app;

import io.guatu.bridge.Bridge;
import io.guatu.bridge.Traffic;
import io.guatu.command.Writability;
import io.guatu.domain.ScreenId;
import io.guatu.ledger.Json;
import io.guatu.ledger.Ledger;
import io.guatu.ledger.MeteredLedger;
import io.guatu.ledger.Obstacle;
import io.guatu.ledger.ScreenHeartbeats;
import io.guatu.relay.Relay;
import io.guatu.relay.Snapshots;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What an operator asks of a node, in figures: does it follow, does it hear, can it write, who looks at it, which walls are dark.
 * Read by whoever scrapes, from any thread; nothing here asks the database, but for the walls, every half minute.
 */
final class NodeMetrics {
    private static final long SCREENS_MILLIS = 30_000;
    /** A wall says every half minute that it is there. */
    private static final Duration DARK = Duration.ofMinutes(2);

    private final MeterRegistry registry;
    private volatile long lit;
    private volatile long dark;

    NodeMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** The same ledger, timed. */
    Ledger timed(Ledger ledger) {
        return new MeteredLedger(ledger, registry);
    }

    void follow(Relay relay, Snapshots snapshots) {
        gauge("ledger.seq", "The newest entry that the board shows", relay, own -> own.board()
                .seq());
        gauge("follower.behind.entries", "Entries that the board does not show yet", relay, Relay::behind);
        gauge(
                "follower.age.seconds",
                "Since when the board was last known to show all of the ledger",
                relay,
                own -> own.age() / 1e3);
        gauge(
                "listener.age.seconds",
                "Since when no notification was heard, the node's own included",
                relay,
                own -> own.heard() / 1e3);
        gauge(
                "past.gone",
                "1: the past that this node had followed was found to be gone",
                relay,
                own -> own.gone().isPresent() ? 1 : 0);
        gauge(
                "snapshot.behind.entries",
                "Entries since the newest snapshot: a start reads so many",
                relay,
                own -> Math.max(0, own.board().seq() - snapshots.kept()));
    }

    void write(Writability writability) {
        for (Obstacle why : Obstacle.values()) {
            Gauge.builder("guatu.writes.obstructed", writability, own -> own.obstacle()
                            .filter(why::equals)
                            .map(found -> 1)
                            .orElse(0))
                    .description("1: nothing can be written to the ledger, and this is why")
                    .tag("why", Json.kebab(why))
                    .strongReference(true)
                    .register(registry);
        }
        gauge(
                "clock.ahead.seconds",
                "How far this machine's clock is ahead of the database's",
                writability,
                own -> own.ahead().toMillis() / 1e3);
    }

    void send(Bridge bridge) {
        Traffic traffic = bridge.traffic();
        counter("frames", "Frames that were made", traffic, Traffic::frames);
        counter("frames.written", "Frames times viewers", traffic, Traffic::written);
        counter("frames.bytes", "Bytes of these before compression", traffic, Traffic::bytes);
        counter("frames.skipped", "Frames times viewers that were too slow for them", traffic, Traffic::skipped);
        traffic.endings().forEach((why, many) -> {
            FunctionCounter.builder("guatu.lines.closed", many, own -> own.sum())
                    .description("Lines that this node closed")
                    .tag("why", why)
                    .register(registry);
        });
    }

    /** Of all walls that may show this board: those that said so just now, on any node, and those that did not. */
    void watch(Vertx vertx, Relay relay, ScreenHeartbeats heartbeats, Clock clock) {
        gauge("screens.lit", "Walls that said within two minutes that they show the board", this, own -> own.lit);
        gauge("screens.dark", "Walls that have access and did not", this, own -> own.dark);
        vertx.setPeriodic(1_000, SCREENS_MILLIS, timer -> heartbeats.all().onSuccess(all -> count(relay, all, clock)));
    }

    private void count(Relay relay, Map<ScreenId, ScreenHeartbeats.Sighting> all, Clock clock) {
        Instant now = clock.instant();
        long live = relay.roster().screens().values().stream()
                .filter(screen -> screen.liveAt(now))
                .count();
        lit = relay.roster().screens().values().stream()
                .filter(screen -> screen.liveAt(now))
                .map(screen -> all.get(screen.issued().screen()))
                .filter(seen -> seen != null && seen.at().isAfter(now.minus(DARK)))
                .count();
        dark = live - lit;
    }

    private <T> void gauge(String name, String description, T of, ToDoubleFunction<T> value) {
        Gauge.builder("guatu." + name, of, value)
                .description(description)
                .strongReference(true)
                .register(registry);
    }

    private <T> void counter(String name, String description, T of, ToDoubleFunction<T> value) {
        FunctionCounter.builder("guatu." + name, of, value)
                .description(description)
                .register(registry);
    }
}
