package io.guatu.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.access.Roster;
import io.guatu.board.Board;
import io.guatu.board.fold.Projects;
import io.guatu.bridge.Frames.Position;
import io.guatu.ledger.Head;
import io.guatu.ledger.Seal;
import io.guatu.state.Present;
import io.guatu.state.State;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private static final UUID EPOCH = new UUID(1, 1);
    private static final LocalDate DAY = LocalDate.parse("2026-11-24");
    private final Answers answers = new Answers(null, new Frames("1"), this::seal);
    private final List<Promise<byte[]>> made = new ArrayList<>();
    private final List<Long> asked = new ArrayList<>();
    private Future<Seal> there = Future.succeededFuture(new Seal("sha-256:" + "b".repeat(64)));

    private Future<Seal> seal(long seq) {
        asked.add(seq);
        return there;
    }

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

    private static Present at(long seq) {
        Projects projects = new Projects(seq, Projects.NONE.settings(), Projects.NONE.byId());
        State state = new State(
                new Head(EPOCH, seq, new Seal("sha-256:" + "a".repeat(64)), Instant.EPOCH), projects, Roster.NONE);
        return new Present(state, Board.of(EPOCH, DAY, ZoneOffset.UTC, null, projects));
    }

    private Future<Position> known(long seq, String seal) {
        return answers.known(at(7), new Position(EPOCH, DAY, seq, seal));
    }

    @Test
    void who_saw_an_entry_that_is_no_more_is_nowhere() {
        assertEquals(5, known(5, "b".repeat(12)).result().seq());
        assertEquals(9, known(9, "b".repeat(12)).result().seq(), "by another node, which is ahead");
        assertSame(Position.NOWHERE, known(5, "c".repeat(12)).result());
        assertEquals(List.of(5L, 9L, 5L), asked);
        assertSame(Position.NOWHERE, known(5, null).result(), "it may have seen anything");
        assertEquals(3, asked.size());
        there = Future.succeededFuture(null);
        assertSame(Position.NOWHERE, known(9, "b".repeat(12)).result(), "there is no such entry");
    }

    @Test
    void while_nobody_can_tell_a_viewer_behind_begins_anew_and_one_ahead_asks_again() {
        there = Future.failedFuture("the ledger is away");
        assertSame(Position.NOWHERE, known(5, "b".repeat(12)).result());
        assertTrue(known(9, "b".repeat(12)).failed());
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
