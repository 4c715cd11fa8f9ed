package io.guatu.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The network of a site, between a browser and the board: it can fall silent, and it can lose answers. */
final class BadNetwork implements AutoCloseable {
    private final ServerSocket door;
    private final int board;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile boolean silent;
    private volatile String lost;

    BadNetwork(int board) throws IOException {
        this.board = board;
        this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        run(this::listen);
    }

    String url() {
        return "http://localhost:" + door.getLocalPort();
    }

    /** From now on it accepts everything and answers nothing. What it swallowed stays unanswered for good. */
    void fallSilent() {
        silent = true;
    }

    /** The board gets what is asked with these words, and its answer is lost. */
    void lose(String words) {
        lost = words;
    }

    void recover() {
        silent = false;
        lost = null;
    }

    /** How often something that begins with this was asked: {@code POST /api/}. */
    long asked(String beginning) {
        return asked.stream().filter(line -> line.startsWith(beginning)).count();
    }

    private void listen() throws IOException {
        while (true) {
            Socket phone = door.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), board);
            sockets.addAll(List.of(phone, server));
            Pair pair = new Pair(phone, server);
            run(() -> pair.carry(phone.getInputStream(), server.getOutputStream(), true));
            run(() -> pair.carry(server.getInputStream(), phone.getOutputStream(), false));
        }
    }

    /** One connection; a browser asks one thing at a time on it. */
    private final class Pair {
        private final Socket phone;
        private final Socket server;
        private volatile String line = "";
        private volatile boolean dead;

        Pair(Socket phone, Socket server) {
            this.phone = phone;
            this.server = server;
        }

        void carry(InputStream from, OutputStream to, boolean asking) throws IOException {
            byte[] bytes = new byte[65_536];
            try {
                for (int n = from.read(bytes); n >= 0; n = from.read(bytes)) {
                    String words = new String(bytes, 0, Math.min(n, 300), StandardCharsets.ISO_8859_1);
                    if (asking && words.matches("(?s)(GET|POST|DELETE) .*")) {
                        line = words.substring(0, words.indexOf('\r'));
                        asked.add(line);
                    }
                    dead |= silent;
                    if (dead) {
                        continue;
                    }
                    String losing = lost;
                    if (!asking && losing != null && line.contains(losing)) {
                        return;
                    }
                    to.write(bytes, 0, n);
                }
            } finally {
                phone.close();
                server.close();
            }
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void run(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // the connection is gone, or the test is over
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
