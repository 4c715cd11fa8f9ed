package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.report.form.MadeForms;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tables of a board of invented data: what is seen is what is handed on. */
class TableIT {
    private static final LocalDate TODAY = LocalDate.now(TestBoard.ZONE);
    private static final LocalDate THEN = TODAY.minusDays(3);
    private static final String MONTH = YearMonth.from(THEN).minusMonths(1).toString();

    private static TestBoard board;
    private static TestClient office;

    @BeforeAll
    static void start() throws Exception {
        board = TestBoard.start("demo", Clock.systemUTC());
        office = board.as(board.person("office"));
    }

    @AfterAll
    static void stop() throws Exception {
        board.close();
    }

    private static String at(String table) {
        return "/api/tables/" + table + "?asOf=" + THEN + "&month=" + MONTH;
    }

    private static HttpResponse<byte[]> file(String table) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(board.url() + "/api/tables/" + table + "/xlsx?asOf=" + THEN
                                        + "&month=" + MONTH))
                                .header("Authorization", "Bearer " + board.person("office"))
                                .build(),
                        BodyHandlers.ofByteArray());
    }

    private static int column(JsonNode table, String id) {
        for (int i = 0; i < table.path("headings").size(); i++) {
            if (table.path("headings").path(i).path("id").asText().equals(id)) {
                return i;
            }
        }
        throw new AssertionError(id);
    }

    @Test
    void every_table_is_the_same_seen_and_handed_on_and_its_sums_are_right() throws Exception {
        for (JsonNode named : office.get("/api/tables").json().path("tables")) {
            String id = named.path("id").asText();
            JsonNode seen = office.get(at(id)).json();
            assertTrue(seen.path("rows").size() > 0, id);
            for (JsonNode heading : seen.path("headings")) {
                assertFalse(heading.path("heading").asText().startsWith("table."), heading::toString);
            }
            List<Row> rows;
            try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file(id).body()))) {
                rows = book.getFirstSheet().read();
            }
            String title = seen.path("title").asText();
            assertEquals(title, rows.get(0).getCellText(0));
            assertTrue(
                    title.startsWith("大关镇重点项目")
                            && title.endsWith(named.path("title").asText().substring(4)),
                    title);
            boolean two = StreamSupport.stream(seen.path("headings").spliterator(), false)
                    .anyMatch(heading -> heading.has("group"));
            int first = two ? 4 : 3;
            for (int r = 0; r < seen.path("rows").size(); r++) {
                same(id, seen.path("rows").path(r), rows.get(first + r));
            }
            sums(id, seen);
        }
    }

    private static void same(String id, JsonNode seen, Row row) {
        for (int c = 0; c < seen.size(); c++) {
            JsonNode cell = seen.path(c);
            if (cell.isNull()) {
                assertTrue(row.getOptionalCell(c).map(Cell::getText).orElse("").isEmpty(), id + " " + row);
            } else if (cell.isNumber()) {
                assertEquals(
                        0, cell.decimalValue().compareTo(row.getCellAsNumber(c).orElseThrow()), id + " " + row);
            } else if (row.getCell(c).getType() == CellType.NUMBER) {
                assertEquals(
                        cell.asText(),
                        row.getCellAsDate(c).orElseThrow().toLocalDate().toString(),
                        id);
            } else {
                assertEquals(cell.asText(), row.getCellText(c), id);
            }
        }
    }

    private static void sums(String id, JsonNode table) {
        JsonNode total = table.path("total");
        for (int c = 0; c < total.size(); c++) {
            if (total.path(c).isNumber()) {
                BigDecimal sum = BigDecimal.ZERO;
                for (JsonNode row : table.path("rows")) {
                    sum = sum.add(
                            row.path(c).isNull() ? BigDecimal.ZERO : row.path(c).decimalValue());
                }
                assertEquals(0, sum.compareTo(total.path(c).decimalValue()), id + " " + c);
            }
        }
    }

    @Test
    void a_day_that_is_over_is_the_same_file_for_ever() throws Exception {
        byte[] before = file("fixed-assets").body();
        assertEquals(
                201,
                office.tell("xuri-caps", "{\"kind\":\"investment-planned\",\"total\":20000}", "another-total")
                        .status());
        assertArrayEquals(before, file("fixed-assets").body());
        JsonNode now = office.get("/api/tables/fixed-assets").json();
        assertTrue(now.toString().contains("20000"), "what is known now says so");
    }

    @Test
    void the_year_so_far_is_the_month_and_what_was_before_it() throws Exception {
        JsonNode table = office.get(at("monthly-investment")).json();
        JsonNode before = office.get("/api/tables/monthly-investment?asOf=" + THEN + "&month="
                        + YearMonth.parse(MONTH).minusMonths(1))
                .json();
        int year = column(table, "this-year");
        int month = column(table, "completed");
        boolean january = MONTH.endsWith("-01");
        int checked = 0;
        for (int r = 0; r < table.path("rows").size(); r++) {
            JsonNode row = table.path("rows").path(r);
            if (row.path(year).isNumber() && row.path(month).isNumber()) {
                BigDecimal earlier = january
                        ? BigDecimal.ZERO
                        : before.path("rows").path(r).path(year).decimalValue();
                assertEquals(
                        0,
                        row.path(year)
                                .decimalValue()
                                .compareTo(earlier.add(row.path(month).decimalValue())),
                        row::toString);
                checked++;
            }
        }
        assertTrue(checked > 10);
    }

    @Test
    void what_looks_like_a_formula_stays_a_text() throws Exception {
        TestBoard own = TestBoard.start();
        try {
            TestClient town = own.as(own.person("office"));
            assertEquals(
                    201,
                    town.tell(
                                    "underpass",
                                    "{\"kind\":\"project-described\",\"place\":\"=HYPERLINK(\\\"http://x\\\")\",\"content\":\"+1\"}",
                                    "formula")
                            .status());
            byte[] bytes = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(own.url() + "/api/tables/project-list/xlsx"))
                                    .header("Authorization", "Bearer " + own.person("office"))
                                    .build(),
                            BodyHandlers.ofByteArray())
                    .body();
            try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
                List<Cell> texts = book.getFirstSheet().read().stream()
                        .flatMap(Row::stream)
                        .filter(cell -> cell != null && cell.getText().startsWith("=HYPERLINK"))
                        .toList();
                assertEquals(1, texts.size());
                assertEquals(null, texts.get(0).getFormula());
            }
        } finally {
            own.close();
        }
    }

    private static byte[] form(String query) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(board.url() + "/api/forms/yuebao/xlsx" + query))
                .header("Authorization", "Bearer " + board.person("office"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofByteArray())
                .body();
    }

    private static long save(String file, String title) throws Exception {
        return office.post(
                        "/api/updates",
                        "{\"kind\":\"form-saved\",\"form\":\"yuebao\",\"name\":\"县月报\",\"file\":\"" + file
                                + "\",\"sheets\":[{\"sheet\":\"月报\",\"rows\":{\"first\":5,\"prepared\":3,\"where\":\"项目种类 = \\\"works\\\"\","
                                + "\"columns\":[{\"column\":\"B\",\"heading\":\"项目名称\",\"fill\":\"项目名称\"},{\"column\":\"D\",\"fill\":\"本月完成投资\"}]},"
                                + "\"cells\":[{\"cell\":\"A1\",\"fill\":\"\\\"" + title + "\\\"\"}]}]}",
                        "Idempotency-Key",
                        title)
                .json()
                .path("seq")
                .asLong();
    }

    @Test
    void a_foreign_form_is_filled_as_known_on_a_day_and_as_it_was_filled_then() throws Exception {
        byte[] made = MadeForms.monthly();
        String type = "application/octet-stream";
        String file = office.sendBytes("/api/forms/files?name=x.xlsx", made, type, "form")
                .json()
                .path("file")
                .asText();
        assertEquals(
                201,
                office.sendBytes("/api/forms/files?name=y.xlsx", made, type, "again")
                        .status());
        assertEquals(
                "form-unreadable",
                office.sendBytes("/api/forms/files?name=x.xlsx", new byte[] {1}, type, "bad")
                        .code());
        JsonNode proposal = office.get("/api/forms/files/" + file)
                .json()
                .path("sheets")
                .path(0)
                .path("proposal");
        assertEquals(5, proposal.path("first").asInt());
        long first = save(file, "one");
        String then = "?asOf=" + THEN + "&month=" + MONTH;
        byte[] before = form(then);
        save(file, "two");
        assertFalse(Arrays.equals(before, form(then)), "the newest way counts");
        assertArrayEquals(before, form(then + "&revision=" + first), "and an earlier one is known");
        JsonNode table = office.get(at("monthly-ledger")).json();
        JsonNode seen = office.get("/api/forms/yuebao" + then).json();
        assertEquals(
                table.path("rows").size() * 2 - seen.path("gaps").size(),
                seen.path("filled").asInt());
        assertEquals("completed", seen.path("gaps").path(0).path("figure").asText());
        assertEquals("unknown-form", office.get("/api/forms/other").code());
        assertEquals("unknown-form", office.get("/api/forms/yuebao?revision=1").code());
        assertEquals(
                "x.xlsx",
                office.get("/api/forms")
                        .json()
                        .path("forms")
                        .path(0)
                        .path("fileName")
                        .asText());
    }

    @Test
    void what_a_month_cost_is_counted_of_everybody_together() throws Exception {
        JsonNode burden = office.get("/api/burden?month=" + MONTH).json();
        assertTrue(burden.path("typed").asInt() > burden.path("entries").asInt(), burden::toString);
        assertTrue(burden.path("cells").asInt() > burden.path("typed").asInt(), burden::toString);
        JsonNode list = office.get("/api/tables/project-list?month=" + MONTH + "&asOf="
                        + YearMonth.parse(MONTH).atEndOfMonth())
                .json();
        long told = 0;
        int number = column(list, "number");
        for (JsonNode row : list.path("rows")) {
            for (int i = 0; i < row.size(); i++) {
                told += i != number && !row.path(i).isNull() ? 1 : 0;
            }
        }
        assertEquals(told, burden.path("forms").path(0).path("cells").asLong());
        assertEquals(
                422,
                office.get("/api/burden?month=" + YearMonth.from(TODAY).plusMonths(1))
                        .status());
    }

    @Test
    void what_cannot_be_known_yet_is_refused() throws Exception {
        assertEquals(404, office.get("/api/tables/no-such").status());
        assertEquals(
                422, office.get("/api/tables/slips?asOf=" + TODAY.plusDays(1)).status());
        assertEquals(
                422,
                office.get("/api/tables/slips?month=" + YearMonth.from(TODAY).plusMonths(1))
                        .status());
        assertEquals(400, office.get("/api/tables/slips?month=2026-13").status());
    }
}
