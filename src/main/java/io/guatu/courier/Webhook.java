package io.guatu.courier;

import io.guatu.ledger.Json;
import io.guatu.tidings.Letter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Another program: each fact as one event of CloudEvents 1.0 in JSON, signed as Standard Webhooks does, over the id, the time
 * and the body.
 */
final class Webhook implements Form {
    private static final String PREFIX = "whsec_";

    @Override
    public Duration between() {
        return Duration.ZERO;
    }

    @Override
    public int together() {
        return 1;
    }

    @Override
    public Post post(Reached reached, Message message, Instant now) {
        Fact fact = message.facts().list().get(0);
        Letter.Line line = message.letter().lines().get(0);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("what", fact.what());
        data.put("text", line.text());
        if (line.link() != null) {
            data.put("link", line.link());
        }
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", fact.id());
        event.put("source", message.facts().source());
        event.put("type", "io.guatu." + fact.what());
        event.put("time", fact.at().toString());
        if (fact.project() != null) {
            event.put("subject", fact.project());
        }
        event.put("datacontenttype", "application/json");
        event.put("data", data);
        String body = Json.write(event);
        long seconds = now.getEpochSecond();
        return new Post(
                reached.address(),
                Map.of(
                        "content-type",
                        "application/cloudevents+json; charset=utf-8",
                        "webhook-id",
                        fact.id(),
                        "webhook-timestamp",
                        Long.toString(seconds),
                        "webhook-signature",
                        "v1," + signature(reached.secret(), fact.id(), seconds, body)),
                body);
    }

    static String signature(String secret, String id, long seconds, String body) {
        return Hmac.base64(key(secret), id + "." + seconds + "." + body);
    }

    /** {@code whsec_} and base64, as its libraries give it; else the text itself. */
    static byte[] key(String secret) {
        if (secret.startsWith(PREFIX)) {
            try {
                byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
                if (key.length > 0) {
                    return key;
                }
            } catch (IllegalArgumentException e) {
                // not base64: then it is a text that only begins so
            }
        }
        return secret.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Outcome read(Reply reply, Clock clock) {
        Outcome outcome = reply.byStatus(clock);
        return outcome == null ? Outcome.sent() : outcome;
    }
}
