package io.guatu.bench.peer;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.bench.load.Door;
import io.guatu.bench.load.Follower;
import io.guatu.bench.load.Writer;
import io.guatu.ledger.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** The board itself, as its jar starts it, with the demonstration's projects; access, contract, chain and durability all on. */
public final class Guatu implements AutoCloseable {
    public static final String VIEWING = "/eventbus/websocket";
    private static final String PASSWORD = "correct-horse-battery-9";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LOOK = Duration.ofMillis(5);

    private record Target(String project, String milestone) {}

    private final Run run;
    private final Door door;
    private final Path data;
    private final Duration took;
    private final HttpClient client;
    private final String keys = UUID.randomUUID().toString();
    private List<Target> targets = List.of();
    private String token;
    private String day;
    private long told;

    private Guatu(Run run, Door door, Path data, Duration took) {
        this.run = run;
        this.door = door;
        this.client = client(door);
        this.data = data;
        this.took = took;
    }

    /** On a board of its own. */
    public static Guatu start(Workshop workshop, List<String> options) throws Exception {
        return start(workshop, options, Seeded.copy(workshop), Workshop.freePort());
    }

    /** On what that folder holds; on an empty one it seeds first. */
    public static Guatu start(Workshop workshop, List<String> options, Path data, int port) throws Exception {
        return start(workshop, Workshop.java(), options, data, Door.plain(port), Map.of());
    }

    /** On a board of its own, by another Java. */
    public static Guatu by(String java, Workshop workshop, List<String> options) throws Exception {
        return start(workshop, java, options, Seeded.copy(workshop), Door.plain(Workshop.freePort()), Map.of());
    }

    /** On a board of its own, and all that anybody says to it is encrypted. */
    public static Guatu encrypted(Workshop workshop, Certificate certificate) throws Exception {
        return start(
                workshop,
                Workshop.java(),
                List.of(),
                Seeded.copy(workshop),
                new Door(Workshop.freePort(), certificate.trusting()),
                Map.of(
                        "GUATU_TLS_CERT",
                        certificate.chain().toString(),
                        "GUATU_TLS_KEY",
                        certificate.key().toString()));
    }

    private static Guatu start(
            Workshop workshop, String java, List<String> options, Path data, Door door, Map<String, String> settings)
            throws Exception {
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(options);
        command.addAll(List.of("-jar", workshop.jar().toString()));
        Map<String, String> environment = new HashMap<>(settings);
        environment.putAll(Map.of(
                "GUATU_PORT", "" + door.port(), "GUATU_DATA", data.toString(), "GUATU_OFFICE_PASSWORD", PASSWORD));
        long began = System.nanoTime();
        Run run = Run.start(command, environment, data, workshop.folder().resolve("said-" + door.port()));
        Guatu guatu = null;
        try {
            guatu = new Guatu(run, door, data, ready(run, door, began));
            guatu.login();
            return guatu;
        } finally {
            if (guatu == null || guatu.token == null) {
                run.close();
            }
        }
    }

    /** From its start to the first answer that it is ready. */
    private static Duration ready(Run run, Door door, long began) throws Exception {
        HttpClient client = client(door);
        HttpRequest ready = HttpRequest.newBuilder(uri(door, "/health/ready")).build();
        while (System.nanoTime() - began < PATIENCE.toNanos()) {
            if (!run.alive()) {
                throw new IOException("The board ended: " + run.said());
            }
            try {
                if (client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return Duration.ofNanos(System.nanoTime() - began);
                }
            } catch (IOException notYet) {
                // nobody listens
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        throw new IOException("The board is not ready: " + run.said());
    }

    private static HttpClient client(Door door) {
        HttpClient.Builder client = HttpClient.newBuilder();
        return (door.tls() == null ? client : client.sslContext(door.tls())).build();
    }

    private static URI uri(Door door, String path) {
        return URI.create(door.scheme() + "://127.0.0.1:" + door.port() + path);
    }

    private void login() throws Exception {
        token = json(request("/api/session")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"name\":\"office\",\"password\":\"" + PASSWORD + "\"}"))
                        .build())
                .path("token")
                .asText();
        JsonNode board = board();
        day = board.path("day").asText();
        List<Target> found = new ArrayList<>();
        board.path("cards").forEach(card -> card.path("milestones").forEach(step -> {
            if (!card.path("lamp").path("colour").asText().equals("done")
                    && step.path("percent").path("verified").asInt() < 90
                    && step.path("measure").isMissingNode() // of what is counted nobody tells a percentage
                    && found.stream()
                            .noneMatch(target ->
                                    target.project.equals(card.path("id").asText()))) {
                found.add(new Target(card.path("id").asText(), step.path("id").asText()));
            }
        }));
        targets = found;
    }

    public Run run() {
        return run;
    }

    public int port() {
        return door.port();
    }

    public Door door() {
        return door;
    }

    public Path data() {
        return data;
    }

    /** How long it took until it was ready. */
    public Duration took() {
        return took;
    }

    /** How many projects are told of. */
    public int projects() {
        return targets.size();
    }

    public Follower follower(boolean keeps, Follower.Arrivals arrivals) {
        return new Follower(token, keeps, arrivals);
    }

    /** The next update, of one project after the other. */
    public byte[] update() {
        Target target = targets.get((int) (told % targets.size()));
        told++;
        String body = "{\"kind\":\"progress-reported\",\"milestone\":\"" + target.milestone + "\",\"percent\":"
                + (10 + told * 7 % 80) + ",\"asOf\":\"" + day + "\",\"note\":\"第 " + told + " 次\"}";
        return Writer.post(
                door.port(),
                "/api/projects/" + target.project + "/updates",
                token,
                "\"" + keys + "-" + told + "\"",
                body);
    }

    public JsonNode board() throws Exception {
        return json(request("/api/board").build());
    }

    public long seq() throws Exception {
        return board().path("seq").asLong();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(door, path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private JsonNode json(HttpRequest request) throws Exception {
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(request.uri() + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return Json.read(answer.body(), JsonNode.class);
    }

    /** Where its own PostgreSQL listens, and the owner's password. */
    public Inserts inserts() throws IOException {
        List<String> postmaster = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
        return new Inserts(
                Integer.parseInt(postmaster.get(3).trim()),
                Files.readString(data.resolve("postgres.password")).trim());
    }

    /** Memory of all its processes, the database's included, in KiB. */
    public long kibibytes() throws IOException {
        long postmaster = Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .get(0)
                .trim());
        long children = ProcessHandle.of(postmaster).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(child -> Run.kibibytes(child.pid()))
                .sum();
        return run.kibibytes() + Run.kibibytes(postmaster) + children;
    }

    @Override
    public void close() throws IOException {
        run.close();
    }
}
