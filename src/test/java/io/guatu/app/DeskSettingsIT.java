package io.guatu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.guatu.ledger.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What is agreed for the whole board is changed from what it is: the working days of a year, the rules of the lamps. */
class DeskSettingsIT extends DeskCase {
    private Locator calendar(Page desk) {
        desk.locator("[data-nav=board]").click();
        return form(desk, "calendar-adopted");
    }

    private JsonNode newest(String kind) throws Exception {
        return board.as(board.person("office"))
                .get("/api/entries?kind=" + kind + "&order=desc&limit=1")
                .json()
                .at("/entries/0/update");
    }

    private static List<String> days(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static JsonNode seed(String file) throws Exception {
        return Json.read(Files.readString(Path.of("seeds", file)), JsonNode.class);
    }

    @Test
    void what_is_agreed_for_the_whole_board_is_changed_from_what_it_is() throws Exception {
        Page desk = desk("office");
        oneMoreDayOffLeavesTheRestOfTheYearAsItWas(desk);
        whatIsNoDayIsSaidLineByLineAndWhatWouldBeDroppedIsAsked(desk);
        everyShippedRuleSetIsAdoptedAsItShipsAndAnEditKeepsWhatTheFormDoesNotAsk(desk);
    }

    private void oneMoreDayOffLeavesTheRestOfTheYearAsItWas(Page desk) throws Exception {
        JsonNode shipped = seed("calendar/2026.json");
        Locator year = calendar(desk);
        year.locator("[name=year]").fill("2026");
        assertThat(year.locator("[name=off]")).hasValue(java.util.regex.Pattern.compile("2026-01-01 ~ 2026-01-02\\n"));
        assertThat(year.locator("[data-read=off]"))
                .containsText(Integer.toString(shipped.path("off").size()));
        String known = year.locator("[name=off]").inputValue();
        year.locator("[name=off]").fill(known + "\n2026年１２月３０日、31日");
        send(year);
        JsonNode told = newest("calendar-adopted");
        assertEquals(shipped.path("on"), told.path("on"));
        assertEquals(shipped.path("off").size() + 2, told.path("off").size());
        assertEquals(List.of("2026-12-30", "2026-12-31"), days(told.path("off")).subList(19, 21));
        year = calendar(desk);
        year.locator("[name=year]").fill("2026");
        assertThat(year.locator("[name=off]")).hasValue(java.util.regex.Pattern.compile("2026-12-30 ~ 2026-12-31$"));
    }

    private void whatIsNoDayIsSaidLineByLineAndWhatWouldBeDroppedIsAsked(Page desk) throws Exception {
        Locator year = desk.locator("form[data-kind=calendar-adopted]");
        year.locator("[name=year]").fill("2026");
        Locator off = year.locator("[name=off]");
        off.fill("国庆节：10月1日（星期四）至7日（星期三）放假调休，共7天。\n2026-02-30\n春节\n2025/10/10");
        assertThat(year.locator("[data-read=off]")).containsText("7 天");
        assertThat(year.locator("[data-line='2']")).containsText("2026-02-30");
        assertThat(year.locator("[data-line='2']")).containsText("没有这一天");
        assertThat(year.locator("[data-line='3']")).containsText("没有日期");
        assertThat(year.locator("[data-line='4']")).containsText("不在 2026 年");
        year.locator("button.main").click();
        assertThat(year.locator("label:has([name=off]) > .flaw").last()).containsText("没有认出来");
        off.fill("国庆节：10月1日（星期四）至7日（星期三）放假调休，共7天。");
        year.locator("button.main").click();
        assertThat(year.locator(".sure")).containsText("去掉");
        assertThat(year.locator(".sure")).containsText("1月1日");
        send(year);
        assertEquals(7, newest("calendar-adopted").path("off").size());
    }

    private void everyShippedRuleSetIsAdoptedAsItShipsAndAnEditKeepsWhatTheFormDoesNotAsk(Page desk) throws Exception {
        for (String set : List.of("yinchuan-1", "sanya-1", "daguan-1")) {
            adopt(desk, set, null);
            assertEquals(seed("rules/" + set + ".json"), newest("rules-adopted").path("rules"), set);
        }
        adopt(desk, "yinchuan-1", "29");
        JsonNode edited = newest("rules-adopted").path("rules");
        JsonNode shipped = seed("rules/yinchuan-1.json");
        assertEquals("yinchuan-2", edited.path("id").asText());
        assertEquals(29, edited.at("/behind/red").asInt());
        assertEquals(shipped.at("/behind/redAbove"), edited.at("/behind/redAbove"));
        assertEquals(shipped.path("source"), edited.path("source"));
    }

    private static void adopt(Page desk, String set, String red) {
        desk.locator("[data-nav=rules]").click();
        desk.locator("[data-rules=" + set + "]").click();
        Locator form = desk.locator("form.rules");
        assertThat(form.locator("[data-version]")).hasCount(0);
        if (red != null) {
            form.locator("[name='behind.red']").fill(red);
        }
        form.locator("[name=reason]").fill("试行");
        form.locator("button.main").click();
        assertThat(desk.locator(".saved")).isVisible();
    }
}
