package io.guatu.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private final Answers answers = new Answers(null, new Frames("1"));
    private final List<Promise<byte[]>> made = new ArrayList<>();

    private record Asked(long seq) {}

    private Future<byte[]> ask(long seq) {
        return answers.once(new Asked(seq), () -> {
            made.add(Promise.promise());
            return made.get(made.size() - 1).future();
        });
    }

    @Test
    void a_thousand_who_ask_the_same_wait_for_one_answer_and_get_the_same_bytes() {
        List<Future<byte[]>> all = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            all.add(ask(7));
        }
        assertEquals(1, made.size());
        byte[] bytes = {1};
        made.get(0).complete(bytes);
        all.forEach(answer -> assertSame(bytes, answer.result()));
        assertSame(bytes, ask(7).result(), "and it is kept");
        ask(8);
        assertEquals(2, made.size());
    }

    @Test
    void an_answer_that_could_not_be_made_is_asked_for_anew() {
        Future<byte[]> first = ask(7);
        made.get(0).fail("the ledger is away");
        assertTrue(first.failed());
        ask(7);
        assertEquals(2, made.size());
    }
}
