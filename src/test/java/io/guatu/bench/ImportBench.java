package io.guatu.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.ledger.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.function.ToDoubleFunction;

/**
 * How long a writer and a viewer wait while a list of 5,000 projects is read, again and again, and while it is told. On a
 * running board that may be thrown away.
 *
 * <p>{@code mvn -q test-compile exec:java -Dmain.class=io.guatu.bench.ImportBench -Dexec.classpathScope=test
 * -Dexec.args="http://localhost:8080 OFFICE-PASSWORD"}
 */
public final class ImportBench {
    private static final int ROWS = 5_000;
    private static final int ROUNDS = 5;

    private ImportBench() {}

    public static void main(String[] arguments) throws Exception {
        BenchClient client = new BenchClient(arguments[0], arguments[1]);
        List<String> projects = new ArrayList<>();
        Json.MAPPER
                .readTree(client.get("/api/board"))
                .path("cards")
                .forEach(card -> projects.add(card.path("id").asText()));
        Pulse viewer = new Pulse(client);
        String list = list();
        client.write(projects);
        List<Waits> alone = new ArrayList<>();
        List<Waits> reading = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            alone.add(Waits.of("alone", client, projects, viewer));
            Beside beside = new Beside(() -> read(client, list));
            reading.add(Waits.of("beside reading", client, projects, viewer));
            System.out.println("  read " + beside.end() + " times meanwhile");
        }
        JsonNode read = read(client, list);
        Beside beside = new Beside(new Telling(client, read.path("projects")));
        List<Waits> telling = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            telling.add(Waits.of("beside telling", client, projects, viewer));
        }
        System.out.println("  told " + beside.end() + " projects meanwhile");
        System.out.println(Waits.ratio("p99 beside reading", reading, alone));
        System.out.println(Waits.ratio("p99 beside telling", telling, alone));
        System.exit(0);
    }

    /** The 99th percentiles of one round, in milliseconds: of a writer's answer, of the time between a viewer's frames. */
    private record Waits(double writer, double viewer) {
        static Waits of(String when, BenchClient client, List<String> projects, Pulse viewer) throws Exception {
            viewer.begin();
            double[] took = client.times(projects);
            Waits waits = new Waits(BenchClient.p99(took), viewer.p99());
            System.out.printf(
                    Locale.ROOT,
                    "%-16s%s; between two frames p99 %.2f ms%n",
                    when,
                    BenchClient.shown(took),
                    waits.viewer);
            return waits;
        }

        /** Of the medians: one round in which the machine did something else says nothing. */
        static String ratio(String what, List<Waits> beside, List<Waits> alone) {
            return String.format(
                    Locale.ROOT,
                    "%s ÷ alone: writer %.2f, viewer %.2f",
                    what,
                    median(beside, Waits::writer) / median(alone, Waits::writer),
                    median(beside, Waits::viewer) / median(alone, Waits::viewer));
        }

        private static double median(List<Waits> rounds, ToDoubleFunction<Waits> which) {
            return rounds.stream().mapToDouble(which).sorted().toArray()[rounds.size() / 2];
        }
    }

    private static JsonNode read(BenchClient client, String list) throws Exception {
        var answer = client.post("/api/sheets?sector=economy&stage=preparation&same=*=new", list, "text/plain", "none");
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
        return Json.MAPPER.readTree(answer.body());
    }

    private static String list() {
        StringBuilder list = new StringBuilder("项目名称\t建设单位\t责任单位\t包联领导\t建设地点\t建设起止年限\t总投资（万元）\t2026年计划投资（万元）\n");
        for (int row = 1; row <= ROWS; row++) {
            list.append(String.format(
                    Locale.ROOT,
                    "第%d号重点工程\t建设单位%d\t责任单位%d\t领导%d\t某镇某村%d组\t2026.3-2027.%d\t%d\t%d\n",
                    row,
                    row % 50,
                    row % 20,
                    row % 9,
                    row % 300,
                    row % 12 + 1,
                    1000 + row,
                    100 + row));
        }
        return list.toString();
    }

    private interface Work {
        void once() throws Exception;
    }

    /** One after the other as long as nobody ends it. */
    private static final class Beside extends Thread {
        private final Work work;
        private volatile boolean ended;
        private int times;

        Beside(Work work) {
            this.work = work;
            start();
        }

        @Override
        public void run() {
            try {
                for (; !ended; times++) {
                    work.once();
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        int end() throws InterruptedException {
            ended = true;
            join();
            return times;
        }
    }

    /** One project after the other, as the page does. */
    private static final class Telling implements Work {
        private final BenchClient client;
        private final JsonNode projects;
        private int next;

        Telling(BenchClient client, JsonNode projects) {
            this.client = client;
            this.projects = projects;
        }

        @Override
        public void once() throws Exception {
            JsonNode project = projects.get(next++ % projects.size());
            var answer = client.post(
                    "/api/projects/" + project.path("id").asText() + "/updates:batch",
                    "{\"updates\":" + project.path("updates") + "}",
                    "application/json",
                    project.path("key").asText());
            if (answer.statusCode() != 201) {
                throw new IllegalStateException(answer.body());
            }
        }
    }

    /** A viewer that notes the times between its frames. */
    private static final class Pulse implements WebSocket.Listener {
        private final List<Double> gaps = new ArrayList<>();
        private final WebSocket socket;
        private long last = System.nanoTime();

        Pulse(BenchClient client) {
            socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(URI.create(client.board().replaceFirst("http", "ws") + "/eventbus/websocket"), this)
                    .join();
            String register =
                    "{\"type\":\"register\",\"address\":\"board.live\",\"headers\":{\"Authorization\":\"Bearer "
                            + client.token() + "\"}}";
            socket.sendText(register, true).join();
        }

        @Override
        public synchronized CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean whole) {
            long now = System.nanoTime();
            gaps.add((now - last) / 1e6);
            last = now;
            socket.request(1);
            return null;
        }

        /** Whoever says nothing for long is taken for gone. */
        synchronized void begin() {
            socket.sendText("{\"type\":\"ping\"}", true).join();
            gaps.clear();
            last = System.nanoTime();
        }

        synchronized double p99() {
            return BenchClient.p99(
                    gaps.stream().mapToDouble(Double::doubleValue).sorted().toArray());
        }
    }
}
