package io.guatu.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guatu.board.Patch;
import io.guatu.bridge.BridgeContract;
import io.guatu.ledger.Json;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A viewer over a raw WebSocket that follows the sync protocol as the design says, and nothing else: applies, ignores, or
 * asks for a sync. Reconnects when told to.
 */
public final class TestViewer implements WebSocket.Listener {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI uri;
    private final String token;
    private final String project;
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Map<String, JsonNode> cards = new TreeMap<>();
    private final List<JsonNode> refusals = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Boolean> asked = new ConcurrentHashMap<>();
    private WebSocket socket;
    private String epoch;
    private String day;
    private String seal;
    private long seq = -1;
    private int gaps;
    private int frames;
    private int pulses;
    private volatile String closed;

    /** @param project null: the whole board */
    public TestViewer(int port, String token, String project) {
        this.uri = URI.create("ws://localhost:" + port + "/eventbus/websocket");
        this.token = token;
        this.project = project;
    }

    public TestViewer connect() {
        closed = null;
        text.setLength(0);
        bytes.reset();
        try {
            socket = HTTP.newWebSocketBuilder()
                    .connectTimeout(Duration.ofSeconds(5))
                    .buildAsync(uri, this)
                    .join();
        } catch (CompletionException e) {
            closed = e.toString();
            throw e;
        }
        say("register", address(), null, null);
        sync();
        return this;
    }

    /** Whatever a test looks at, what came was what the contract promises. */
    private void measured() {
        if (!faults.isEmpty()) {
            throw new AssertionError(faults.toString());
        }
    }

    public WebSocket socket() {
        return socket;
    }

    public synchronized Map<String, JsonNode> cards() {
        measured();
        return new TreeMap<>(cards);
    }

    public synchronized long seq() {
        measured();
        return seq;
    }

    public synchronized String epoch() {
        return epoch;
    }

    public synchronized String day() {
        return day;
    }

    public synchronized int gaps() {
        return gaps;
    }

    public synchronized int frames() {
        return frames;
    }

    public synchronized int pulses() {
        return pulses;
    }

    public synchronized List<JsonNode> refusals() {
        measured();
        return List.copyOf(refusals);
    }

    /** "4401 token-revoked" once the server closed the line. */
    public String closed() {
        return closed;
    }

    /** A card as the board has it, to be compared with a snapshot. */
    public synchronized JsonNode card(String id) {
        return cards.get(id);
    }

    public void say(String type, String address, JsonNode body, String reply) {
        say(type, address, body, reply, token);
    }

    /** With a token that is perhaps another's. */
    public void say(String type, String address, JsonNode body, String reply, String with) {
        ObjectNode message = Json.MAPPER.createObjectNode().put("type", type).put("address", address);
        message.putObject("headers").put("Authorization", "Bearer " + with);
        if (body != null) {
            message.set("body", body);
        }
        if (reply != null) {
            message.put("replyAddress", reply);
        }
        synchronized (socket) {
            socket.sendText(message.toString(), true).join();
        }
    }

    private synchronized void sync() {
        ObjectNode body = Json.MAPPER.createObjectNode();
        if (seq >= 0) {
            body.put("epoch", epoch).put("day", day).put("seq", seq).put("seal", seal);
        }
        if (project != null) {
            body.put("project", project);
        }
        String reply = UUID.randomUUID().toString();
        asked.put(reply, true);
        say("send", "board.sync", body, reply);
    }

    private String address() {
        return project == null ? "board.live" : "project." + project + ".live";
    }

    private synchronized void take(JsonNode message) {
        faults.addAll(BridgeContract.message(message, project != null));
        String address = message.path("address").asText();
        if (message.path("type").asText().equals("err")) {
            refusals.add(message);
        } else if (asked.remove(address) != null || address.equals(address())) {
            frame(message.path("body"));
        }
    }

    private void frame(JsonNode frame) {
        frames++;
        long from = frame.path("prev").asLong();
        long to = frame.path("seq").asLong();
        boolean other = !frame.path("epoch").asText().equals(epoch)
                || !frame.path("day").asText().equals(day);
        if (frame.path("cards").isEmpty() && !frame.has("delta")) {
            pulses++;
        }
        if (from == 0 && frame.has("cards")) {
            cards.clear();
        } else if (!other
                && (to < seq || to == seq && frame.path("seal").asText().equals(seal))) {
            return;
        } else if (other
                || from != seq
                || to == seq
                || from > 0 && !frame.path("prevSeal").asText().equals(seal)) {
            gaps++;
            sync();
            return;
        }
        epoch = frame.path("epoch").asText();
        day = frame.path("day").asText();
        seq = to;
        seal = frame.path("seal").asText();
        frame.path("gone").forEach(id -> cards.remove(id.asText()));
        frame.path("cards").forEach(card -> cards.put(card.path("id").asText(), card));
        if (frame.path("delta").has("cards")) {
            ArrayNode was = Json.MAPPER.createArrayNode().addAll(cards.values());
            cards.clear();
            Patch.applied(was, frame.path("delta").path("cards"))
                    .forEach(card -> cards.put(card.path("id").asText(), card));
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            take(Json.read(text.toString(), JsonNode.class));
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
        byte[] chunk = new byte[part.remaining()];
        part.get(chunk);
        bytes.writeBytes(chunk);
        if (last) {
            take(Json.read(bytes.toString(StandardCharsets.UTF_8), JsonNode.class));
            bytes.reset();
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed = code + " " + reason;
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed = error.toString();
    }
}
