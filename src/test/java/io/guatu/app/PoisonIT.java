package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no database can hold is refused at the door, and what the database refuses all the same fails alone. */
class PoisonIT {
    private static TestBoard board;

    @BeforeAll
    static void start() throws Exception {
        board = TestBoard.start();
    }

    @AfterAll
    static void stop() throws Exception {
        board.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "a\\u001bb", "a\\nb", "a\\u007f"})
    void a_name_has_no_control_characters(String name) throws Exception {
        var answer = board.as(board.person("wang"))
                .post(
                        "/api/projects/underpass/grants",
                        "{\"contractor\":\"" + name + "\",\"company\":\"公司\",\"milestones\":[\"jacking\"],\"days\":9}",
                        "Idempotency-Key",
                        "poison " + name.hashCode());
        assertEquals(400, answer.status(), () -> answer.raw().body());
    }

    @Test
    void a_note_may_have_lines_and_no_other_control_characters() throws Exception {
        TestClient zhao = board.as(board.person("zhao"));
        assertEquals(
                201,
                zhao.tell("park", "{\"kind\":\"still-true\",\"note\":\"一\\n二\"}")
                        .status());
        assertEquals(
                400,
                zhao.tell("park", "{\"kind\":\"still-true\",\"note\":\"一\\u0000\"}")
                        .status());
    }

    @Test
    void what_the_database_refuses_fails_alone() throws Exception {
        TestBoard.execute(board.database(), "ALTER TABLE guatu.entry ADD CHECK (author_id <> 'g-park')");
        TestClient refused = board.as(board.contractor("g-park"));
        TestClient zhao = board.as(board.person("zhao"));
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 24)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> tell(i % 4 == 0 ? refused : zhao)))
                .toList();
        for (int i = 0; i < answers.size(); i++) {
            assertEquals(i % 4 == 0 ? 500 : 201, answers.get(i).join(), "post " + i);
        }
    }

    private static int tell(TestClient client) {
        try {
            return client.tell("park", "{\"kind\":\"still-true\"}").status();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
