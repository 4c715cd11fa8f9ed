package io.guatu.bench.part;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.bench.load.Crowd;
import io.guatu.bench.load.Follower;
import io.guatu.bench.load.Loop;
import io.guatu.bench.peer.Guatu;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Viewers of the board, who in the end must show what it shows: all stand where it stands, and some are compared card by card. */
final class Watching implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int KEEPING = 100;

    private final Loop loop;
    private final Guatu guatu;
    private final Crowd<Follower> crowd;

    private Watching(Loop loop, Guatu guatu, Crowd<Follower> crowd) {
        this.loop = loop;
        this.guatu = guatu;
        this.crowd = crowd;
    }

    static Watching open(Loop loop, Guatu guatu, int viewers, Follower.Arrivals arrivals) throws IOException {
        List<Follower> all = new ArrayList<>();
        for (int i = 0; i < viewers; i++) {
            all.add(guatu.follower(i % KEEPING == 0, arrivals));
        }
        return new Watching(loop, guatu, Crowd.open(loop, guatu.door(), Guatu.VIEWING, all));
    }

    /** Those come back, as fast as the load can connect. */
    static Watching rush(Loop loop, Guatu guatu, List<Follower> all) throws IOException {
        return new Watching(loop, guatu, Crowd.rush(loop, guatu.door(), Guatu.VIEWING, all));
    }

    /** How long it took until the last one had asked for a line. */
    long connectedNanos() {
        return crowd.connectedNanos();
    }

    List<Follower> followers() {
        return crowd.ears();
    }

    long frames() {
        return followers().stream().mapToLong(Follower::frames).sum();
    }

    /** Nobody tells anything any more. */
    void check() throws Exception {
        JsonNode board = guatu.board();
        long seq = board.path("seq").asLong();
        if (!loop.until(() -> followers().stream().allMatch(one -> one.seq() == seq), PATIENCE)) {
            throw new IOException(
                    followers().stream().filter(one -> one.seq() != seq).count() + " viewers do not show the board at "
                            + seq);
        }
        Map<String, JsonNode> cards = new TreeMap<>();
        board.path("cards").forEach(card -> cards.put(card.path("id").asText(), card));
        for (Follower one : followers()) {
            if (one.cards() != null && !one.cards().equals(cards)) {
                throw new IOException("A viewer shows other cards than the board at " + seq);
            }
        }
    }

    @Override
    public void close() throws IOException {
        crowd.close();
    }
}
