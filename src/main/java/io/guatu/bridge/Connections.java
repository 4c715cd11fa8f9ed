package io.guatu.bridge;

import io.guatu.access.Principal;
import io.guatu.domain.AccessUpdate.GrantRevoked;
import io.guatu.domain.Entry;
import io.guatu.domain.ProjectId;
import io.guatu.domain.ProjectUpdate.ProjectArchived;
import io.guatu.domain.Role;
import io.guatu.ledger.Silence;
import io.guatu.relay.BoardMoved;
import io.guatu.relay.Relay;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** All open lines and what they watch. Ends a line when its access ends: by the clock, or by an entry of the ledger. */
final class Connections {
    private static final long SWEEP_MILLIS = 500;
    private static final Duration SILENT_STRANGER = Duration.ofSeconds(8);

    private final Vertx vertx;
    private final Relay relay;
    private final Answers answers;
    private final Clock clock;
    private final Silence silence;
    /** So many lines of one address may have shown no token yet: a storm of viewers behind one router passes. */
    private final int mostStrangers;

    /** How many have, by address: counted, for thousands who come back at once would each count all. */
    private final Map<String, Integer> strangers = new HashMap<>();

    private final Traffic traffic = new Traffic();
    private final Map<SockJSSocket, Connection> lines = new IdentityHashMap<>();
    private final Map<String, FanOut> fanOuts = new HashMap<>();

    Connections(Vertx vertx, Relay relay, Answers answers, Clock clock, Silence silence, int most) {
        this.vertx = vertx;
        this.relay = relay;
        this.answers = answers;
        this.clock = clock;
        this.silence = silence;
        this.mostStrangers = Math.max(1, most / 2);
        relay.listen(this::change);
        vertx.setPeriodic(SWEEP_MILLIS, timer -> sweep());
    }

    /** @param address of whoever is at the other end */
    void opened(SockJSSocket socket, String address) {
        Connection line = new Connection(socket, clock.instant(), address, silence.viewer(), traffic);
        if (strangers.getOrDefault(address, 0) >= mostStrangers) {
            line.cut(Ending.TOO_MANY);
            return;
        }
        strangers.merge(address, 1, Integer::sum);
        line.named(() -> noStranger(address));
        line.drained(() -> fanOuts.values().forEach(fanOut -> fanOut.drained(line)));
        lines.put(socket, line);
    }

    private void noStranger(String address) {
        strangers.computeIfPresent(address, (same, many) -> many == 1 ? null : many - 1);
    }

    Connection line(SockJSSocket socket) {
        return lines.get(socket);
    }

    void closed(SockJSSocket socket) {
        Connection line = lines.remove(socket);
        if (line != null) {
            if (line.principal() == null) {
                noStranger(line.address());
            }
            List.copyOf(fanOuts.keySet()).forEach(address -> unwatch(line, address));
        }
    }

    void watch(Connection line, ProjectId site) {
        fanOuts.computeIfAbsent(Addresses.of(site), address -> fanOut(site)).add(line);
    }

    private FanOut fanOut(ProjectId site) {
        return new FanOut(vertx, answers, clock, System::nanoTime, site, relay, silence, traffic);
    }

    /** Answers somebody who may see it; who registered first is answered so that the next frame fits. */
    void sync(Connection line, ProjectId site, String reply, Frames.Position position) {
        FanOut watched = fanOuts.get(Addresses.of(site));
        (watched == null ? fanOut(site) : watched).answer(line, reply, position);
    }

    void unwatch(Connection line, String address) {
        FanOut fanOut = fanOuts.get(address);
        if (fanOut != null) {
            fanOut.remove(line);
            if (fanOut.empty()) {
                fanOuts.remove(address);
            }
        }
    }

    /** All go, some at a time: a thousand that come back at one moment are a storm where they come. Until then they are served. */
    Future<Void> leave() {
        return Spread.over(
                vertx,
                lines.values().stream().map(line -> (Runnable) line::leave).toList());
    }

    Traffic traffic() {
        return traffic;
    }

    int size() {
        return lines.size();
    }

    private void change(BoardMoved change) {
        fanOuts.values().forEach(fanOut -> fanOut.change(change));
        if (change.whole() || change.entries().stream().anyMatch(entry -> entry.project() == null || access(entry))) {
            endRevoked();
        }
    }

    private static boolean access(Entry entry) {
        return entry.update() instanceof GrantRevoked || entry.update() instanceof ProjectArchived;
    }

    /** Whether all that this contractor may see has left the board. */
    boolean onArchived(Principal who) {
        return who.role() == Role.CONTRACTOR
                && who.projects().stream().allMatch(project -> relay.board()
                        .projects()
                        .find(project)
                        .map(known -> known.profile().archived())
                        .orElse(true));
    }

    /** Whether there is such a project: what is watched stays in memory, so nobody watches what is not. */
    boolean knows(ProjectId project) {
        return relay.board().projects().find(project).isPresent();
    }

    private void sweep() {
        List.copyOf(lines.values()).stream().filter(Connection::stuck).forEach(line -> line.cut(Ending.TAKES_NOTHING));
        endRevoked();
        if (!relay.stale()) {
            fanOuts.values().forEach(FanOut::pulse);
        }
    }

    private void endRevoked() {
        Instant now = clock.instant();
        for (Connection line : new ArrayList<>(lines.values())) {
            Principal principal = line.principal();
            if (principal == null) {
                if (line.opened().plus(SILENT_STRANGER).isBefore(now)) {
                    line.close(Ending.NO_TOKEN);
                }
            } else if (!now.isBefore(principal.expires())) {
                line.close(Ending.TOKEN_EXPIRED);
            } else if (principal.renewed(relay.roster(), now).isEmpty()) {
                line.close(Ending.TOKEN_REVOKED);
            } else if (onArchived(principal)) {
                line.close(Ending.PROJECT_ARCHIVED);
            }
        }
    }
}
