package io.guatu.courier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.ledger.Json;
import io.guatu.tidings.Letter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How each channel is spoken to, and what its answers mean. */
class FormsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static Form.Message message(int lines, String text) {
        Letter.Line line = new Letter.Line(text, "https://board.example/desk/projects/road", "查看");
        Letter letter = new Letter(
                "挂图：" + lines + " 件事", Collections.nCopies(lines, line), 0, null, "https://board.example/desk");
        Form.Fact fact = new Form.Fact("directive/7", "directive", "road", NOW);
        return new Form.Message(
                letter, n -> "另有 " + n + " 件", false, new Form.Facts("https://board.example", List.of(fact)));
    }

    private static JsonNode body(Post post) {
        return Json.read(post.body(), JsonNode.class);
    }

    /** The vector of Standard Webhooks' own libraries. */
    @Test
    void a_webhook_is_signed_as_standard_webhooks_does() {
        assertEquals(
                "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                Webhook.signature(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1614265330,
                        "{\"test\": 2432232314}"));
        assertEquals("a secret", new String(Webhook.key("a secret"), StandardCharsets.UTF_8));
        assertEquals("whsec_?", new String(Webhook.key("whsec_?"), StandardCharsets.UTF_8));
    }

    /** By openssl: {@code printf '1573032000000\nSECabc' | openssl dgst -sha256 -hmac SECabc -binary | base64}. */
    @Test
    void robots_are_signed_as_each_asks() {
        assertEquals("BLY+dbDHGz+1P+X5oqYwcpJalr+FEWl6+DkoHw0Z2bk=", DingTalk.signature("SECabc", 1_573_032_000_000L));
        assertEquals("cgtpJzI2j6bUDggbdGYjskCK3FPgKpTkwosfWsMzKqM=", Feishu.signature("abc", "1599360473"));
        String signed = DingTalk.signed("https://oapi.dingtalk.com/robot/send?access_token=x", "SECabc", NOW);
        assertTrue(signed.matches(".*\\?access_token=x&timestamp=1795482000000&sign=[A-Za-z0-9%]+"), signed);
        assertFalse(signed.contains("=&"), "what base64 ends with is escaped");
        assertEquals("https://x/?y", DingTalk.signed("https://x/?y", null, NOW));
    }

    @Test
    void an_event_is_one_of_cloudevents() {
        Post post = new Webhook().post(new Reached("https://x/", "s"), message(1, "道路：新督办"), NOW);
        JsonNode event = body(post);
        assertEquals("1.0", event.path("specversion").asText());
        assertEquals("directive/7", event.path("id").asText());
        assertEquals("io.guatu.directive", event.path("type").asText());
        assertEquals("2026-11-24T01:00:00Z", event.path("time").asText());
        assertEquals("道路：新督办", event.at("/data/text").asText());
        assertEquals("directive/7", post.headers().get("webhook-id"));
        assertEquals(
                "v1," + Webhook.signature("s", "directive/7", NOW.getEpochSecond(), post.body()),
                post.headers().get("webhook-signature"));
    }

    @Test
    void no_message_is_longer_than_its_robot_takes_and_what_is_left_out_is_counted() {
        String line = "何畈铁路下穿工程：".repeat(8);
        String wecom = body(new WeCom().post(new Reached("https://x", null), message(30, line), NOW))
                .at("/markdown/content")
                .asText();
        assertTrue(Markdown.bytes(wecom) <= WeCom.MOST_BYTES, wecom.length() + "");
        assertTrue(wecom.matches("(?s).*另有 \\d+ 件.*"), wecom);
        Post feishu = new Feishu().post(new Reached("https://x", "s"), message(200, line), NOW);
        assertTrue(Markdown.bytes(feishu.body()) <= Feishu.MOST_BYTES);
        assertTrue(feishu.body().contains("另有"));
        String ding = body(new DingTalk().post(new Reached("https://x", null), message(200, line), NOW))
                .at("/markdown/text")
                .asText();
        assertTrue(Markdown.bytes(ding) <= DingTalk.MOST_BYTES);
        assertFalse(body(new WeCom().post(new Reached("https://x", null), message(2, "短"), NOW))
                .toString()
                .contains("另有"));
    }

    @Test
    void a_name_makes_no_link_and_calls_nobody() {
        String text =
                Markdown.of(message(1, "[点我](http://evil)<@all> **路**\n# 头").letter());
        assertTrue(text.contains("［点我］（http://evil）＜＠all＞ ＊＊路＊＊ ＃ 头"), text);
        assertTrue(text.endsWith(" [查看](https://board.example/desk/projects/road)\n"), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wecom    | 200 | {\"errcode\":0,\"errmsg\":\"ok\"}                        | sent",
                "wecom    | 200 | {\"errcode\":45009,\"errmsg\":\"api freq out of limit\"} | later",
                "wecom    | 200 | {\"errcode\":93000,\"errmsg\":\"invalid webhook url\"}   | failed",
                "wecom    | 200 | {\"errcode\":-1}                                         | later",
                "wecom    | 200 | <html>                                                   | unknown",
                "dingtalk | 200 | {\"errcode\":0}                                          | sent",
                "dingtalk | 200 | {\"errcode\":130101,\"errmsg\":\"send too fast\"}        | later",
                "dingtalk | 200 | {\"errcode\":310000,\"errmsg\":\"sign not match\"}       | failed",
                "feishu   | 200 | {\"code\":0,\"msg\":\"success\"}                         | sent",
                "feishu   | 200 | {\"code\":19021,\"msg\":\"sign match fail\"}             | failed",
                "feishu   | 200 | {\"code\":9499,\"msg\":\"too many request\"}             | later",
                "feishu   | 200 | {\"code\":9499,\"msg\":\"Bad Request\"}                  | failed",
                "feishu   | 200 | {\"code\":11232,\"msg\":\"frequency limited\"}           | later",
                "webhook  | 204 | ''                                                       | sent",
                "webhook  | 302 | ''                                                       | failed",
                "webhook  | 410 | ''                                                       | failed",
                "webhook  | 429 | ''                                                       | later",
                "webhook  | 503 | ''                                                       | later",
                "webhook  | 504 | ''                                                       | unknown",
            })
    void what_an_answer_means(String channel, int status, String body, String outcome) {
        Form form =
                switch (channel) {
                    case "wecom" -> new WeCom();
                    case "dingtalk" -> new DingTalk();
                    case "feishu" -> new Feishu();
                    default -> new Webhook();
                };
        assertEquals(
                outcome,
                Json.kebab(form.read(new Reply(status, null, body), CLOCK).state()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120 | 120",
                "Tue, 24 Nov 2026 01:01:00 GMT | 60",
                "Tue, 24 Nov 2026 00:00:00 GMT | 0",
                "soon | ",
                "-5 | ",
            })
    void who_says_when_is_asked_then(String header, Long seconds) {
        Duration after = new Reply(429, header, "").after(CLOCK);
        if (seconds == null) {
            assertNull(after);
        } else {
            assertEquals(Duration.ofSeconds(seconds), after);
        }
    }

    @Test
    void what_an_answer_repeats_of_an_address_is_not_kept() {
        Reached ding = new Reached("https://oapi.dingtalk.com/robot/send?access_token=T0K3N", "SECret");
        Outcome told = Outcome.failed("robot 1 no access_token=T0K3N, key=K3Y /hook/H00K SECret");
        assertEquals("robot 1 no …, key=… /hook=… …", told.without(ding).fault());
        assertEquals(Outcome.sent(), Outcome.sent().without(ding));
    }

    @Test
    void tries_come_further_apart_and_never_all_at_once() {
        assertEquals(Duration.ofSeconds(5), Backoff.after(1, null, 1));
        assertEquals(Duration.ofMillis(2_500), Backoff.after(1, null, 0));
        assertEquals(Duration.ofSeconds(40), Backoff.after(4, null, 1));
        assertEquals(Duration.ofMinutes(30), Backoff.after(64, null, 1));
        assertEquals(Duration.ofMinutes(10), Backoff.after(1, Duration.ofMinutes(10), 0.5));
        assertEquals(Duration.ofHours(6), Backoff.after(1, Duration.ofDays(9), 0.5));
    }
}
