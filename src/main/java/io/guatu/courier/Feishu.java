package io.guatu.courier;

import io.guatu.ledger.Json;
import io.guatu.tidings.Letter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** 飞书 group robots: 100 messages a minute and 5 a second, 20 kB each; the signature is in the body. */
final class Feishu implements Form {
    static final int MOST_BYTES = 20_000;
    private static final int TOO_MANY = 9499;
    private static final Set<Integer> TOO_OFTEN = Set.of(11232, 99991400);

    @Override
    public Duration between() {
        return Duration.ofMillis(600);
    }

    @Override
    public int together() {
        return 20;
    }

    @Override
    public Post post(Reached reached, Message message, Instant now) {
        String body = Form.fitted(
                message, letter -> body(letter, message.english(), reached.secret(), now), Markdown::bytes, MOST_BYTES);
        return new Post(reached.address(), Map.of("content-type", "application/json"), body);
    }

    private static String body(Letter letter, boolean english, String secret, Instant now) {
        List<List<Map<String, String>>> content = new ArrayList<>();
        letter.lines().forEach(line -> content.add(line(line.text(), line.see(), line.link())));
        if (letter.moreText() != null) {
            content.add(line(letter.moreText(), letter.moreText(), null));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        if (secret != null) {
            String seconds = Long.toString(now.getEpochSecond());
            body.put("timestamp", seconds);
            body.put("sign", signature(secret, seconds));
        }
        body.put("msg_type", "post");
        Map<String, Object> post = Map.of("title", letter.title(), "content", content);
        body.put("content", Map.of("post", Map.of(english ? "en_us" : "zh_cn", post)));
        return Json.write(body);
    }

    private static List<Map<String, String>> line(String text, String see, String link) {
        List<Map<String, String>> line = new ArrayList<>();
        line.add(Map.of("tag", "text", "text", text + " "));
        if (link != null) {
            line.add(Map.of("tag", "a", "text", see, "href", link));
        }
        return line;
    }

    /** Of nothing, under a key that holds the time: so it asks for it. Good for an hour. */
    static String signature(String secret, String seconds) {
        return Hmac.base64((seconds + "\n" + secret).getBytes(StandardCharsets.UTF_8), "");
    }

    /** One of its codes stands for a bad request and for too many: only its words say which. */
    @Override
    public Outcome read(Reply reply, Clock clock) {
        Outcome outcome = reply.byStatus(clock);
        if (outcome != null) {
            return outcome;
        }
        boolean many = reply.json().path("code").asInt() == TOO_MANY
                && reply.json().path("msg").asText().contains("many");
        return WeCom.code(reply, "code", "msg", many ? Set.of(TOO_MANY) : TOO_OFTEN, WeCom.MINUTE, clock);
    }
}
