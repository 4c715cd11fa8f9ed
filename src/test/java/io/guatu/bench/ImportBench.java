package io.guatu.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.ledger.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * How long a writer waits for an answer, and a viewer for what was written, while a list of 5,000 projects is read again and again,
 * and while it is told; beside how long they wait while it is not, in turns that begin with another of the three each time. On a
 * running board with some projects ({@code GUATU_SEED=demo}) that may be thrown away: it has 5,000 more afterwards. Fails where the
 * median of the rounds' ratios of the 99th percentiles is two or more.
 *
 * <p>{@code mvn -q test-compile exec:java -Dmain.class=io.guatu.bench.ImportBench -Dexec.classpathScope=test
 * -Dexec.args="http://localhost:8080 OFFICE-PASSWORD"}; a third argument is the number of rounds.
 */
public final class ImportBench {
    private static final int ROWS = 5_000;
    private static final int ROUNDS = 7;
    private static final int WRITES = 400;
    private static final double MOST = 2;

    private ImportBench() {}

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : ROUNDS;
        BenchClient client = new BenchClient(arguments[0], arguments[1]);
        List<String> projects = new ArrayList<>();
        Json.MAPPER
                .readTree(client.get("/api/board"))
                .path("cards")
                .forEach(card -> projects.add(card.path("id").asText()));
        Follower viewer = new Follower(client);
        String list = list();
        Telling telling = new Telling(client, read(client, list).path("projects"));
        Writing writing = new Writing(client, projects, viewer);
        writing.round("warming up"); // and the reading before it has started the process that reads
        Map<String, Work> beside = new LinkedHashMap<>();
        beside.put("alone", null);
        beside.put("reading", () -> answer(client, list));
        beside.put("telling", telling);
        List<String> turns = new ArrayList<>(beside.keySet());
        Map<String, List<Waits>> waits = new HashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (String turn : turns) {
                Beside work = beside.get(turn) == null ? null : new Beside(beside.get(turn));
                waits.computeIfAbsent(turn, first -> new ArrayList<>()).add(writing.round(turn));
                if (work != null) {
                    System.out.println("  " + turn + " " + work.end() + " times meanwhile");
                }
            }
            Collections.rotate(turns, 1);
        }
        boolean held = false;
        for (String turn : List.of("reading", "telling")) {
            double writer = ratio(waits.get(turn), waits.get("alone"), Waits::writer);
            double seen = ratio(waits.get(turn), waits.get("alone"), Waits::viewer);
            held |= writer >= MOST || seen >= MOST;
            System.out.printf(Locale.ROOT, "p99 beside %s ÷ alone: writer %.2f, viewer %.2f%n", turn, writer, seen);
        }
        System.exit(held ? 1 : 0);
    }

    /** Of neighbouring turns, so that what else the machine did is in both; the median, because in one round it was in one. */
    private static double ratio(List<Waits> beside, List<Waits> alone, ToDoubleFunction<Waits> which) {
        double[] ratios = IntStream.range(0, alone.size())
                .mapToDouble(i -> which.applyAsDouble(beside.get(i)) / which.applyAsDouble(alone.get(i)))
                .sorted()
                .toArray();
        return ratios[ratios.length / 2];
    }

    /** The 99th percentiles of one turn, in milliseconds: until the writer's answer, and until the viewer has it. */
    private record Waits(double writer, double viewer) {}

    /** One update after the other, each seen by the viewer before the next is written. */
    private record Writing(BenchClient client, List<String> projects, Follower viewer) {
        Waits round(String turn) throws Exception {
            double[] answered = new double[WRITES];
            double[] seen = new double[WRITES];
            viewer.ping();
            for (int i = 0; i < WRITES; i++) {
                long began = System.nanoTime();
                var answer = client.post(
                        "/api/projects/" + projects.get(i * 37 % projects.size()) + "/updates",
                        "{\"kind\":\"still-true\"}",
                        "application/json",
                        BenchClient.key());
                answered[i] = (System.nanoTime() - began) / 1e6;
                if (answer.statusCode() != 201) {
                    throw new IllegalStateException(answer.body());
                }
                long seq = Json.MAPPER.readTree(answer.body()).path("seq").asLong();
                seen[i] = (viewer.sees(seq) - began) / 1e6;
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-10s answer %s; seen %s%n",
                    turn,
                    BenchClient.shown(answered),
                    BenchClient.shown(seen));
            return new Waits(BenchClient.p99(answered), BenchClient.p99(seen));
        }
    }

    private static JsonNode read(BenchClient client, String list) throws Exception {
        return Json.MAPPER.readTree(new GZIPInputStream(new ByteArrayInputStream(answer(client, list))));
    }

    /** What the server answers, as browsers ask for it. To look into it is work of another machine, which this one must not do beside. */
    private static byte[] answer(BenchClient client, String list) throws Exception {
        var answer = client.postForZipped(
                "/api/sheets?sector=economy&stage=preparation&same=*=new", list, "text/plain", "none");
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("status " + answer.statusCode());
        }
        return answer.body();
    }

    /** Of projects that no run before has told. */
    private static String list() {
        long run = System.currentTimeMillis() / 1_000 % 10_000_000;
        StringBuilder list = new StringBuilder("项目名称\t建设单位\t责任单位\t包联领导\t建设地点\t建设起止年限\t总投资（万元）\t2026年计划投资（万元）\n");
        for (int row = 1; row <= ROWS; row++) {
            list.append(String.format(
                    Locale.ROOT,
                    "第%d批%d号重点工程\t建设单位%d\t责任单位%d\t领导%d\t某镇某村%d组\t2026.3-2027.%d\t%d\t%d\n",
                    run,
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

    /** One project after the other, with the rests of the page ({@code sheet-import.js}). */
    private static final class Telling implements Work {
        private static final long REST = 2;
        private static final long MOST_REST_NANOS = 200_000_000;

        private final BenchClient client;
        private final JsonNode projects;
        private int next;

        Telling(BenchClient client, JsonNode projects) {
            this.client = client;
            this.projects = projects;
        }

        @Override
        public void once() throws Exception {
            long began = System.nanoTime();
            JsonNode project = projects.get(next++ % projects.size());
            var answer = client.post(
                    "/api/projects/" + project.path("id").asText() + "/updates:batch",
                    "{\"updates\":" + project.path("updates") + "}",
                    "application/json",
                    project.path("key").asText());
            if (answer.statusCode() != 201) {
                throw new IllegalStateException(answer.body());
            }
            LockSupport.parkNanos(Math.min(REST * (System.nanoTime() - began), MOST_REST_NANOS));
        }
    }

    /** A viewer of the whole board that knows when it was brought to which entry. */
    private static final class Follower implements WebSocket.Listener {
        private static final Pattern SEQ = Pattern.compile("\"seq\":(\\d+)");
        private static final long PATIENCE_SECONDS = 30;

        private final BlockingQueue<Seen> frames = new LinkedBlockingQueue<>();
        private final WebSocket socket;
        private final ByteArrayOutputStream partial = new ByteArrayOutputStream();

        private record Seen(long seq, long at) {}

        Follower(BenchClient client) {
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
        public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean whole) {
            long now = System.nanoTime();
            byte[] bytes = new byte[data.remaining()];
            data.get(bytes);
            partial.writeBytes(bytes);
            if (whole) {
                // A frame says first where it brings its viewer.
                Matcher seq = SEQ.matcher(partial.toString(StandardCharsets.UTF_8));
                partial.reset();
                if (seq.find()) {
                    frames.add(new Seen(Long.parseLong(seq.group(1)), now));
                }
            }
            socket.request(1);
            return null;
        }

        /** Whoever says nothing for long is taken for gone. */
        void ping() {
            socket.sendText("{\"type\":\"ping\"}", true).join();
        }

        /** When it was brought there, or beyond; waits for it. */
        long sees(long seq) throws InterruptedException {
            while (true) {
                Seen frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (frame == null) {
                    throw new IllegalStateException("no frame brought the viewer to " + seq);
                }
                if (frame.seq >= seq) {
                    return frame.at;
                }
            }
        }
    }
}
