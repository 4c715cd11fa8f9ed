package io.guatu.bridge;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;

/** The way out of a socket that speaks SockJS, whose frames are its own. What waits is counted by the write futures. */
final class SockJsOutlet implements Outlet {
    private final SockJSSocket socket;
    private Runnable drained = () -> {};
    private long waiting;
    private boolean full;

    SockJsOutlet(SockJSSocket socket) {
        this.socket = socket;
    }

    @Override
    public void write(Message message) {
        int length = message.payload().length;
        waiting += length;
        socket.write(Buffer.buffer(message.payload())).onComplete(written -> {
            waiting -= length;
            if (waiting == 0 && full) {
                full = false;
                drained.run();
            }
        });
    }

    @Override
    public boolean full() {
        full |= waiting > FULL;
        return full;
    }

    @Override
    public void drained(Runnable handler) {
        drained = handler;
    }
}
