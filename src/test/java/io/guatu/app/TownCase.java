package io.guatu.app;

import static io.guatu.app.TestBoard.SMALL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A test of one board for all its cases, on which the people of a small town tell and read by the API. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class TownCase {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    final TestClock clock = new TestClock();
    TestBoard board;

    @BeforeAll
    void start() throws Exception {
        board = TestBoard.start(SMALL, clock);
    }

    @AfterAll
    void stop() throws Exception {
        board.close();
    }

    final TestClient as(String who) {
        return board.as(
                switch (who) {
                    case "nobody" -> null;
                    case "hall" -> board.screen("hall");
                    case "g-li", "g-zhou", "g-park" -> board.contractor(who);
                    default -> board.person(who);
                });
    }

    final String day(int offset) {
        return clock.today().plusDays(offset).toString();
    }

    /** With a note, so that no test depends on what another reported before. */
    final String report(String milestone, Object percent) {
        return "{\"kind\":\"progress-reported\",\"milestone\":\"" + milestone + "\",\"percent\":" + percent
                + ",\"asOf\":\"" + day(0) + "\",\"note\":\"试验\"}";
    }

    /** Tells it, and waits until the board shows it. */
    final long told(String who, String project, String update) throws Exception {
        var answer = as(who).tell(project, update.replace('\'', '"'));
        assertEquals(201, answer.status(), () -> answer.raw().body());
        long seq = answer.json().path("seq").asLong();
        TestBoard.await(
                "the board shows it",
                () -> board.program().node().relay().board().seq() >= seq);
        return seq;
    }

    final JsonNode card(String project) throws Exception {
        return as("wang").get("/api/projects/" + project).json().path("card");
    }
}
