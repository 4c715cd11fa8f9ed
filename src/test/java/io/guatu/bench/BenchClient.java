package io.guatu.bench;

import io.guatu.ledger.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** The office at a running board, for benches. */
final class BenchClient {
    private static final int WRITES = 1_000;
    private static final long AGAIN_NANOS = 100_000_000;
    private static final int UNKNOWN = 401;
    private static final int FORBIDDEN = 403;

    /** What it makes of a first password, and tries when it comes again. */
    private static final String CHOSEN = "-chosen";

    private final HttpClient client = HttpClient.newHttpClient();
    private final String board;
    private final String token;

    BenchClient(String board, String password) throws Exception {
        this.board = board;
        HttpResponse<String> session = session(password, "");
        if (session.statusCode() == FORBIDDEN) { // a first password opens nothing but the choice of another
            session = session(password, ",\"newPassword\":\"" + password + CHOSEN + "\"");
        } else if (session.statusCode() == UNKNOWN) {
            session = session(password + CHOSEN, "");
        }
        if (session.statusCode() >= 300) {
            throw new IllegalStateException(session.body());
        }
        this.token = Json.MAPPER.readTree(session.body()).path("token").asText();
    }

    private HttpResponse<String> session(String password, String more) throws Exception {
        return post(
                "/api/session",
                "{\"name\":\"office\",\"password\":\"" + password + "\"" + more + "}",
                "application/json",
                key());
    }

    String board() {
        return board;
    }

    String token() {
        return token;
    }

    private HttpResponse<String> answer(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(board + path))
                .header("Authorization", "Bearer " + token)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** The same of a past that may have to be read first: asks again as long as it is. */
    String read(String path) throws Exception {
        HttpResponse<String> answer = answer(path);
        while (answer.statusCode() == 503 && answer.body().contains("past-being-read")) {
            LockSupport.parkNanos(AGAIN_NANOS);
            answer = answer(path);
        }
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.body());
        }
        return answer.body();
    }

    String get(String path) throws Exception {
        HttpResponse<String> answer = answer(path);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.body());
        }
        return answer.body();
    }

    HttpResponse<String> post(String path, String body, String type, String key) throws Exception {
        return client.send(request(path, body, type, key).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<byte[]> postForZipped(String path, String body, String type, String key) throws Exception {
        return client.send(
                request(path, body, type, key).header("Accept-Encoding", "gzip").build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String path, String body, String type, String key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(board + path))
                .header("Content-Type", type)
                .header("Idempotency-Key", "\"" + key + "\"")
                .POST(BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    /** How long a writer waits for each of a thousand updates, one after the other. */
    String write(List<String> projects) throws Exception {
        return shown(times(projects));
    }

    /** The same in milliseconds, the shortest first. */
    double[] times(List<String> projects) throws Exception {
        double[] took = new double[WRITES];
        for (int i = 0; i < WRITES; i++) {
            long began = System.nanoTime();
            var answer = post(
                    "/api/projects/" + projects.get(i * 37 % projects.size()) + "/updates",
                    "{\"kind\":\"still-true\"}",
                    "application/json",
                    key());
            took[i] = (System.nanoTime() - began) / 1e6;
            if (answer.statusCode() != 201) {
                throw new IllegalStateException(answer.body());
            }
        }
        Arrays.sort(took);
        return took;
    }

    static double p99(double[] sorted) {
        return sorted[sorted.length * 99 / 100];
    }

    static String shown(double[] took) {
        Arrays.sort(took);
        return String.format(
                Locale.ROOT,
                "p50 %.2f ms, p99 %.2f ms, longest %.1f ms",
                took[took.length / 2],
                p99(took),
                took[took.length - 1]);
    }
}
