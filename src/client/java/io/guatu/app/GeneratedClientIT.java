package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.client.ApiClient;
import io.guatu.client.ApiException;
import io.guatu.client.api.BoardApi;
import io.guatu.client.api.UpdatesApi;
import io.guatu.client.model.Frame;
import io.guatu.client.model.ProgressReported;
import io.guatu.client.model.Receipt;
import io.guatu.client.model.StillTrue;
import io.guatu.client.model.Update;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A client that a generator made of the contract, and that nobody touched, tells the board and reads what became of it. */
class GeneratedClientIT {
    private static TestBoard board;

    @BeforeAll
    static void start() throws Exception {
        board = TestBoard.start();
    }

    @AfterAll
    static void stop() throws IOException {
        board.close();
    }

    private static ApiClient as(String person) {
        return new ApiClient()
                .setScheme("http")
                .setHost("localhost")
                .setPort(board.port())
                .setRequestInterceptor(
                        request -> request.header("Authorization", "Bearer " + board.person(person)));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Test
    void an_update_is_posted_and_seen() throws ApiException {
        UpdatesApi updates = new UpdatesApi(as("wang"));
        BoardApi boards = new BoardApi(as("office"));
        LocalDate day = boards.readBoard(null, null, null, null, null, null).getDay();
        ProgressReported reported = new ProgressReported()
                .kind(ProgressReported.KindEnum.PROGRESS_REPORTED)
                .milestone("jacking")
                .percent(new BigDecimal("43"))
                .asOf(day);
        Receipt receipt = updates.postUpdate("underpass", key(), new Update(reported), null, null);
        Frame frame = boards.readBoard(null, null, null, null, null, null);
        assertTrue(frame.getSeq() >= receipt.getSeq());
        assertEquals(
                0,
                frame.getCards().stream()
                        .filter(card -> card.getId().equals("underpass"))
                        .flatMap(card -> card.getMilestones().stream())
                        .filter(milestone -> milestone.getId().equals("jacking"))
                        .findFirst()
                        .orElseThrow()
                        .getPercent()
                        .getVerified()
                        .compareTo(new BigDecimal("43")));
    }

    @Test
    void the_same_key_is_the_same_receipt_and_a_refusal_says_its_code() throws ApiException {
        UpdatesApi updates = new UpdatesApi(as("zhao"));
        Update still = new Update(new StillTrue().kind(StillTrue.KindEnum.STILL_TRUE));
        String key = key();
        Receipt first = updates.postUpdate("park", key, still, null, null);
        assertEquals(first, updates.postUpdate("park", key, still, null, null));
        ApiException refused =
                assertThrows(ApiException.class, () -> updates.postUpdate("underpass", key(), still, null, null));
        assertEquals(403, refused.getCode());
        assertTrue(refused.getResponseBody().contains("not-in-scope"));
    }
}
