package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Papers of a small board: the page and the word processor say the same, and each reader has what is its own. */
class PaperIT {
    private static final LocalDate TODAY = LocalDate.now(TestBoard.ZONE);

    private static TestBoard board;
    private static TestClient office;
    private static long directive;
    private static long hazard;

    @BeforeAll
    static void start() throws Exception {
        board = TestBoard.start();
        office = board.as(board.person("office"));
        TestClient leader = board.as(board.person("li"));
        directive = told(leader.tell(
                "underpass",
                "{\"kind\":\"directive-issued\",\"text\":\"<b>三日内</b>完成 & 反馈\",\"deadline\":\"" + TODAY.plusDays(3)
                        + "\",\"owner\":\"张工\"}",
                "order"));
        hazard = told(office.tell(
                "underpass",
                "{\"kind\":\"hazard-found\",\"severity\":\"general\",\"place\":\"基坑东侧\",\"text\":\"临边无护栏\"}",
                "found"));
    }

    @AfterAll
    static void stop() throws Exception {
        board.close();
    }

    private static long told(TestClient.Answer answer) {
        assertEquals(201, answer.status(), answer.raw()::body);
        return answer.json().path("seq").asLong();
    }

    private static byte[] docx(String path) throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(board.url() + path))
                                .header("Authorization", "Bearer " + board.person("office"))
                                .build(),
                        BodyHandlers.ofByteArray());
        assertEquals(200, answer.statusCode());
        return answer.body();
    }

    private static String document(byte[] docx) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no document");
    }

    @Test
    void a_word_processor_shows_what_the_page_shows_and_markup_stays_text() throws Exception {
        String query = "?project=underpass&item=" + directive;
        JsonNode paper = office.get("/api/papers/directive" + query).json();
        byte[] docx = docx("/api/papers/directive/docx" + query);
        String document = document(docx);
        assertTrue(document.contains("&lt;b>三日内&lt;/b>完成 &amp; 反馈"));
        for (JsonNode part : paper.path("parts")) {
            for (JsonNode row : part.path("rows")) {
                row.forEach(cell -> assertTrue(
                        document.contains(cell.asText().replace("&", "&amp;").replace("<", "&lt;")), cell::asText));
            }
        }
        assertArrayEquals(docx, docx("/api/papers/directive/docx" + query), "the same to the byte");
    }

    @Test
    void every_paper_is_there_and_has_words() throws Exception {
        for (String path : List.of(
                "bulletin",
                "project?project=underpass",
                "confirmation?project=underpass",
                "confirmation?project=underpass&milestone=pit")) {
            JsonNode paper = office.get("/api/papers/" + path).json();
            assertTrue(paper.path("parts").size() > 0, paper::toString);
            assertFalse(paper.toString().contains("paper."), paper::toString);
            assertFalse(paper.toString().contains("{n}"), paper::toString);
        }
    }

    @Test
    void what_is_counted_stands_on_the_confirmation() throws Exception {
        JsonNode card = office.get("/api/projects/underpass").json().path("card");
        String step = StreamSupport.stream(card.path("milestones").spliterator(), false)
                .filter(each -> !each.has("actual"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        office.tell(
                        "underpass",
                        "{\"kind\":\"quantity-planned\",\"milestone\":\"" + step + "\",\"total\":86.4,\"unit\":\"米\"}")
                .taken();
        office.tell(
                        "underpass",
                        "{\"kind\":\"progress-reported\",\"milestone\":\"" + step + "\",\"done\":81.3,\"asOf\":\""
                                + TODAY + "\",\"note\":\"实测\"}")
                .taken();
        TestBoard.await("it is seen", () -> seen("confirmation?project=underpass&milestone=" + step)
                .contains("81.3 / 86.4 米"));
    }

    private static String seen(String paper) {
        try {
            return office.get("/api/papers/" + paper).json().toString();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void what_there_is_nothing_of_is_refused_in_words() throws Exception {
        assertEquals(404, office.get("/api/papers/none").status());
        assertEquals(422, office.get("/api/papers/directive?item=" + directive).status());
        assertEquals(404, office.get("/api/papers/directive?project=underpass").status());
        assertEquals(
                404,
                office.get("/api/papers/directive?project=underpass&item=999999")
                        .status());
        assertEquals(404, office.get("/api/papers/project?project=nowhere").status());
        assertEquals(404, office.get("/api/papers/minutes?item=999999").status());
        assertEquals(404, office.get("/api/papers/minutes?item=1").status());
        assertEquals(
                422,
                office.get("/api/papers/bulletin?asOf=" + TODAY.plusDays(1)).status());
        assertEquals(
                404,
                office.get("/api/papers/rectification?project=underpass&item=" + hazard)
                        .status(),
                "no notice yet");
    }

    @Test
    void a_contractor_has_the_notice_of_its_own_hazards_and_no_other() throws Exception {
        TestClient mine = board.as(board.contractor("g-li"));
        long notice = told(office.tell(
                "underpass",
                "{\"kind\":\"notice-issued\",\"number\":\"安字1号\",\"hazards\":[" + hazard + "],\"deadline\":\""
                        + TODAY.plusDays(2) + "\",\"grant\":\"g-li\"}",
                "notice"));
        JsonNode paper = mine.get("/api/papers/rectification?project=underpass&item=" + notice)
                .json();
        assertTrue(paper.toString().contains("临边无护栏"), paper::toString);
        assertEquals(
                200,
                mine.get("/api/papers/rectification?project=underpass&item=" + hazard)
                        .status());
        assertEquals(
                404,
                board.as(board.contractor("g-zhou"))
                        .get("/api/papers/rectification?project=underpass&item=" + notice)
                        .status(),
                "another company's");
        JsonNode confirmation =
                mine.get("/api/papers/confirmation?project=underpass").json();
        assertFalse(confirmation.toString().contains("投资"), "the town's figures are the town's");
        assertEquals(403, mine.get("/api/papers/project?project=underpass").status());
        assertEquals(403, mine.get("/api/papers/bulletin").status());
    }
}
