package io.guatu.bench.peer;

import io.guatu.bench.load.Door;
import io.guatu.bench.load.Ear;
import io.guatu.bench.load.Listener;
import java.io.IOException;
import java.util.List;

/** Another server, one message of which reaches all its viewers. It stores nothing, checks nobody and knows no board. */
public interface Peer extends AutoCloseable {
    String name();

    Run run();

    int port();

    /** Where viewers connect. */
    String viewing();

    /** Where they connect: where messages are posted, unless that is not encrypted and they are. */
    default Door viewers() {
        return Door.plain(port());
    }

    /** Where a message is posted. */
    default String publishing() {
        return "/publish";
    }

    /** What a viewer waits with. */
    default Ear ear(Listener.Awaited awaited) {
        return new Listener(awaited, List.of());
    }

    @Override
    default void close() throws IOException {
        run().close();
    }
}
