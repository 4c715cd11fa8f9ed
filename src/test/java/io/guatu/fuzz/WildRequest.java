package io.guatu.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.ledger.Json;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One request to an operation of the contract, out of a seed. */
public final class WildRequest {
    private static final Duration ANSWERED = Duration.ofSeconds(12);

    private final String operation;
    private final String method;
    private final String target;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final byte[] body;

    private final Random random;
    private final WildValue values;

    WildRequest(JsonNode contract, WildOperation asked, long seed, List<String> ids) {
        random = new Random(seed);
        values = new WildValue(contract, random, ids);
        operation = asked.id();
        method = asked.method();
        String path = asked.path();
        List<String> query = new ArrayList<>();
        for (JsonNode given : asked.parameters()) {
            JsonNode parameter = values.resolved(given);
            String name = parameter.path("name").asText();
            String in = parameter.path("in").asText();
            if (!parameter.path("required").asBoolean() && random.nextInt(5) > 1) {
                continue;
            }
            JsonNode value = values.of(parameter.path("schema"));
            String text = value.isValueNode() ? value.asText() : value.toString();
            switch (in) {
                case "path" -> path = path.replace("{" + name + "}", escaped(cut(text, 2_000)));
                case "query" -> query.add(name + "=" + escaped(cut(text, 3_000)));
                default -> headers.put(name, text.replaceAll("[^ -~]", "").strip());
            }
        }
        if (random.nextInt(20) == 0) {
            query.add("unknown=" + escaped(cut(WildText.of(random), 300)));
        }
        target = path + (query.isEmpty() ? "" : "?" + String.join("&", query));
        headers.put("Accept-Language", random.nextInt(4) == 0 ? "en" : random.nextInt(4) == 0 ? "*;q=x" : "zh");
        headers.put("Accept", random.nextInt(5) == 0 ? "text/html" : "application/json");
        body = asked.content().isEmpty() ? null : body(asked);
    }

    private byte[] body(WildOperation asked) {
        List<Map.Entry<String, JsonNode>> kinds = List.copyOf(asked.content().properties());
        Map.Entry<String, JsonNode> kind = kinds.get(random.nextInt(kinds.size()));
        headers.put("Content-Type", random.nextInt(40) == 0 ? "application/xml" : kind.getKey());
        if (!kind.getKey().contains("json")) {
            byte[] bytes = new byte[random.nextInt(400)];
            random.nextBytes(bytes);
            byte[] head = random.nextBoolean()
                    ? new byte[] {'P', 'K', 3, 4}
                    : new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
            ByteArrayOutputStream made = new ByteArrayOutputStream();
            made.writeBytes(head);
            made.writeBytes(bytes);
            return made.toByteArray();
        }
        String text = Json.write(values.of(kind.getValue().path("schema"))).replace(WildText.HALF, "\\ud83d");
        String sent =
                switch (random.nextInt(60)) {
                    case 0 -> text.substring(0, text.length() / 2);
                    case 1 -> "[".repeat(20_000);
                    case 2 -> text.replaceFirst("\\{", "{\"kind\":1,\"kind\":2,");
                    case 3 -> text + text;
                    case 4 -> "\ufeff" + text;
                    default -> text;
                };
        return sent.getBytes(random.nextInt(60) == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8);
    }

    /** @param token null for nobody */
    public HttpRequest to(String url, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + target))
                .timeout(ANSWERED)
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.build();
    }

    public String operation() {
        return operation;
    }

    public String method() {
        return method;
    }

    /** Of its address. */
    public int length() {
        return target.length();
    }

    public String path() {
        return target.replaceFirst("\\?.*", "");
    }

    @Override
    public String toString() {
        String said = body == null ? "" : cut(new String(body, StandardCharsets.UTF_8), 400);
        return operation + " " + method + " " + cut(target, 300) + " " + cut(headers.toString(), 300) + " " + said;
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }

    /** Half of a character becomes a question mark here, as in any client. */
    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
