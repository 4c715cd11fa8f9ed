package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.app.TestClient.Answer;
import io.guatu.app.TestHook.Heard;
import io.guatu.courier.TestMail;
import io.guatu.ledger.Database;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The board tells robots, a program and a mailbox: signed, once, by two nodes together, at their hours, and again where it was
 * not taken. It is a Tuesday, ten in the morning, and time stands still until a test moves it.
 */
class ToldIT {
    private static final TestClock CLOCK = TestClock.at(Instant.parse("2026-11-24T02:00:00Z"));
    private static final String WHSEC = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static TestHook hook;
    private static TestMail mail;
    private static Map<String, String> environment;
    private static TestBoard board;
    private static TestBoard other;
    private static Duration ahead = Duration.ZERO;

    @BeforeAll
    static void start() throws Exception {
        hook = new TestHook();
        mail = new TestMail();
        environment = Map.of(
                "GUATU_SEND_TO",
                hook.origin(),
                "GUATU_SMTP",
                "smtp://127.0.0.1:" + mail.port() + "?tls=none",
                "GUATU_MAIL_FROM",
                "board@town.example");
        Database database = TestServer.seeded(TestBoard.SMALL, CLOCK);
        board = TestBoard.with(database, CLOCK, environment);
        other = TestBoard.with(database, CLOCK, environment);
        office().post(
                        "/api/updates",
                        "{\"kind\":\"address-named\",\"address\":\"https://board.town.example\"}",
                        keyed())
                .taken();
    }

    @AfterAll
    static void stop() throws Exception {
        board.close();
        other.close();
        mail.close();
        hook.close();
    }

    private static TestClient office() {
        return board.as(board.person("office"));
    }

    private static String[] keyed() {
        return new String[] {"Idempotency-Key", UUID.randomUUID().toString()};
    }

    private static void later(Duration by) {
        ahead = ahead.plus(by);
        CLOCK.ahead(ahead);
    }

    private static Answer save(String id, String channel, String what, String more) throws Exception {
        return office().send(
                        "PUT",
                        "/api/receivers/" + id,
                        "{\"name\":\"" + id + "\",\"channel\":\"" + channel + "\",\"what\":[\"" + what
                                + "\"],\"workdays\":false,\"english\":false" + more + "}");
    }

    private static String reached(String path, String secret) {
        return ",\"address\":\"" + hook.origin() + path + "\""
                + (secret == null ? "" : ",\"secret\":\"" + secret + "\"");
    }

    private static long order(String project, int days) throws Exception {
        String deadline = CLOCK.today().plusDays(days).toString();
        return office().tell(
                        project, "{\"kind\":\"directive-issued\",\"text\":\"机密的话\",\"deadline\":\"" + deadline + "\"}")
                .json()
                .path("seq")
                .asLong();
    }

    /** What the receiver was told or will be, newest first. */
    private static List<JsonNode> told(String receiver) {
        try {
            List<JsonNode> told = new ArrayList<>();
            office().get("/api/outbox?limit=200").json().path("messages").forEach(message -> {
                if (message.path("receiver").asText().equals(receiver)) {
                    told.add(message);
                }
            });
            return told;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void await(String receiver, String state, int many) throws Exception {
        TestBoard.await(
                receiver + " has " + many + " " + state,
                () -> told(receiver).stream()
                                .filter(message ->
                                        message.path("state").asText().equals(state))
                                .count()
                        == many);
    }

    private static Answer again(String receiver) throws Exception {
        return office().post("/api/outbox/" + told(receiver).get(0).path("id").asText() + "/again", null);
    }

    private static long accesses(String what) {
        try {
            long found = 0;
            for (JsonNode row :
                    office().get("/api/access-log?kind=receiver-changed").json().path("rows")) {
                found += row.path("what").asText().equals(what) ? 1 : 0;
            }
            return found;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String hmac(byte[] key, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void each_is_told_once_in_its_own_way_and_nothing_secret() throws Exception {
        assertEquals(
                200,
                save("a-wecom", "wecom", "directive", reached("/wecom?key=K3Y", null))
                        .status());
        assertEquals(
                200,
                save("a-ding", "dingtalk", "directive", reached("/ding?access_token=T", "SECding"))
                        .status());
        assertEquals(
                200,
                save("a-feishu", "feishu", "directive", reached("/feishu", "fei-secret"))
                        .status());
        assertEquals(
                200,
                save("a-hook", "webhook", "directive", reached("/hook", WHSEC)).status());
        assertEquals(
                200,
                save("a-park", "webhook", "directive", ",\"projects\":[\"park\"]" + reached("/park", WHSEC))
                        .status());
        long seq = order("underpass", 7);
        for (String receiver : List.of("a-wecom", "a-ding", "a-feishu", "a-hook")) {
            await(receiver, "sent", 1);
        }
        String link = "https://board.town.example/desk/projects/underpass/entries/" + seq;
        Heard wecom = hook.at("/wecom").get(0);
        assertEquals("K3Y", wecom.query().get("key"));
        assertEquals(
                "**挂图：1 件事**\n\n> 铁路下穿：新督办，请于 12月1日前反馈 [查看](" + link + ")\n",
                wecom.json().at("/markdown/content").asText());
        Heard ding = hook.at("/ding").get(0);
        String millis = ding.query().get("timestamp");
        assertEquals(Long.toString(CLOCK.instant().toEpochMilli()), millis);
        assertEquals(hmac(utf8("SECding"), millis + "\nSECding"), ding.query().get("sign"));
        JsonNode feishu = hook.at("/feishu").get(0).json();
        assertEquals(
                hmac(utf8(feishu.path("timestamp").asText() + "\nfei-secret"), ""),
                feishu.path("sign").asText());
        assertEquals(link, feishu.at("/content/post/zh_cn/content/0/1/href").asText());
        Heard event = hook.at("/hook").get(0);
        String signed =
                event.headers().get("webhook-id") + "." + event.headers().get("webhook-timestamp") + "." + event.text();
        byte[] key = Base64.getDecoder().decode(WHSEC.substring(6));
        assertEquals("v1," + hmac(key, signed), event.headers().get("webhook-signature"));
        assertEquals("directive/" + seq, event.json().path("id").asText());
        assertEquals(link, event.json().at("/data/link").asText());

        // Both nodes saw it, and know it: nothing comes twice, nor to whom it is no concern.
        TestBoard.await(
                "the other node knows it",
                () -> other.program().node().relay().board().seq() >= seq);
        long again = order("park", 7);
        await("a-hook", "sent", 2);
        await("a-park", "sent", 1);
        await("a-ding", "waiting", 1);
        assertEquals(1, hook.at("/ding").size(), "twenty a minute");
        later(Duration.ofSeconds(3));
        await("a-ding", "sent", 2);
        assertEquals(2, hook.at("/hook").size());
        assertEquals(
                List.of("directive/" + again),
                hook.at("/park").stream()
                        .map(heard -> heard.headers().get("webhook-id"))
                        .toList());

        String everything = office().get("/api/receivers").raw().body()
                + office().get("/api/outbox?limit=200").raw().body()
                + office().get("/api/entries?order=desc&limit=50").raw().body();
        for (String secret : List.of("K3Y", "SECding", "fei-secret", WHSEC, "access_token")) {
            assertFalse(everything.contains(secret), secret);
            assertEquals(
                    0,
                    TestBoard.number(
                            board.database(),
                            "SELECT count(*) FROM guatu.receiver WHERE receiver::text LIKE '%" + secret + "%'"));
        }
        for (Heard heard : List.of(wecom, ding, hook.at("/feishu").get(0), event)) {
            assertFalse(heard.text().contains("机密"), "what was ordered is not for every group");
        }
        for (String receiver : List.of("a-wecom", "a-ding", "a-feishu", "a-hook", "a-park")) {
            assertEquals(204, office().delete("/api/receivers/" + receiver).status());
        }
        assertEquals(404, office().delete("/api/receivers/a-park").status());
        TestBoard.await(
                "who let them hear, and no more, is in the access log",
                () -> accesses("DELETE /api/receivers/a-park") == 1 && accesses("PUT /api/receivers/a-park") == 1);
        assertEquals(
                0,
                TestBoard.number(
                        board.database(),
                        "SELECT count(*) FROM guatu.receiver WHERE id LIKE 'a-%' AND sealed IS NOT NULL"));
    }

    @Test
    void who_is_told_to_wait_waits_who_is_refused_says_why_and_what_is_unknown_is_not_repeated() throws Exception {
        hook.says(
                "/b-ding",
                TestHook.Answer.ok("{\"errcode\":130101,\"errmsg\":\"send too fast\"}"),
                TestHook.Answer.ok("{\"errcode\":0}"));
        hook.says(
                "/b-slow",
                new TestHook.Answer(429, "", Map.of("Retry-After", "120")),
                new TestHook.Answer(204, "", Map.of()));
        hook.says("/b-wrong", TestHook.Answer.ok("{\"code\":19021,\"msg\":\"sign match fail\"}"));
        hook.says("/b-away", new TestHook.Answer(302, "", Map.of("Location", hook.origin() + "/b-elsewhere")));
        hook.says("/b-cut", new TestHook.Answer(0, "", Map.of()));
        save("b-ding", "dingtalk", "directive", reached("/b-ding?access_token=T", null));
        save("b-slow", "webhook", "directive", reached("/b-slow", "s"));
        save("b-wrong", "feishu", "directive", reached("/b-wrong", "wrong"));
        save("b-away", "webhook", "directive", reached("/b-away", "s"));
        save("b-cut", "webhook", "directive", reached("/b-cut", "s"));
        order("underpass", 9);
        await("b-wrong", "failed", 1);
        assertEquals(
                "robot 19021 sign match fail",
                told("b-wrong").get(0).path("fault").asText());
        await("b-away", "failed", 1);
        assertEquals("redirected", told("b-away").get(0).path("fault").asText());
        await("b-cut", "unknown", 1);
        TestBoard.await(
                "they wait, and say why",
                () -> told("b-slow").get(0).path("fault").asText().equals("status 429")
                        && told("b-ding").get(0).path("fault").asText().equals("robot 130101 send too fast"));
        assertEquals(
                CLOCK.instant().plusSeconds(120).toString(),
                told("b-slow").get(0).path("due").asText());
        later(Duration.ofSeconds(121));
        await("b-slow", "sent", 1);
        assertEquals("waiting", told("b-ding").get(0).path("state").asText(), "silent for ten minutes");
        later(Duration.ofMinutes(8));
        await("b-ding", "sent", 1);
        assertEquals(2, hook.at("/b-slow").size());
        assertEquals(
                hook.at("/b-slow").get(0).headers().get("webhook-id"),
                hook.at("/b-slow").get(1).headers().get("webhook-id"));
        assertEquals(1, hook.at("/b-cut").size());
        assertEquals("message-not-failed", again("b-cut").code(), "perhaps it was told");
        hook.says("/b-wrong", TestHook.Answer.ok("{\"code\":0}"));
        assertEquals(204, again("b-wrong").status());
        await("b-wrong", "sent", 1);
        assertEquals(0, hook.at("/b-elsewhere").size());
        for (String receiver : List.of("b-ding", "b-slow", "b-wrong", "b-away", "b-cut")) {
            office().delete("/api/receivers/" + receiver).taken();
        }
    }

    @Test
    void somebodys_own_mail_comes_as_a_digest_in_the_morning_without_what_is_no_longer_so() throws Exception {
        String wish =
                "{\"what\":[\"directive\",\"overdue-tomorrow\",\"returned\"],\"digest\":\"08:30\",\"workdays\":true,"
                        + "\"english\":false,\"address\":\"%s\"}";
        assertEquals(
                "mail-malformed",
                wang().send("PUT", "/api/me/mail", wish.formatted("wang")).code());
        Answer saved = wang().send("PUT", "/api/me/mail", wish.formatted("wang@town.example"));
        assertEquals("w***@town.example", saved.json().at("/mail/shown").asText());
        mail.refuse(1);
        long first = order("underpass", 30);
        long second = order("underpass", 31);
        order("park", 30); // zhao's, not wang's
        office().tell("underpass", "{\"kind\":\"directive-withdrawn\",\"directive\":" + first + ",\"reason\":\"不办了\"}")
                .taken();
        TestBoard.await("both wait for the morning", () -> myTold("waiting") == 2);
        assertEquals(0, mail.mails().size());
        later(Duration.ofHours(23));
        TestBoard.await("one is no longer worth a mail", () -> myTold("moot") == 1);
        TestBoard.await(
                "the other is told to come again",
                () -> number(board.database(), "SELECT count(*) FROM guatu.outbox WHERE fault = 'mail 451'") == 1);
        later(Duration.ofMinutes(2));
        TestBoard.await("the other is sent", () -> myTold("sent") == 1);
        assertEquals(1, mail.mails().size());
        String sent = mail.mails().get(0);
        assertTrue(sent.contains("To: wang@town.example"), sent);
        assertTrue(sent.contains("entries/" + second), sent);
        assertFalse(sent.contains("entries/" + first), sent);
        later(Duration.ofMinutes(2));
        assertEquals(204, wang().post("/api/me/mail/tests", null, keyed()).status());
        TestBoard.await("a test comes at any hour", () -> mail.mails().size() == 2);
        assertEquals(204, wang().delete("/api/me/mail").status());
        assertEquals(
                0,
                TestBoard.number(
                        board.database(),
                        "SELECT count(*) FROM guatu.receiver WHERE receiver::text LIKE '%town.example%'"),
                "the address is forgotten");
    }

    /** With a token of now: time is moved on by days. */
    private static TestClient wang() {
        return board.as(board.person("wang"));
    }

    private static long myTold(String state) {
        try {
            Map<String, Integer> states = new HashMap<>();
            wang().get("/api/me/outbox")
                    .json()
                    .path("messages")
                    .forEach(message -> states.merge(message.path("state").asText(), 1, Integer::sum));
            return states.getOrDefault(state, 0);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void what_becomes_so_while_nothing_runs_is_told_at_the_next_start_and_nothing_that_was_so_before()
            throws Exception {
        TestClock clock = TestClock.at(Instant.parse("2026-11-24T02:00:00Z"));
        Database database = TestServer.seeded(TestBoard.SMALL, clock);
        try (TestBoard first = TestBoard.with(database, clock, environment)) {
            TestClient office = first.as(first.person("office"));
            office.tell("underpass", "{\"kind\":\"directive-issued\",\"text\":\"办\",\"deadline\":\"2026-11-25\"}")
                    .taken();
            TestBoard.await(
                    "it is known",
                    () -> number(database, "SELECT count(*) FROM guatu.tiding_mark") == 2
                            && number(database, "SELECT count(*) FROM guatu.tiding_mark WHERE mark LIKE '%directive/%'")
                                    == 1);
            Answer saved = office.send(
                    "PUT",
                    "/api/receivers/night",
                    "{\"name\":\"夜\",\"channel\":\"webhook\",\"what\":[\"directive\",\"overdue\",\"returned\",\"lamp\"],"
                            + "\"workdays\":false,\"english\":true" + reached("/night", "s") + "}");
            assertEquals(200, saved.status());
            long report = first.as(first.contractor("g-park"))
                    .tell(
                            "park",
                            "{\"kind\":\"progress-reported\",\"milestone\":\"plant\",\"percent\":55,\"asOf\":\"2026-11-24\"}")
                    .json()
                    .path("seq")
                    .asLong();
            assertEquals(
                    201,
                    office.tell("park", "{\"kind\":\"progress-returned\",\"report\":" + report + ",\"reason\":\"重报\"}")
                            .status());
            TestBoard.await("it is told", () -> hook.at("/night").size() == 1);
        }
        // As if the node had died between the entry and the outbox.
        TestBoard.execute(database, "DELETE FROM guatu.outbox");
        TestBoard.execute(database, "UPDATE guatu.tiding_cursor SET seq = seq - 3");
        clock.ahead(Duration.ofDays(2));
        try (TestBoard second = TestBoard.with(database, clock, environment)) {
            TestBoard.await(
                    "the night's news came from " + second.url(),
                    () -> hook.at("/night").size() == 4);
            List<String> ids = hook.at("/night").stream()
                    .map(heard -> heard.headers().get("webhook-id").replaceAll("/\\d+", ""))
                    .sorted()
                    .toList();
            assertEquals(List.of("lamp/underpass/red-11-26", "overdue/directive-11-25", "returned", "returned"), ids);
            String lamp = hook.at("/night").toString();
            assertTrue(lamp.contains("Underpass: green to red, directive 1 d late"), lamp);
            assertEquals(0, number(database, "SELECT count(*) FROM guatu.outbox WHERE fact LIKE 'directive/%'"));
            // Of the newest program: all programs of a JVM share one registry, which the first that ends closes.
            String metrics = second.as(null).get("/metrics").raw().body();
            for (String line : List.of(
                    "guatu_outbox_messages{state=\"waiting\"}",
                    "guatu_outbox_oldest_seconds",
                    "guatu_outbox_told_total{channel=\"webhook\",outcome=\"sent\"} 3.0")) {
                assertTrue(metrics.contains(line), () -> line + metrics);
            }
        }
    }

    private static long number(Database database, String sql) {
        return TestBoard.number(database, sql);
    }

    @Test
    void an_address_that_leads_elsewhere_is_refused_in_words_that_help() throws Exception {
        assertEquals("address-missing", save("c", "wecom", "lamp", "").code());
        assertEquals(
                "address-of-another",
                save("c", "wecom", "lamp", ",\"address\":\"https://127.0.0.1/x?key=1\"")
                        .code());
        assertEquals(
                "address-not-https",
                save("c", "webhook", "lamp", ",\"secret\":\"s\",\"address\":\"http://127.0.0.1/x\"")
                        .code());
        assertEquals(
                "secret-missing",
                save("c", "webhook", "lamp", reached("/c", null)).code());
        assertEquals(
                "unknown-projects",
                save("c", "webhook", "lamp", ",\"projects\":[\"none\"]" + reached("/c", "s"))
                        .code());
        assertEquals(
                200,
                save("c", "webhook", "lamp", ",\"secret\":\"s\",\"address\":\"https://127.0.0.1/x\"")
                        .status());
        assertEquals(204, office().post("/api/receivers/c/tests", null, keyed()).status());
        await("c", "failed", 1);
        assertEquals("address-not-public", told("c").get(0).path("fault").asText());
        assertEquals(
                "unknown-receiver",
                office().post("/api/receivers/none/tests", null, keyed()).code());
        // Another name keeps the address; another channel does not.
        assertEquals(200, save("c", "webhook", "silent", "").status());
        assertEquals("address-missing", save("c", "feishu", "silent", "").code());
        for (int i = 0; i < 9; i++) {
            assertEquals(
                    204, office().post("/api/receivers/c/tests", null, keyed()).status());
        }
        assertEquals(
                "too-many-tests",
                office().post("/api/receivers/c/tests", null, keyed()).code());
        office().delete("/api/receivers/c").taken();
    }
}
