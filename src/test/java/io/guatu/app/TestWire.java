package io.guatu.app;

import io.guatu.ledger.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The wire to a database, which can be cut as a cable is: nobody is told, and nothing comes through any more. It can also pass
 * one byte after the other, or break with the database's answer on it.
 */
final class TestWire implements AutoCloseable {
    private final Database database;
    private final ServerSocket server;
    private final List<Strand> strands = new CopyOnWriteArrayList<>();
    private volatile boolean down;
    private volatile boolean byBytes;
    private volatile double lost;

    TestWire(Database database) throws IOException {
        this.database = database;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        spawn(this::accept);
    }

    /** The same database, through this wire. */
    Database database() {
        return new Database("127.0.0.1", server.getLocalPort(), database.name(), database.user(), database.password());
    }

    /** The connections of now fall silent; new ones come through. */
    void silence() {
        strands.forEach(strand -> strand.silent = true);
    }

    /** Nothing comes through at all, until it is mended. */
    void cut() {
        down = true;
        silence();
    }

    void mend() {
        down = false;
    }

    /** Each byte travels alone. */
    void byBytes(boolean now) {
        byBytes = now;
    }

    /** @param share of what the database answers with which the connection breaks: it was done, and nobody hears of it */
    void lose(double share) {
        lost = share;
    }

    private void accept() {
        try {
            while (true) {
                Strand strand = new Strand(server.accept(), new Socket(database.host(), database.port()));
                strand.near.setTcpNoDelay(true);
                strand.far.setTcpNoDelay(true);
                strand.silent = down;
                strands.add(strand);
                spawn(() -> strand.pump(strand.near, strand.far));
                spawn(() -> strand.pump(strand.far, strand.near));
            }
        } catch (IOException closed) {
            strands.forEach(Strand::close);
        }
    }

    private static void spawn(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    private final class Strand {
        private final Socket near;
        private final Socket far;
        private volatile boolean silent;

        Strand(Socket near, Socket far) {
            this.near = near;
            this.far = far;
        }

        private void pump(Socket from, Socket to) {
            byte[] bytes = new byte[16 * 1024];
            try {
                for (int read = from.getInputStream().read(bytes);
                        read >= 0;
                        read = from.getInputStream().read(bytes)) {
                    if (from == far && lost > 0 && ThreadLocalRandom.current().nextDouble() < lost) {
                        break;
                    }
                    int each = byBytes ? 1 : read;
                    for (int at = 0; at < read && !silent; at += each) {
                        to.getOutputStream().write(bytes, at, each);
                    }
                }
            } catch (IOException gone) {
                // one side closed: so does the other
            }
            // Whoever hangs up on a silent wire is not heard at the near end.
            if (!silent || from == near) {
                close();
            }
        }

        private void close() {
            try {
                near.close();
                far.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
