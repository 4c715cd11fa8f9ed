package io.guatu.app;

import io.guatu.ledger.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The wire to a database, which can be cut as a cable is: nobody is told, and nothing comes through any more. */
final class TestWire implements AutoCloseable {
    private final Database database;
    private final ServerSocket server;
    private final List<Strand> strands = new CopyOnWriteArrayList<>();
    private volatile boolean down;

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

    private void accept() {
        try {
            while (true) {
                Strand strand = new Strand(server.accept(), new Socket(database.host(), database.port()));
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

    private static final class Strand {
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
                    if (!silent) {
                        to.getOutputStream().write(bytes, 0, read);
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
