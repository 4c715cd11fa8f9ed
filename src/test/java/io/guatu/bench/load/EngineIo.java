package io.guatu.bench.load;

import java.nio.ByteBuffer;
import java.util.List;

/** A listener to Socket.IO: it joins when it is greeted, and answers the server's pings. */
public final class EngineIo implements Ear {
    private static final int GREETING = '0';
    private static final int PING = '2';
    private static final int MESSAGE = '4';

    private final Listener listener;
    private String says;
    private boolean joined;

    public EngineIo(Listener listener) {
        this.listener = listener;
    }

    @Override
    public List<String> greeting() {
        return List.of();
    }

    @Override
    public void heard(ByteBuffer message) {
        switch (message.get(0)) {
            case GREETING -> says = "40";
            case PING -> says = "3";
            case MESSAGE -> {
                joined |= message.get(1) == '0';
                listener.heard(message);
            }
            default -> {}
        }
    }

    @Override
    public String says() {
        String now = says;
        says = null;
        return now;
    }

    @Override
    public boolean begun() {
        return joined;
    }
}
