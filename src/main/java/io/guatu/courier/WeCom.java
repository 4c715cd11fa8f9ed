package io.guatu.courier;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.ledger.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** 企业微信 group robots: the key is in the address; 20 messages a minute, 4096 bytes each. */
final class WeCom implements Form {
    static final int MOST_BYTES = 4_096;
    private static final Set<Integer> TOO_OFTEN = Set.of(45009, 45033);
    private static final int BUSY = -1;
    static final Duration MINUTE = Duration.ofMinutes(1);

    @Override
    public Duration between() {
        return Duration.ofSeconds(3);
    }

    @Override
    public int together() {
        return 10;
    }

    @Override
    public Post post(Reached reached, Message message, Instant now) {
        String text = Form.fitted(message, Markdown::of, Markdown::bytes, MOST_BYTES);
        String body = Json.write(Map.of("msgtype", "markdown", "markdown", Map.of("content", text)));
        return new Post(reached.address(), Map.of("content-type", "application/json"), body);
    }

    @Override
    public Outcome read(Reply reply, Clock clock) {
        Outcome outcome = reply.byStatus(clock);
        return outcome == null ? code(reply, "errcode", "errmsg", TOO_OFTEN, MINUTE, clock) : outcome;
    }

    /** A 200 that holds a code: 0 is well. @param rest how long who spoke too often is silent */
    static Outcome code(Reply reply, String member, String words, Set<Integer> tooOften, Duration rest, Clock clock) {
        JsonNode json = reply.json();
        if (!json.path(member).canConvertToInt()) {
            return Outcome.unknown("no-robot"); // it took the message, whatever it is
        }
        int code = json.path(member).intValue();
        String said = "robot " + code + " " + json.path(words).asText("");
        if (code == 0) {
            return Outcome.sent();
        }
        if (tooOften.contains(code)) {
            Duration after = reply.after(clock);
            return Outcome.later(said, after == null ? rest : after);
        }
        return code == BUSY ? Outcome.later(said, null) : Outcome.failed(said);
    }
}
