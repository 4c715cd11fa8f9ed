package io.guatu.bench.peer;

import io.guatu.bench.load.Ear;
import io.guatu.bench.load.Listener;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.bridge.PermittedOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.sockjs.SockJSBridgeOptions;
import io.vertx.ext.web.handler.sockjs.SockJSHandler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The event-bus bridge as Vert.x brings it: what the board's own way out began as. */
public record PlainBridge(Run run, int port) implements Peer {
    private static final String ADDRESS = "board.events";
    private static final long PING_MILLIS = 600_000;
    private static final int BACKLOG = 4096;

    /** The server itself, in a process of its own. */
    public static void main(String[] arguments) {
        Vertx vertx = Vertx.vertx();
        Router router = Router.router(vertx);
        router.post("/publish").handler(BodyHandler.create(false)).handler(context -> {
            vertx.eventBus().publish(ADDRESS, context.body().asJsonObject());
            context.response().end("ok");
        });
        SockJSBridgeOptions options = new SockJSBridgeOptions()
                .setPingTimeout(PING_MILLIS)
                .addOutboundPermitted(new PermittedOptions().setAddress(ADDRESS));
        router.route("/eventbus/*").subRouter(SockJSHandler.create(vertx).bridge(options));
        vertx.createHttpServer(new HttpServerOptions().setAcceptBacklog(BACKLOG))
                .requestHandler(router)
                .listen(Integer.parseInt(arguments[0]), "127.0.0.1")
                .await();
    }

    static Peer start(Workshop workshop) throws IOException {
        int port = Workshop.freePort();
        Path folder = workshop.room("bridge");
        Run run = Run.start(
                List.of(
                        Workshop.java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PlainBridge.class.getName(),
                        "" + port),
                Map.of(),
                folder,
                folder.resolve("said"));
        Peers.await(run, port);
        return new PlainBridge(run, port);
    }

    @Override
    public String name() {
        return "plain bridge";
    }

    @Override
    public String viewing() {
        return "/eventbus/websocket";
    }

    @Override
    public Ear ear(Listener.Awaited awaited) {
        return new Listener(awaited, List.of("{\"type\":\"register\",\"address\":\"" + ADDRESS + "\",\"headers\":{}}"));
    }
}
