package io.guatu.bench.peer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Those that this machine can start; who is not here is named. */
public final class Peers implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LOOK_MILLIS = 50;

    private interface Start {
        Peer start(Workshop workshop) throws IOException;
    }

    private final List<Peer> present = new ArrayList<>();
    private final List<String> absent = new ArrayList<>();

    /** Said of one that cannot be started here: why. */
    static final class Absent extends IOException {
        private static final long serialVersionUID = 1;

        Absent(String why) {
            super(why);
        }
    }

    private Peers() {}

    public static Peers start(Workshop workshop) throws IOException {
        return start(workshop, List.of(Nchan::start, NodePeer::ws, NodePeer::socketIo, PlainBridge::start));
    }

    /** Who encrypts, and the same one who does not. */
    public static Peers encrypted(Workshop workshop, Certificate certificate) throws IOException {
        return start(workshop, List.of(Nchan::start, room -> Nchan.encrypted(room, certificate)));
    }

    private static Peers start(Workshop workshop, List<Start> starts) throws IOException {
        Peers peers = new Peers();
        for (Start start : starts) {
            try {
                peers.present.add(start.start(workshop));
            } catch (Absent e) {
                peers.absent.add(e.getMessage());
            }
        }
        return peers;
    }

    public List<Peer> present() {
        return present;
    }

    /** A sentence for each that is not here. */
    public List<String> absent() {
        return absent;
    }

    /** Waits until somebody listens there. */
    static void await(Run run, int port) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() - end < 0) {
            if (!run.alive()) {
                throw new IOException("A peer ended: " + run.said());
            }
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException notYet) {
                rest();
            }
        }
        throw new IOException("A peer does not listen: " + run.said());
    }

    private static void rest() {
        LockSupport.parkNanos(Duration.ofMillis(LOOK_MILLIS).toNanos());
    }

    @Override
    public void close() throws IOException {
        for (Peer peer : present) {
            peer.close();
        }
    }
}
