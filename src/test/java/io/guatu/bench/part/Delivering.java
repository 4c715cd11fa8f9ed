package io.guatu.bench.part;

import io.guatu.bench.figure.Samples;
import io.guatu.bench.load.Crowd;
import io.guatu.bench.load.Door;
import io.guatu.bench.load.Ear;
import io.guatu.bench.load.Follower;
import io.guatu.bench.load.Listener;
import io.guatu.bench.load.Loop;
import io.guatu.bench.load.Writer;
import io.guatu.bench.peer.Guatu;
import io.guatu.bench.peer.Peer;
import io.guatu.bench.peer.Run;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Publishes one message after the other, each when all viewers have the one before. */
abstract class Delivering {
    static final int MESSAGES = 25;

    /** As many until a compiler has nothing more to do, nearly. */
    static final int UNTIL_WARM = 80;

    private static final int WARM = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * @param cpuMicros of the server's processor, per delivery
     * @param compilerMicros of them, the JVM's compiler's
     * @param waits from the post until the last viewer has it
     */
    record Reading(double cpuMicros, double compilerMicros, Samples waits, long bytes) {}

    abstract String name();

    abstract Run run();

    /** Where messages are posted. */
    abstract Door door();

    /** So many viewers, connected and begun. */
    abstract Crowd<? extends Ear> crowd(Loop loop, int viewers) throws Exception;

    abstract byte[] next();

    /** How many viewers have the newest message. */
    abstract int reached();

    abstract long bytes();

    /** After each message: nothing else may have come. */
    void check() {}

    final Reading deliver(Loop loop, int viewers, int messages) throws Exception {
        Samples waits = new Samples();
        int[] refused = {0};
        try (Crowd<?> crowd = crowd(loop, viewers);
                Writer writer = new Writer(loop, door(), (line, status, body, nanos) -> {
                    if (status / 100 != 2) {
                        refused[0] = status;
                    }
                })) {
            long cpu = 0;
            long compiler = 0;
            long bytes = 0;
            for (int i = -WARM; i < messages; i++) {
                if (i == 0) {
                    cpu = run().cpuNanos();
                    compiler = run().compilerNanos();
                    bytes = bytes();
                }
                byte[] message = next();
                long began = System.nanoTime();
                writer.send(message);
                if (!loop.until(() -> reached() == crowd.size() || refused[0] != 0, PATIENCE) || refused[0] != 0) {
                    throw new IOException(name() + ": " + (viewers - reached()) + " of " + viewers
                            + " viewers miss a message, refused: " + refused[0]);
                }
                if (i >= 0) {
                    waits.add(System.nanoTime() - began);
                }
                loop.until(() -> !writer.waiting(), PATIENCE);
                check();
            }
            double deliveries = (double) viewers * messages;
            return new Reading(
                    (run().cpuNanos() - cpu) / deliveries / 1e3,
                    Math.max(0, run().compilerNanos() - compiler) / deliveries / 1e3,
                    waits,
                    Math.round((bytes() - bytes) / deliveries));
        }
    }

    /** A peer, which is given the update as the board is given it. */
    static final class Beside extends Delivering {
        private final Peer peer;
        private final Listener.Awaited awaited = new Listener.Awaited();
        private int told;

        Beside(Peer peer) {
            this.peer = peer;
        }

        @Override
        String name() {
            return peer.name();
        }

        @Override
        Run run() {
            return peer.run();
        }

        @Override
        Door door() {
            return Door.plain(peer.port());
        }

        @Override
        Crowd<Ear> crowd(Loop loop, int viewers) throws IOException {
            List<Ear> ears = new ArrayList<>();
            for (int i = 0; i < viewers; i++) {
                ears.add(peer.ear(awaited));
            }
            Crowd<Ear> crowd = Crowd.open(loop, peer.viewers(), peer.viewing(), ears);
            loop.during(Duration.ofMillis(300)); // a subscription is not acknowledged
            return crowd;
        }

        @Override
        byte[] next() {
            told++;
            awaited.next("#" + told + "#");
            String body = "{\"seq\":" + told + ",\"project\":\"hefan-underpass\",\"kind\":\"progress-reported\","
                    + "\"milestone\":\"box-jacking\",\"percent\":62,\"asOf\":\"2026-11-23\",\"note\":\"#" + told
                    + "# 第三节顶进完成，明日开始防水\",\"by\":{\"id\":\"pm.hefan\",\"name\":\"李工\"},\"at\":\"2026-11-23T08:15:30.123Z\","
                    + "\"forecast\":\"2027-03-31\",\"progress\":{\"verified\":58.8,\"pending\":61.2,\"time\":74.5}}";
            return Writer.post(peer.port(), peer.publishing(), null, null, body);
        }

        @Override
        int reached() {
            return awaited.reached();
        }

        @Override
        long bytes() {
            return awaited.bytes();
        }
    }

    /** The board. Its viewers follow it from position to position. */
    static final class Board extends Delivering {
        private final String name;
        private final Guatu guatu;
        private List<Follower> followers = List.of();
        private long newest;
        private int reached;

        Board(String name, Guatu guatu) {
            this.name = name;
            this.guatu = guatu;
        }

        @Override
        String name() {
            return name;
        }

        @Override
        Run run() {
            return guatu.run();
        }

        @Override
        Door door() {
            return guatu.door();
        }

        @Override
        Crowd<Follower> crowd(Loop loop, int viewers) throws Exception {
            List<Follower> all = new ArrayList<>();
            for (int i = 0; i < viewers; i++) {
                all.add(guatu.follower(false, (from, to) -> {
                    if (from < newest && to >= newest) {
                        reached++;
                    }
                }));
            }
            newest = guatu.seq();
            followers = all;
            return Crowd.open(loop, guatu.door(), Guatu.VIEWING, all);
        }

        @Override
        byte[] next() {
            newest++;
            reached = 0;
            return guatu.update();
        }

        @Override
        int reached() {
            return reached;
        }

        @Override
        long bytes() {
            return followers.stream().mapToLong(Follower::bytes).sum();
        }

        @Override
        void check() {
            for (Follower follower : followers) {
                if (follower.gaps() > 0 || follower.seq() != newest) {
                    throw new IllegalStateException("A viewer stands at " + follower.seq() + " and not at " + newest
                            + ", after " + follower.gaps() + " gaps.");
                }
            }
        }
    }
}
