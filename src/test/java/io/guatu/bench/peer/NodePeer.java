package io.guatu.bench.peer;

import io.guatu.bench.load.Ear;
import io.guatu.bench.load.EngineIo;
import io.guatu.bench.load.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Node's two: the ws library, and Socket.IO. npm fetches them into a folder of their own, once. */
record NodePeer(String name, Run run, int port) implements Peer {
    private static final String WS = "ws@8.23.0";
    private static final String SOCKET_IO = "socket.io@4.8.4";
    private static final String ENGINE = "/socket.io/?EIO=4&transport=websocket";

    static Peer ws(Workshop workshop) throws IOException {
        return start(workshop, "ws", "ws.js", WS);
    }

    static Peer socketIo(Workshop workshop) throws IOException {
        return start(workshop, "Socket.IO", "socketio.js", SOCKET_IO);
    }

    private static Peer start(Workshop workshop, String name, String script, String library) throws IOException {
        Path node = Workshop.program("node").orElseThrow(() -> new Peers.Absent(name + ": no node here."));
        Path npm = Workshop.program("npm").orElseThrow(() -> new Peers.Absent(name + ": no npm here."));
        Path folder = Files.createDirectories(workshop.folder().resolve("node-" + library.replace('@', '-')));
        if (!Files.exists(folder.resolve("fetched"))) {
            fetch(npm, folder, name, library);
        }
        Files.writeString(folder.resolve(script), Workshop.resource(script));
        int port = Workshop.freePort();
        Run run = Run.start(
                List.of(node.toString(), script, "" + port),
                Map.of("NODE_ENV", "production"),
                folder,
                folder.resolve("said"));
        Peers.await(run, port);
        return new NodePeer(name, run, port);
    }

    private static void fetch(Path npm, Path folder, String name, String library) throws IOException {
        Files.writeString(folder.resolve("package.json"), "{\"private\":true}");
        Process install = new ProcessBuilder(npm.toString(), "install", "--no-audit", "--no-fund", library)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("npm").toFile())
                .start();
        try {
            if (install.waitFor() != 0) {
                throw new Peers.Absent(name + ": npm cannot fetch " + library + ".");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        Files.createFile(folder.resolve("fetched"));
    }

    @Override
    public String viewing() {
        return name.equals("ws") ? "/" : ENGINE;
    }

    @Override
    public Ear ear(Listener.Awaited awaited) {
        return name.equals("ws") ? Peer.super.ear(awaited) : new EngineIo(new Listener(awaited, List.of()));
    }
}
