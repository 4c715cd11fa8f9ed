package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.ledger.Database;
import io.guatu.ledger.Silence;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The office's first password is told exactly once, and it is the one. */
class FirstStartIT {
    private final List<String> told = new CopyOnWriteArrayList<>();

    private Program start(Database database, int port) throws Exception {
        Map<String, String> environment = TestBoard.environment(database);
        environment.put("GUATU_PORT", Integer.toString(port));
        return Program.start(Config.of(environment), Clock.systemUTC(), TestBoard.CHEAP, Silence.BORNE, told::add);
    }

    private void opens(Program program) throws Exception {
        assertEquals(1, told.size());
        var answer = new TestClient("http://localhost:" + program.node().port(), null)
                .post("/api/session", "{\"name\":\"office\",\"password\":\"" + told.get(0) + "\"}");
        assertEquals("password-first", answer.code(), () -> answer.raw().body());
    }

    @Test
    void also_when_the_port_was_busy_at_the_first_start() throws Exception {
        Database database = TestServer.empty();
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Exception fault = assertThrows(Exception.class, () -> start(database, busy.getLocalPort()));
            assertTrue(Faults.sentence(fault).contains("GUATU_PORT"), Faults.sentence(fault));
        }
        try (Program program = start(database, 0)) {
            opens(program);
        }
    }

    @Test
    void also_when_two_nodes_start_together() throws Exception {
        Database database = TestServer.empty();
        List<CompletableFuture<Program>> nodes = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return start(database, 0);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList();
        try (Program one = nodes.get(0).join();
                Program other = nodes.get(1).join()) {
            opens(one);
            opens(other);
        }
    }
}
