package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.app.TestClient.Answer;
import io.guatu.schedule.TestSchedule;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schedules over HTTP: read by who may plan the project, told as every plan is. */
class ScheduleIT extends TownCase {
    @Test
    void a_schedule_becomes_the_plan_of_a_project_that_has_none_and_then_only_a_new_baseline() throws Exception {
        opened("planned-from-file");
        byte[] file = TestSchedule.underpass().xer("GBK");
        JsonNode read = read("office", "planned-from-file", file, "?level=2").json();
        assertEquals("xer", read.path("file").path("format").asText(), read.toString());
        assertEquals("GB18030", read.path("file").path("charset").asText());
        assertEquals(3, read.path("lines").size());
        assertEquals("前期工作", read.path("lines").get(0).path("name").path("zh").asText());
        Answer told = as("office")
                .post(
                        "/api/projects/planned-from-file/updates:batch",
                        "{\"updates\":" + read.path("updates") + "}",
                        "Idempotency-Key",
                        "schedule-1");
        assertEquals(201, told.status(), () -> told.raw().body());

        JsonNode again = read("office", "planned-from-file", file, "?level=2").json();
        assertTrue(again.path("again").asBoolean());
        assertEquals(0, again.path("updates").size());
        again.path("lines")
                .forEach(line -> assertEquals("same", line.path("state").asText()));
        JsonNode other = read("office", "planned-from-file", file, "?by=milestones&weights=duration")
                .json();
        assertEquals(3, other.path("gone").size());
        assertEquals("通车", other.path("lines").get(2).path("name").path("zh").asText());
        long seq = as("office")
                .get("/api/projects/planned-from-file")
                .json()
                .path("card")
                .path("seq")
                .asLong();
        assertEquals(read.path("expected").asLong() + 3, again.path("expected").asLong());
        assertTrue(seq > 0);
    }

    @ParameterizedTest
    @CsvSource({"wang, 200", "office, 200", "zhao, 403", "li, 403", "g-li, 403", "hall, 403", "nobody, 401"})
    void a_schedule_is_read_by_who_may_plan(String who, int status) throws Exception {
        assertEquals(
                status,
                read(who, "underpass", TestSchedule.underpass().mspdi(), "").status());
    }

    @ParameterizedTest
    @CsvSource({
        "?level=0, 400, invalid",
        "?level=21, 400, invalid",
        "?by=all, 400, invalid",
        "?weights=gut, 400, invalid",
        "?charset=gbk, 400, invalid",
        "?baseline=11, 400, invalid",
        "?schedule=-1, 400, invalid",
        "?schedule=9, 200, ''",
        "?level=20, 200, ''",
        "?baseline=7, 200, ''",
        "?charset=windows-1252, 200, ''"
    })
    void what_is_chosen_wrongly_is_refused_in_words(String query, int status, String code) throws Exception {
        Answer answer = read("office", "underpass", TestSchedule.underpass().mspdi(), query);
        assertEquals(status, answer.status(), () -> answer.raw().body());
        assertEquals(code, answer.status() == 200 ? "" : answer.code());
    }

    @Test
    void files_that_are_none_are_called_so() throws Exception {
        assertEquals(
                "schedule-empty", read("office", "underpass", new byte[0], "").code());
        assertEquals(
                "schedule-other-type",
                read("office", "underpass", utf8("项目名称\t总投资"), "").code());
        assertEquals(
                "schedule-unreadable",
                read("office", "underpass", utf8("<!DOCTYPE a [<!ENTITY b 'c'>]><Project/>"), "")
                        .code());
        assertEquals(
                413,
                read("office", "underpass", new byte[10 * 1024 * 1024 + 1], "").status());
        assertEquals("unknown-project", read("office", "nowhere", utf8("x"), "").code());
        assertEquals(
                415,
                as("office")
                        .sendBytes("/api/projects/underpass/schedules", utf8("x"), "image/png", "s1")
                        .status());
    }

    private void opened(String id) throws Exception {
        Answer told = as("office")
                .post(
                        "/api/projects/" + id + "/updates",
                        "{\"kind\":\"project-opened\",\"name\":{\"zh\":\"计划导入\"},\"sector\":\"transport.road\",\"projectKind\":\"works\",\"stage\":\"implementation\"}",
                        "Idempotency-Key",
                        "open-" + id);
        assertEquals(201, told.status(), () -> told.raw().body());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Answer read(String who, String project, byte[] file, String query) throws Exception {
        return as(who).sendBytes(
                        "/api/projects/" + project + "/schedules" + query, file, "application/octet-stream", "none");
    }
}
