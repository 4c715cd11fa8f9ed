package io.guatu.app;

import static io.guatu.app.TestBoard.SMALL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A test of one board for all its cases, on which the people of a small town tell and read by the API. */
abstract class TownCase {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final TestClock CLOCK = new TestClock();
    static TestBoard board;

    @BeforeAll
    static void start() throws Exception {
        CLOCK.ahead(Duration.ZERO);
        board = TestBoard.start(SMALL, CLOCK);
    }

    @AfterAll
    static void stop() throws Exception {
        board.close();
    }

    static TestClient as(String who) {
        return board.as(
                switch (who) {
                    case "nobody" -> null;
                    case "hall" -> board.screen("hall");
                    case "g-li", "g-zhou", "g-park" -> board.contractor(who);
                    default -> board.person(who);
                });
    }

    static String day(int offset) {
        return CLOCK.today().plusDays(offset).toString();
    }

    /** With a note, so that no test depends on what another reported before. */
    static String report(String milestone, Object percent) {
        return "{\"kind\":\"progress-reported\",\"milestone\":\"" + milestone + "\",\"percent\":" + percent
                + ",\"asOf\":\"" + day(0) + "\",\"note\":\"试验\"}";
    }

    /** Tells it, and waits until the board shows it. */
    static long told(String who, String project, String update) throws Exception {
        var answer = as(who).tell(project, update.replace('\'', '"'));
        assertEquals(201, answer.status(), () -> answer.raw().body());
        long seq = answer.json().path("seq").asLong();
        TestBoard.await(
                "the board shows it",
                () -> board.program().node().relay().board().seq() >= seq);
        return seq;
    }

    static JsonNode card(String project) throws Exception {
        return as("wang").get("/api/projects/" + project).json().path("card");
    }
}
