package io.guatu.courier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.tidings.Letter;
import io.vertx.core.Vertx;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What came of a mail: taken, not yet, never, or nobody knows. */
class MailerTest {
    private static final Form.Message MESSAGE = new Form.Message(
            new Letter("挂图：1 件事", List.of(new Letter.Line("道路：新督办", "https://board.example/x", "查看")), 0, null, null),
            n -> "",
            false,
            new Form.Facts("", List.of()));

    private final Vertx vertx = Vertx.vertx();
    private TestMail server;

    @BeforeEach
    void start() throws Exception {
        server = new TestMail();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        vertx.close().await();
    }

    private Outcome send(boolean plain, String user) {
        Mailbox mailbox = new Mailbox("127.0.0.1", server.port(), false, plain, user, "secret", "board@town.example");
        Mailer mailer = new Mailer(vertx, mailbox);
        return mailer.send("wang@town.example", MESSAGE, null)
                .eventually(mailer::close)
                .await();
    }

    @Test
    void it_is_taken_or_refused_for_now() {
        server.refuse(1);
        assertEquals(Outcome.later("mail 451", null), send(true, null));
        assertEquals(Outcome.sent(), send(true, null));
        assertTrue(server.mails().get(0).contains("Auto-Submitted: auto-generated"));
        assertEquals(1, server.mails().size());
    }

    @Test
    void nothing_is_said_to_a_server_that_cannot_encrypt_or_knows_no_log_in() {
        assertEquals(Outcome.later("mail-set-up-otherwise", null), send(false, null));
        assertEquals(Outcome.later("mail-set-up-otherwise", null), send(true, "user"));
        assertEquals(0, server.mails().size());
    }

    @Test
    void a_line_that_is_cut_leaves_it_unknown_and_one_that_never_was_does_not() throws Exception {
        server.cut();
        assertEquals(Outcome.unknown("no-answer"), send(true, null));
        server.close();
        assertEquals(Outcome.later("not-reached", null), send(true, null));
    }
}
