package io.guatu.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.http.contract.Promised;
import io.guatu.ledger.Json;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Sends wild requests as one role, one after the other, and says of each answer what may not be. */
public final class Fuzz {
    /** Whoever is told to come again is told so; anything else of the kind is a fault of ours. */
    private static final Set<String> BUSY =
            Set.of("log-ins-busy", "photos-busy", "papers-busy", "schedules-busy", "sheets-busy", "pages-busy");

    private static final int LINE = 8_000;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonNode contract;
    private final String url;
    private final List<String> ids;
    private final long seed;

    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    /** @param ids of projects and milestones that are there */
    public Fuzz(JsonNode contract, String url, List<String> ids, long seed) {
        this.contract = contract;
        this.url = url;
        this.ids = ids;
        this.seed = seed;
    }

    /**
     * @param token null for nobody; asked for each request
     * @param may the operations at which this role may be answered other than with a refusal
     * @param without operations that are left out
     */
    public void send(String role, Supplier<String> token, Set<String> may, Set<String> without, int many)
            throws InterruptedException {
        List<WildOperation> all = WildOperation.all(contract).stream()
                .filter(operation -> !without.contains(operation.id()))
                .toList();
        for (int i = 0; i < many; i++) {
            long own = seed * 1_000_003 + role.hashCode() * 31L + i;
            WildRequest request = new WildRequest(contract, all.get(Math.floorMod(own, all.size())), own, ids);
            try {
                HttpResponse<String> answer =
                        http.send(request.to(url, token.get()), HttpResponse.BodyHandlers.ofString());
                statuses.merge(answer.statusCode() / 100, 1, Integer::sum);
                String fault = fault(request, answer, may);
                if (fault != null) {
                    faults.add(role + " " + own + ": " + fault + " | " + request + " | " + answer.body());
                }
            } catch (IOException e) {
                // What is longer than a line is refused before the rest of it is read: the refusal may be lost on the
                // way.
                if (request.length() < LINE) {
                    faults.add(role + " " + own + ": no answer, " + e + " | " + request);
                }
            }
        }
    }

    /** How often each class of status was answered, by its first digit. */
    public Map<Integer, Integer> statuses() {
        return statuses;
    }

    /** What may not be, with the request that brought it about. */
    public List<String> faults() {
        return faults;
    }

    private static String fault(WildRequest request, HttpResponse<String> answer, Set<String> may) {
        int status = answer.statusCode();
        String type = answer.headers().firstValue("Content-Type").orElse("");
        JsonNode json = type.contains("json") ? Json.read(answer.body(), JsonNode.class) : null;
        String code = json == null ? "" : json.path("code").asText();
        if (status >= 500 && !BUSY.contains(code)) {
            return "a fault of ours, " + status;
        }
        if (status < 400 && !may.contains(request.operation())) {
            return "accepted, " + status;
        }
        if (type.contains("html") && answer.body().contains(WildText.SCRIPT)) {
            return "a script";
        }
        if (type.contains("html") || status == 414) {
            return null; // who asks for a page is told on one; what is longer than a line reaches no operation
        }
        List<String> broken = Promised.faults(request.method(), request.path(), status, type, json);
        return broken.isEmpty() ? null : "not as the contract says: " + broken;
    }
}
