package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.app.TestClient.Answer;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of projects over HTTP: read by the office alone, told as every update is. */
class SheetIT extends TownCase {
    private static final String LIST = "项目名称\t建设单位\t项目类型\t开工状态\t总投资（万元）\n清单桥\t交通局\t交通\t在建\t800\n";

    @Test
    void what_a_list_proposes_can_be_told_as_it_stands_once_and_is_the_same_then() throws Exception {
        JsonNode read = read("office", LIST, "").json();
        assertEquals(0, read.path("questions").size(), read.toString());
        JsonNode project = read.path("projects").get(0);
        assertEquals("qing-dan-qiao", project.path("id").asText());
        for (int times = 0; times < 2; times++) {
            Answer told = as("office")
                    .post(
                            "/api/projects/qing-dan-qiao/updates:batch",
                            "{\"updates\":" + project.path("updates") + "}",
                            "Idempotency-Key",
                            project.path("key").asText());
            assertEquals(201, told.status(), () -> told.raw().body());
        }
        long seq = as("office").get("/api/board").json().path("seq").asLong();
        JsonNode again = read("office", LIST, "").json().path("projects").get(0);
        assertEquals("same", again.path("state").asText());
        assertEquals(0, again.path("updates").size());
        assertEquals(seq, as("office").get("/api/board").json().path("seq").asLong(), "reading tells nothing");

        JsonNode corrected = read("office", LIST.replace("800", "0.09亿元"), "")
                .json()
                .path("projects")
                .get(0);
        assertEquals("changed", corrected.path("state").asText());
        assertEquals(800, corrected.path("changes").get(0).path("before").asInt());
        assertEquals(900, corrected.path("changes").get(0).path("after").asInt());
    }

    @Test
    void what_was_said_of_a_list_is_asked_with_it() throws Exception {
        String list = "工程名\t投资\n说明桥\t3\n";
        assertEquals(
                "header",
                read("office", list, "").json().path("questions").path(0).asText());
        JsonNode said = read(
                        "office",
                        list,
                        "?header=1&columns=A=name,B=total&units=B=yi&sector=economy&stage=preparation&reason="
                                + URLEncoder.encode("会议议定", StandardCharsets.UTF_8))
                .json();
        assertEquals("new", said.path("projects").get(0).path("state").asText(), said.toString());
        assertTrue(said.toString().contains("\"total\":30000"), said.toString());
    }

    @ParameterizedTest
    @CsvSource({"wang, 403", "li, 403", "g-li, 403", "hall, 403", "nobody, 401"})
    void lists_are_the_offices_to_read(String who, int status) throws Exception {
        assertEquals(status, read(who, LIST, "").status());
    }

    @ParameterizedTest
    @CsvSource({
        "?columns=A, 400, invalid",
        "?columns=A=-), 400, invalid",
        "?same=1=NEW, 400, invalid",
        "?same=1=-a, 400, invalid",
        "?header=0, 400, invalid",
        "?month=2026-13, 400, invalid",
        "?unit=dollar, 400, invalid",
        "?sheet=other, 422, sheet-empty",
        "?header=9, 200, ''",
        "?columns=ZZ=name, 200, ''",
        "?same=2=nobody, 200, ''"
    })
    void what_is_said_wrongly_is_refused_in_words(String query, int status, String code) throws Exception {
        Answer answer = read("office", LIST, query.replace("(", "%28").replace(")", "%29"));
        assertEquals(status, answer.status(), () -> answer.raw().body());
        assertEquals(code, answer.status() == 200 ? "" : answer.code());
    }

    @Test
    void other_types_and_empty_bodies_are_called_so() throws Exception {
        byte[] list = LIST.getBytes(StandardCharsets.UTF_8);
        assertEquals(
                415,
                as("office").sendBytes("/api/sheets", list, "image/png", "s1").status());
        Answer empty = as("office").sendBytes("/api/sheets", new byte[0], "text/csv", "s2");
        assertEquals(422, empty.status());
        assertEquals("sheet-empty", empty.code());
        Answer picture = as("office")
                .sendBytes("/api/sheets", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 13, 10}, "text/csv", "s3");
        assertEquals("sheet-unreadable", picture.code());
    }

    @Test
    void a_project_that_is_not_there_is_not_opened_instead() throws Exception {
        JsonNode read =
                read("office", LIST.replace("清单桥", "另一座"), "?same=2=nobody").json();
        assertEquals("unclear", read.path("projects").get(0).path("state").asText());
        assertEquals("same", read.path("questions").path(0).asText());
    }

    /** It is refused by its length: nobody waits for a hundred megabytes. */
    @Test
    void a_hundred_megabytes_are_refused_before_they_are_read() throws Exception {
        URI address = URI.create(board.url());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(5_000);
            String head = "POST /api/sheets HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nAuthorization: Bearer "
                    + board.person("office") + "\r\nContent-Type: text/csv\r\nContent-Length: 104857600\r\n\r\n项目名称";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            byte[] answer = new byte[64];
            int read = socket.getInputStream().read(answer);
            assertTrue(new String(answer, 0, read, StandardCharsets.US_ASCII).startsWith("HTTP/1.1 413"));
        }
    }

    private Answer read(String who, String list, String query) throws Exception {
        return as(who).sendBytes("/api/sheets" + query, list.getBytes(StandardCharsets.UTF_8), "text/plain", "none");
    }
}
