package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.guatu.ledger.Database;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two nodes behind nginx as {@code deploy/nginx-county.conf} has it, of two versions: one after the other is begun again, or is
 * stale. With {@code -Pfaults}.
 */
@Tag("faults")
class FaultsOfNodesIT {
    private static final Duration WELL = Duration.ofSeconds(60);
    private static final int WRITERS = 8;
    private static final int TIMES = 3;

    private final Path folder = TestServer.FOLDER.resolve("faults-nodes");
    private TestWire wire;
    private TestProgram one;
    private TestProgram other;
    private Process nginx;
    private String url;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(
                FaultsIT.run("sh", "-c", "command -v nginx > /dev/null") == 0, "two nodes: skipped, there is no nginx");
        TestBoard.delete(folder);
        Files.createDirectories(folder);
        Database database = TestServer.seeded(TestBoard.SMALL, Clock.systemUTC());
        wire = new TestWire(database);
        Path keys = folder.resolve("one/keys.json");
        one = new TestProgram(folder.resolve("one"), settings(database, null)).launch();
        other = new TestProgram(newer(), folder.resolve("other"), settings(wire.database(), keys)).launch();
        try (ServerSocket free = new ServerSocket(0)) {
            url = "http://127.0.0.1:" + free.getLocalPort();
        }
        Path file = folder.resolve("nginx.conf");
        Files.writeString(file, proxy());
        nginx = new ProcessBuilder(
                        "nginx",
                        "-p",
                        folder.toString(),
                        "-c",
                        file.toAbsolutePath().toString(),
                        "-g",
                        "daemon off;")
                .inheritIO()
                .start();
        TestBoard.await("nginx listens", WELL, this::listening);
    }

    private boolean listening() {
        try {
            return new TestClient(url, null).get("/health/live").status() == 200;
        } catch (Exception notYet) {
            return false;
        }
    }

    @AfterEach
    void stop() throws Exception {
        if (wire != null) {
            nginx.destroy();
            nginx.waitFor();
            one.close();
            other.close();
            wire.close();
        }
    }

    private static Map<String, String> settings(Database database, Path keys) {
        Map<String, String> settings = new HashMap<>();
        settings.put("GUATU_DATABASE_URL", TestBoard.environment(database).get("GUATU_DATABASE_URL"));
        if (keys != null) {
            settings.put("GUATU_KEYS", keys.toString());
        }
        return settings;
    }

    /** The same program, which says that it is another version. */
    private Path newer() throws IOException {
        Path jar = Files.copy(TestProgram.JAR, folder.resolve("newer.jar"), StandardCopyOption.REPLACE_EXISTING);
        try (FileSystem inside = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
            Path versions = inside.getPath("versions.properties");
            Files.writeString(versions, Files.readString(versions).replaceFirst("(?m)^guatu=.*$", "guatu=99.0"));
        }
        return jar;
    }

    /** What {@code deploy/nginx-county.conf} does with two nodes, without TLS and for one board. */
    private String proxy() {
        String servers = "server 127.0.0.1:%d %s; server 127.0.0.1:%d %s; keepalive 16;";
        String left = "max_fails=1 fail_timeout=5s";
        String never = "max_fails=0";
        return """
                pid nginx.pid;
                error_log error.log;
                events { worker_connections 4096; }
                http {
                    access_log off;
                    upstream board { %s }
                    upstream whichever { %s }
                    map $http_upgrade $connection_upgrade { default upgrade; '' ''; }
                    server {
                        listen 127.0.0.1:%d;
                        client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path f; uwsgi_temp_path u; scgi_temp_path s;
                        proxy_http_version 1.1;
                        proxy_set_header Host $http_host;
                        proxy_set_header Connection $connection_upgrade;
                        proxy_set_header Upgrade $http_upgrade;
                        set $pass_on 1;
                        proxy_set_header Guatu-Pass-On $pass_on;
                        proxy_connect_timeout 2s;
                        proxy_next_upstream error timeout http_502 non_idempotent;
                        proxy_next_upstream_tries 2;
                        proxy_intercept_errors on;
                        error_page 502 504 = @whichever;
                        location /eventbus/ { proxy_pass http://board; proxy_read_timeout 120s; proxy_buffering off; }
                        location / { proxy_pass http://board; proxy_read_timeout 30s; }
                        location @whichever { set $pass_on ""; proxy_next_upstream error timeout; proxy_pass http://whichever; }
                    }
                }
                """.formatted(
                        servers.formatted(one.port(), left, other.port(), left),
                        servers.formatted(one.port(), never, other.port(), never),
                        URI.create(url).getPort());
    }

    private TestClient zhao() throws Exception {
        return new TestClient(
                url,
                new TestClient(url, null)
                        .post("/api/session", "{\"name\":\"zhao\",\"password\":\"zhao-password\"}")
                        .json()
                        .path("token")
                        .asText());
    }

    /** The versions that twelve whole boards come from. */
    private static Set<String> versions(TestClient reader) throws Exception {
        Set<String> versions = new TreeSet<>();
        for (int i = 0; i < 12; i++) {
            versions.add(reader.get("/api/board")
                    .json()
                    .path("board")
                    .path("version")
                    .asText());
        }
        return versions;
    }

    @Test
    void nodes_of_two_versions_are_begun_again_one_after_the_other_and_a_stale_one_is_left_alone() throws Exception {
        TestClient zhao = zhao();
        TestBoard.await("nginx asks both", () -> both(zhao));
        TestWriters writers = TestWriters.start(WRITERS, zhao);
        List<Long> stops = new ArrayList<>();
        List<Long> kills = new ArrayList<>();
        List<Long> stale = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            for (TestProgram node : List.of(one, other)) {
                writers.await(40, WELL);
                assertTrue(node.stop(), "it goes when asked");
                stops.add(writers.recovered(WELL));
                node.launch();
                writers.await(40, WELL);
                node.kill();
                kills.add(writers.recovered(WELL));
                node.launch();
            }
            wire.cut();
            TestBoard.await("it is stale", WELL, () -> !other.ready());
            stale.add(writers.recovered(WELL));
            assertEquals(1, versions(zhao).size(), "only the other one is asked");
            wire.mend();
            TestBoard.await("it is well", WELL, () -> other.ready());
        }
        FaultTable.line("node stopped (SIGTERM), another behind the same nginx, two versions", stops, "nothing");
        FaultTable.line("node killed (SIGKILL), the same", kills, "nothing");
        FaultTable.line("node stale (its way to the database cut), the same, once it says so", stale, "nothing");
        writers.stop();
        writers.assertAllThereOnce(zhao);
        TestBoard.await("both are asked again", WELL, () -> both(zhao));
    }

    private static boolean both(TestClient reader) {
        try {
            return versions(reader).size() == 2;
        } catch (Exception e) {
            return false;
        }
    }
}
