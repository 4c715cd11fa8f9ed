package io.guatu.bridge;

import io.guatu.access.Principal;
import io.guatu.access.Scope;
import io.guatu.access.Subject;
import io.guatu.access.Tokens;
import io.guatu.domain.ProjectId;
import io.guatu.ledger.ScreenHeartbeats;
import io.guatu.relay.Relay;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.handler.sockjs.BridgeEvent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The bridge's event hook: decides synchronously, when it is asked. {@code board.sync} and {@code screen.heartbeat} are
 * answered right here and their events never completed, so that nothing a browser sends goes on to the event bus (the
 * bridge's own inbound permits are empty as well).
 */
final class Gate {
    private static final Pattern REPLY_ADDRESS = Pattern.compile("[A-Za-z0-9._-]{1,36}");
    private static final String BEARER = "Bearer ";

    private final Tokens tokens;
    private final Relay relay;
    private final Connections connections;
    private final ScreenHeartbeats heartbeats;
    private final Clock clock;
    private final Function<HttpServerRequest, String> address;

    /** @param address of whoever asks, behind a proxy or not */
    Gate(
            Tokens tokens,
            Relay relay,
            Connections connections,
            ScreenHeartbeats heartbeats,
            Clock clock,
            Function<HttpServerRequest, String> address) {
        this.address = address;
        this.tokens = tokens;
        this.relay = relay;
        this.connections = connections;
        this.heartbeats = heartbeats;
        this.clock = clock;
    }

    void handle(BridgeEvent event) {
        switch (event.type()) {
            case SOCKET_CREATED -> {
                connections.opened(
                        event.socket(),
                        address.apply(event.socket().routingContext().request()));
                event.complete(true);
            }
            case SOCKET_CLOSED, SOCKET_ERROR -> {
                connections.closed(event.socket());
                event.complete(true);
            }
            case REGISTER -> register(event);
            case UNREGISTER -> {
                Connection line = connections.line(event.socket());
                if (line != null && event.getRawMessage().getValue("address") instanceof String address) {
                    connections.unwatch(line, address);
                }
                event.complete(true);
            }
            case SEND -> send(event);
            case SOCKET_PING, SOCKET_IDLE, REGISTERED -> event.complete(true);
            default -> event.complete(false); // nobody publishes, and nothing of ours travels over the event bus
        }
    }

    private void register(BridgeEvent event) {
        Connection line = connections.line(event.socket());
        JsonObject message = event.getRawMessage();
        String address = text(message, "address");
        Optional<ProjectId> site = Addresses.project(address);
        if (line == null || !Addresses.BOARD_LIVE.equals(address) && site.isEmpty()) {
            event.complete(false);
            return;
        }
        Optional<Principal> who = identify(message);
        if (who.isEmpty()) {
            line.write(Envelope.refusal(address, Denial.TOKEN_INVALID));
            event.complete(false);
            return;
        }
        boolean may = site.isPresent() ? Scope.maySeeSite(who.get(), site.get()) : Scope.maySeeBoard(who.get());
        if (!may) {
            line.write(Envelope.refusal(address, Denial.NOT_IN_SCOPE));
            event.complete(false);
            return;
        }
        if (connections.onArchived(who.get())) {
            line.write(Envelope.refusal(address, Denial.PROJECT_ARCHIVED));
            event.complete(false);
            return;
        }
        if (site.isPresent() && !connections.knows(site.get())) {
            line.write(Envelope.refusal(address, Denial.UNKNOWN_PROJECT));
            event.complete(false);
            return;
        }
        if (!line.speaksFor(who.get())) {
            line.write(Envelope.refusal(address, Denial.LINE_OF_ANOTHER));
            event.complete(false);
            return;
        }
        // Now and not when the bridge says REGISTERED: a frame between a viewer's register and its sync would be lost.
        connections.watch(line, site.orElse(null));
        event.complete(true);
    }

    private void send(BridgeEvent event) {
        Connection line = connections.line(event.socket());
        JsonObject message = event.getRawMessage();
        String address = text(message, "address");
        if (line == null) {
            event.complete(false);
        } else if (Addresses.BOARD_SYNC.equals(address)) {
            sync(event, line, message);
        } else if (Addresses.SCREEN_HEARTBEAT.equals(address)) {
            heartbeat(event, message);
        } else {
            event.complete(false);
        }
    }

    private void sync(BridgeEvent event, Connection line, JsonObject message) {
        String reply = text(message, "replyAddress");
        if (!REPLY_ADDRESS.matcher(reply).matches()) {
            event.complete(false);
            return;
        }
        Optional<Principal> who = identify(message);
        if (who.isEmpty()) {
            line.write(Envelope.refusal(reply, Denial.TOKEN_INVALID));
            return;
        }
        JsonObject body = message.getValue("body") instanceof JsonObject given ? given : new JsonObject();
        Optional<ProjectId> site;
        try {
            site = Optional.ofNullable(body.getString("project")).map(ProjectId::new);
        } catch (RuntimeException notAnId) {
            line.write(Envelope.refusal(reply, Denial.BAD_REQUEST));
            return;
        }
        if (!(site.isPresent() ? Scope.maySeeSite(who.get(), site.get()) : Scope.maySeeBoard(who.get()))) {
            line.write(Envelope.refusal(reply, Denial.NOT_IN_SCOPE));
            return;
        }
        if (connections.onArchived(who.get())) {
            line.write(Envelope.refusal(reply, Denial.PROJECT_ARCHIVED));
            return;
        }
        if (line.full()) {
            // It does not read: an answer would only pile up. It asks again, or the frame after draining brings it
            // back.
            return;
        }
        if (!line.speaksFor(who.get())) {
            line.write(Envelope.refusal(reply, Denial.LINE_OF_ANOTHER));
            return;
        }
        if (relay.stale() && relay.end().isEmpty()) {
            // What this node shows may be long over: an answer would make it look like now. One that does not
            // understand what
            // follows says so in its answer.
            line.write(Envelope.refusal(reply, Denial.UNAVAILABLE));
            return;
        }
        connections.sync(line, site.orElse(null), reply, position(body));
    }

    private void heartbeat(BridgeEvent event, JsonObject message) {
        Optional<Principal> who = identify(message);
        if (who.isEmpty() || !(who.get().subject() instanceof Subject.Display display)) {
            event.complete(false);
            return;
        }
        JsonObject body = message.getValue("body") instanceof JsonObject given ? given : new JsonObject();
        heartbeats.see(
                display.id(),
                new ScreenHeartbeats.Sighting(
                        clock.instant(),
                        number(body, "seq"),
                        number(body, "painted"),
                        (int) Math.min(number(body, "width"), 100_000),
                        (int) Math.min(number(body, "height"), 100_000)));
    }

    private Optional<Principal> identify(JsonObject message) {
        if (!(message.getValue("headers") instanceof JsonObject headers)) {
            return Optional.empty();
        }
        String authorization = text(headers, "Authorization");
        return authorization.startsWith(BEARER)
                ? tokens.read(authorization.substring(BEARER.length()))
                        .flatMap(claims -> Principal.of(claims, relay.roster(), clock.instant()))
                : Optional.empty();
    }

    /** Anything that is not a position is none: the answer is then the whole board. */
    private static Frames.Position position(JsonObject body) {
        try {
            return new Frames.Position(
                    UUID.fromString(text(body, "epoch")),
                    LocalDate.parse(text(body, "day")),
                    body.getValue("seq") instanceof Number seq ? seq.longValue() : null,
                    body.getValue("seal") instanceof String seal ? seal : null);
        } catch (RuntimeException e) {
            return Frames.Position.NOWHERE;
        }
    }

    private static String text(JsonObject object, String field) {
        return object.getValue(field) instanceof String text ? text : "";
    }

    private static long number(JsonObject object, String field) {
        return object.getValue(field) instanceof Number number ? Math.max(0, number.longValue()) : 0;
    }
}
