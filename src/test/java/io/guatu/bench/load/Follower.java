package io.guatu.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.guatu.board.Patch;
import io.guatu.ledger.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Follows the board by its sync protocol: a frame is applied at exactly its base, one that is behind is ignored, anything else
 * asks for a sync. It reads a frame's head only; one that {@code keeps} reads and applies all of it, so that what it shows in
 * the end can be compared with the board.
 */
public final class Follower implements Ear {
    /** Told of every move. */
    public interface Arrivals {
        void moved(long from, long to);
    }

    private static final int HEAD = 400;
    private static final String REPLY = "sync";
    private static final byte[] SEQ = Bytes.of("\"seq\":");
    private static final byte[] SEAL = Bytes.of("\"seal\":\"");
    private static final int SEAL_DIGITS = 12;
    private static final byte[] PREV = Bytes.of("\"prev\":");
    private static final byte[] ANSWER = Bytes.of("\"address\":\"" + REPLY + "\"");
    private static final byte[] UNAVAILABLE = Bytes.of("\"failureCode\":503");
    private static final byte[] ERROR = Bytes.of("{\"type\":\"err\"");

    private final String token;
    private final Arrivals arrivals;
    private final Map<String, JsonNode> cards;
    private long seq = -1;
    private String epoch = "";
    private String day = "";
    private String seal = "";
    private boolean asks;
    private boolean answered;
    private long frames;
    private long bytes;
    private int gaps;
    private int unavailable;

    public Follower(String token, boolean keeps, Arrivals arrivals) {
        this.token = token;
        this.arrivals = arrivals;
        this.cards = keeps ? new TreeMap<>() : null;
    }

    @Override
    public List<String> greeting() {
        answered = false;
        return List.of(message("register", "board.live", ""), sync());
    }

    private String sync() {
        String body = seq < 0
                ? "{}"
                : "{\"epoch\":\"" + epoch + "\",\"day\":\"" + day + "\",\"seq\":" + seq + ",\"seal\":\"" + seal + "\"}";
        return message("send", "board.sync", ",\"replyAddress\":\"" + REPLY + "\",\"body\":" + body);
    }

    private String message(String type, String address, String more) {
        return "{\"type\":\"" + type + "\",\"address\":\"" + address + "\",\"headers\":{\"Authorization\":\"Bearer "
                + token + "\"}" + more + "}";
    }

    @Override
    public void heard(ByteBuffer message) {
        int head = Math.min(message.limit(), HEAD);
        if (Bytes.indexOf(message, 0, Math.min(head, ERROR.length), ERROR) == 0) {
            if (Bytes.indexOf(message, 0, head, UNAVAILABLE) < 0) {
                throw new IllegalStateException("A viewer was refused: " + text(message));
            }
            asks = true; // it did not read the ledger for some seconds, and says so instead of showing what may be over
            unavailable++;
            return;
        }
        frames++;
        answered |= Bytes.indexOf(message, 0, head, ANSWER) >= 0;
        bytes += message.limit();
        long to = Bytes.number(message, 0, head, SEQ);
        long base = Bytes.number(message, 0, head, PREV);
        if (to < 0 || base < 0) {
            throw new IllegalStateException("No frame: " + text(message));
        }
        int said = Bytes.indexOf(message, 0, head, SEAL) + SEAL.length;
        if (base == 0 && to >= seq || base == seq && to > seq) {
            if (cards != null || epoch.isEmpty()) {
                apply(Json.read(text(message), JsonNode.class).path("body"), base == 0);
            }
            long from = seq;
            seq = to;
            seal = text(message.duplicate().position(said).limit(said + SEAL_DIGITS));
            arrivals.moved(from, to);
        } else if (to > seq) {
            gaps++;
            asks = true;
        }
    }

    private void apply(JsonNode frame, boolean whole) {
        epoch = frame.path("epoch").asText();
        day = frame.path("day").asText();
        if (cards == null) {
            return;
        }
        if (whole) {
            cards.clear();
        }
        frame.path("gone").forEach(id -> cards.remove(id.asText()));
        frame.path("cards").forEach(card -> cards.put(card.path("id").asText(), card));
        if (frame.path("delta").has("cards")) {
            ArrayNode was = Json.MAPPER.createArrayNode().addAll(cards.values());
            cards.clear();
            Patch.applied(was, frame.path("delta").path("cards"))
                    .forEach(card -> cards.put(card.path("id").asText(), card));
        }
    }

    private static String text(ByteBuffer message) {
        return StandardCharsets.UTF_8.decode(message.duplicate()).toString();
    }

    @Override
    public String says() {
        if (!asks) {
            return null;
        }
        asks = false;
        return sync();
    }

    @Override
    public boolean begun() {
        return answered;
    }

    public long seq() {
        return seq;
    }

    public long frames() {
        return frames;
    }

    public long bytes() {
        return bytes;
    }

    /** How often it was told to ask later. */
    public int unavailable() {
        return unavailable;
    }

    public int gaps() {
        return gaps;
    }

    /** The cards that it shows by their projects, if it keeps them; else null. */
    public Map<String, JsonNode> cards() {
        return cards;
    }
}
