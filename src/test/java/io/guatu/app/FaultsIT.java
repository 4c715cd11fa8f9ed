package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.ledger.Database;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What happens to machines, done to the delivered jar while people tell it things and look: nothing that was acknowledged is lost or
 * doubled, and each time it is well again by itself. With {@code -Pfaults}; how long it took: {@code target/faults/faults.md}.
 */
@Tag("faults")
class FaultsIT {
    private static final int WRITERS = 8;
    private static final int VIEWERS = 5;
    private static final int TIMES = 5;
    private static final int SOME = 40;
    private static final Duration WELL = Duration.ofSeconds(60);

    private static TestClient zhao(String url) throws Exception {
        JsonNode in = new TestClient(url, null)
                .post("/api/session", "{\"name\":\"zhao\",\"password\":\"zhao-password\"}")
                .json();
        return new TestClient(url, in.path("token").asText());
    }

    private interface Fault {
        void happens() throws Exception;
    }

    /** It happens so often, and each time the writers are waited for. */
    private static void often(String what, int times, TestWriters writers, Fault fault) throws Exception {
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            writers.await(SOME, WELL);
            fault.happens();
            millis.add(writers.recovered(WELL));
        }
        FaultTable.line(what, millis, "nothing");
    }

    private static void during(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static TestViewer[] viewers(TestProgram program, String token) {
        TestViewer[] viewers = new TestViewer[VIEWERS];
        for (int i = 0; i < VIEWERS; i++) {
            viewers[i] = new TestViewer(program.port(), token, null).connect();
        }
        return viewers;
    }

    private static void end(TestWriters writers, TestClient zhao, TestViewer... viewers) throws Exception {
        writers.stop();
        long end = writers.assertAllThereOnce(zhao);
        for (TestViewer viewer : viewers) {
            if (viewer.closed() != null) {
                viewer.connect();
            }
            TestBoard.await("the viewer is where the ledger is", () -> viewer.seq() >= end);
            assertEquals(UnderFireIT.snapshot(zhao), viewer.cards());
        }
    }

    @Test
    void the_way_to_the_database() throws Exception {
        Database database = TestServer.seeded(TestBoard.SMALL, Clock.systemUTC());
        Path data = TestServer.FOLDER.resolve("faults-wire");
        TestBoard.delete(data);
        try (TestWire wire = new TestWire(database);
                TestProgram program = new TestProgram(data, at(wire.database())).launch()) {
            TestClient zhao = zhao(program.url());
            TestViewer[] viewers = viewers(program, token(program));
            TestWriters writers = TestWriters.start(WRITERS, zhao);
            often("black hole to the database for 6 s", TIMES, writers, () -> {
                wire.cut();
                during(Duration.ofSeconds(6));
                wire.mend();
            });
            often("every byte in a segment of its own for 4 s", TIMES, writers, () -> {
                wire.byBytes(true);
                writers.await(1, WELL);
                during(Duration.ofSeconds(4));
                wire.byBytes(false);
            });
            often("one in five of the database's answers lost, with its connection, for 4 s", TIMES, writers, () -> {
                wire.lose(0.2);
                during(Duration.ofSeconds(4));
                wire.lose(0);
            });
            end(writers, zhao, viewers);
        }
    }

    private static Map<String, String> at(Database database) {
        return Map.of("GUATU_DATABASE_URL", TestBoard.environment(database).get("GUATU_DATABASE_URL"));
    }

    /** Whoever looks only, as a wall does. */
    private static String token(TestProgram program) throws Exception {
        return new TestClient(program.url(), null)
                .post("/api/session", "{\"name\":\"li\",\"password\":\"li-password-1\"}")
                .json()
                .path("token")
                .asText();
    }

    @Test
    void the_database_and_the_program_on_one_machine() throws Exception {
        Path data = TestServer.FOLDER.resolve("faults-machine");
        TestBoard.delete(data);
        Files.createDirectories(data);
        Files.createSymbolicLink(data.resolve("postgres-programs"), TestServer.programs());
        try (TestProgram program = new TestProgram(data, Map.of()).launch()) {
            TestClient zhao = zhao(program.url());
            TestViewer[] viewers = viewers(program, token(program));
            TestWriters writers = TestWriters.start(WRITERS, zhao);
            often("all of PostgreSQL frozen for 5 s (SIGSTOP), in the middle of appends", TIMES, writers, () -> {
                ProcessHandle[] all = Stream.concat(
                                Stream.of(program.postmaster()),
                                program.postmaster().descendants())
                        .toArray(ProcessHandle[]::new);
                TestProgram.signal("STOP", all);
                during(Duration.ofSeconds(5));
                TestProgram.signal("CONT", all);
            });
            often("PostgreSQL stopped immediate (SIGQUIT)", TIMES, writers, () -> {
                TestProgram.signal("QUIT", program.postmaster());
            });
            often("PostgreSQL killed (SIGKILL)", TIMES, writers, () -> program.postmaster()
                    .destroyForcibly());
            often("program frozen for 5 s (SIGSTOP)", TIMES, writers, () -> {
                TestProgram.signal("STOP", program.process().toHandle());
                during(Duration.ofSeconds(5));
                TestProgram.signal("CONT", program.process().toHandle());
            });
            often("program killed (SIGKILL) and started again", TIMES, writers, () -> {
                program.kill();
                program.begin();
            });
            end(writers, zhao, viewers);
            assertTrue(program.stop());
            assertEquals(0, program.start("verify").waitFor(), "the chain verifies");
        }
    }

    /** A disk of its own, as far as this machine lets us make one. */
    @Test
    void a_disk_that_is_full() throws Exception {
        Path disk = TestServer.FOLDER.resolve("faults-disk");
        Files.createDirectories(disk);
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=160m", "tmpfs", disk.toString()) == 0,
                "a full disk: skipped, nobody may make one here");
        Path data = disk.resolve("data");
        Files.createDirectories(data);
        Files.createSymbolicLink(data.resolve("postgres-programs"), TestServer.programs());
        try {
            TestProgram program = new TestProgram(data, Map.of()).launch();
            try (program) {
                TestClient zhao = zhao(program.url());
                TestWriters writers = TestWriters.start(WRITERS, zhao);
                often("the database's disk full for 10 s", 3, writers, () -> {
                    Path full = disk.resolve("full");
                    fill(full);
                    during(Duration.ofSeconds(10));
                    Files.delete(full);
                });
                end(writers, zhao);
                assertTrue(program.log().contains("DISK_FULL"), "it is said why nothing can be written");
            }
        } finally {
            run("umount", disk.toString());
        }
    }

    private static void fill(Path file) throws Exception {
        byte[] some = new byte[64 * 1024];
        try (OutputStream out = Files.newOutputStream(file)) {
            while (true) {
                out.write(some);
            }
        } catch (IOException full) {
            // which is what is wanted
        }
    }

    static int run(String... command) throws Exception {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
