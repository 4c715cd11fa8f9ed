package io.guatu.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.http.contract.Promised;
import io.guatu.ledger.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The HTTP API as somebody. */
public final class TestClient {
    /** Longer than any board of a test lets anybody wait: it is the board that says so. */
    private static final Duration PATIENCE = Duration.ofSeconds(70);

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String url;
    private final String token;

    public TestClient(String url, String token) {
        this.url = url;
        this.token = token;
    }

    public record Answer(int status, JsonNode json, HttpResponse<String> raw) {
        public String code() {
            return json.path("code").asText();
        }

        /** Of what a test sets up with: that it was done. What comes after would fail too, and not say why. */
        public Answer taken() {
            if (status / 100 != 2) {
                throw new AssertionError(raw.request().method() + " " + raw.uri() + " " + status + " " + raw.body());
            }
            return this;
        }
    }

    public Answer get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, null, headers);
    }

    public Answer post(String path, String body, String... headers) throws IOException, InterruptedException {
        return send("POST", path, body, headers);
    }

    public Answer delete(String path) throws IOException, InterruptedException {
        return send("DELETE", path, null);
    }

    /** Tells the board, with a key of its own. */
    public Answer tell(String project, String update) throws IOException, InterruptedException {
        return tell(project, update, UUID.randomUUID().toString());
    }

    public Answer tell(String project, String update, String key) throws IOException, InterruptedException {
        return post("/api/projects/" + project + "/updates", update, "Idempotency-Key", key);
    }

    /** Sends bytes, with this key. */
    public Answer sendBytes(String path, byte[] bytes, String type, String key)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build();
        return answer(HTTP.send(request, HttpResponse.BodyHandlers.ofString()));
    }

    public Answer send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    }

    /** Whatever is asked in any test, the answer is what the contract promises. */
    private static Answer answer(HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        JsonNode json = type.contains("json") ? Json.read(answer.body(), JsonNode.class) : null;
        String method = answer.request().method();
        List<String> faults = Promised.faults(method, answer.uri().getPath(), answer.statusCode(), type, json);
        if (!faults.isEmpty()) {
            throw new AssertionError(
                    method + " " + answer.uri() + " " + answer.statusCode() + " " + faults + " " + answer.body());
        }
        return new Answer(answer.statusCode(), json, answer);
    }
}
