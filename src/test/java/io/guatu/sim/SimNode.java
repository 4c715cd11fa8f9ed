package io.guatu.sim;

import io.guatu.bridge.Answers;
import io.guatu.bridge.Frames;
import io.guatu.bridge.OpenAddress;
import io.guatu.command.Command;
import io.guatu.command.Verdict;
import io.guatu.command.Writer;
import io.guatu.domain.Entry;
import io.guatu.domain.ProjectId;
import io.guatu.domain.RuleSet;
import io.guatu.ledger.Json;
import io.guatu.ledger.MemorySnapshots;
import io.guatu.ledger.Silence;
import io.guatu.relay.Bell;
import io.guatu.relay.Relay;
import io.guatu.relay.Snapshots;
import io.guatu.state.Present;
import io.guatu.state.Standing;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;

/** A node: the program's own writer, relay, answers and fan-out, on the town's time and its far ledger. */
final class SimNode implements Standing {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final RuleSet RULES = rules();
    private static final long CATCH_UP_MILLIS = 2_900;
    private static final long SWEEP_MILLIS = 500;

    final Relay relay;
    final SimLedger.Line line;
    private final Timeline time;
    private final SimVertx vertx;
    private final Vertx own;
    private final Writer writer;
    private final Answers answers;
    private final SimLedger ledger;
    private final Map<ProjectId, OpenAddress> addresses = new LinkedHashMap<>();
    private LongConsumer bell;
    private boolean ready;
    private boolean dead;
    private long stale;

    SimNode(Timeline time, SimLedger ledger, Check check) {
        this.time = time;
        this.ledger = ledger;
        this.vertx = new SimVertx(time);
        this.own = vertx.vertx();
        this.line = ledger.new Line();
        relay = new Relay(
                own,
                line,
                this::bell,
                Silence.BORNE,
                time.clock(),
                time::nanos,
                new Snapshots(own, new MemorySnapshots(ledger.held()), "mark"),
                begin(time.clock()));
        answers = new Answers(own, new Frames("1"), relay::seal);
        writer = new Writer(own, line, this, Silence.BORNE, fault -> {});
        relay.listen(change -> check.moved(relay.now().head(), change));
        relay.listen(change -> List.copyOf(addresses.values()).forEach(address -> address.change(change)));
        start();
    }

    /** The board before the first entry. */
    static Present begin(Clock clock) {
        return Present.begin(new UUID(0, 0), LocalDate.ofInstant(clock.instant(), ZONE), ZONE, RULES);
    }

    /** Tried until it answers, as whatever keeps a program running does. */
    private void start() {
        relay.start().onComplete(started -> {
            if (started.succeeded()) {
                ready = true;
                own.setPeriodic(SWEEP_MILLIS, id -> sweep());
            } else {
                own.setTimer(500, id -> start());
            }
        });
    }

    private void sweep() {
        if (relay.stale()) {
            stale = time.now();
        } else {
            addresses.values().forEach(OpenAddress::pulse);
        }
    }

    private Bell bell(LongConsumer ring) {
        bell = ring;
        return new Bell() {
            @Override
            public void listen() {
                ledger.hear(ring);
            }

            @Override
            public boolean deaf() {
                return false;
            }

            @Override
            public void close() {
                ledger.deafen(ring);
            }
        };
    }

    boolean ready() {
        return ready && !dead;
    }

    boolean dead() {
        return dead;
    }

    /** When it last kept silent, because it did not know itself what is so. */
    long stale() {
        return stale;
    }

    /** As kill -9 does it: nobody hears a word. */
    void kill() {
        dead = true;
        vertx.kill();
        line.kill();
        ledger.deafen(bell);
    }

    /** @param site null for the whole board */
    OpenAddress address(ProjectId site) {
        return addresses.computeIfAbsent(
                site, of -> new OpenAddress(own, answers, time.clock(), time::nanos, of, relay, Silence.BORNE));
    }

    void leave(ProjectId site, OpenAddress.Ear ear) {
        OpenAddress address = addresses.get(site);
        if (address != null) {
            address.remove(ear);
            if (address.empty()) {
                addresses.remove(site);
            }
        }
    }

    Future<Verdict> submit(Command command) {
        return writer.submit(command);
    }

    @Override
    public Present now() {
        return relay.now();
    }

    /** Who waits for it no longer than some seconds waits on the town's time. */
    @Override
    public Future<Void> catchUp() {
        Promise<Void> done = Promise.promise();
        relay.catchUp().onComplete(result -> {
            if (result.succeeded()) {
                done.tryComplete();
            } else {
                done.tryFail(result.cause());
            }
        });
        own.setTimer(CATCH_UP_MILLIS, id -> done.tryFail("not in time"));
        return done.future();
    }

    @Override
    public void expecting(long seq) {
        relay.expecting(seq);
    }

    @Override
    public void committed(Present base, Present next, List<Entry> entries) {
        relay.committed(base, next, entries);
    }

    private static RuleSet rules() {
        try {
            return Json.read(Files.readString(Path.of("seeds/rules/daguan-1.json")), RuleSet.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
