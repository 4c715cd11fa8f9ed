package io.guatu.courier;

import io.guatu.ledger.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** 钉钉 group robots: 20 messages a minute; who sends more is not heard for ten. */
final class DingTalk implements Form {
    /** About 20 kB is what it takes. */
    static final int MOST_BYTES = 18_000;

    private static final Duration SILENCED = Duration.ofMinutes(10);
    private static final Set<Integer> TOO_OFTEN = Set.of(130101, 410100, 660026, 90030);

    @Override
    public Duration between() {
        return Duration.ofSeconds(3);
    }

    @Override
    public int together() {
        return 20;
    }

    @Override
    public Post post(Reached reached, Message message, Instant now) {
        String text = Form.fitted(message, Markdown::of, Markdown::bytes, MOST_BYTES);
        String body = Json.write(Map.of(
                "msgtype",
                "markdown",
                "markdown",
                Map.of("title", Markdown.plain(message.letter().title()), "text", text)));
        return new Post(
                signed(reached.address(), reached.secret(), now), Map.of("content-type", "application/json"), body);
    }

    /** Good for an hour to both sides. A robot that is kept by a word or an address has no secret. */
    static String signed(String address, String secret, Instant now) {
        if (secret == null) {
            return address;
        }
        long millis = now.toEpochMilli();
        return address + (address.contains("?") ? "&" : "?") + "timestamp=" + millis + "&sign="
                + URLEncoder.encode(signature(secret, millis), StandardCharsets.UTF_8);
    }

    static String signature(String secret, long millis) {
        return Hmac.base64(secret.getBytes(StandardCharsets.UTF_8), millis + "\n" + secret);
    }

    @Override
    public Outcome read(Reply reply, Clock clock) {
        Outcome outcome = reply.byStatus(clock);
        return outcome == null ? WeCom.code(reply, "errcode", "errmsg", TOO_OFTEN, SILENCED, clock) : outcome;
    }
}
