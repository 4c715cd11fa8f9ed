package io.guatu.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Update;
import io.guatu.ledger.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a seed file: an update as somebody would have posted it, on a day relative to today. {@code "@-30"} stands
 * for the date 30 days ago, {@code "@+120T"} for the instant at which that day begins, and {@code "report":"@box-jacking"}
 * for the last report on that milestone.
 *
 * @param name the file and line, which make its key
 * @param password the first password of a person of a demonstration, else null
 */
record SeedLine(String name, int day, LocalTime time, String by, ProjectId project, JsonNode update, String password) {
    private static final Pattern DATE = Pattern.compile("@([+-]?\\d+)");
    private static final Pattern INSTANT = Pattern.compile("@([+-]?\\d+)T");

    static SeedLine of(String name, String text) {
        JsonNode line = Json.read(text, JsonNode.class);
        return new SeedLine(
                name,
                line.path("day").asInt(),
                LocalTime.parse(line.path("time").asText("00:00")),
                line.path("by").asText(),
                line.has("project") ? new ProjectId(line.path("project").asText()) : null,
                line.path("update"),
                line.has("password") ? line.path("password").asText() : null);
    }

    /** When it was said; never later than now. */
    Instant at(LocalDate today, ZoneId zone, Instant now) {
        Instant said = today.plusDays(day).atTime(time).atZone(zone).toInstant();
        return said.isAfter(now) ? now : said;
    }

    boolean answersReport() {
        return update.path("report").isTextual();
    }

    /** @param lastReport the seq of the last report on a milestone of this project, by the milestone's id */
    Update update(LocalDate today, ZoneId zone, Function<String, Long> lastReport) {
        ObjectNode resolved = update.deepCopy();
        if (answersReport()) {
            resolved.put(
                    "report", lastReport.apply(update.path("report").asText().substring(1)));
        }
        resolved.properties().forEach(field -> {
            if (field.getValue() instanceof TextNode text) {
                field.setValue(TextNode.valueOf(date(text.textValue(), today, zone)));
            }
        });
        return Json.read(resolved.toString(), Update.class);
    }

    private static String date(String text, LocalDate today, ZoneId zone) {
        Matcher date = DATE.matcher(text);
        if (date.matches()) {
            return today.plusDays(Long.parseLong(date.group(1))).toString();
        }
        Matcher instant = INSTANT.matcher(text);
        return instant.matches()
                ? today.plusDays(Long.parseLong(instant.group(1)))
                        .atStartOfDay(zone)
                        .toInstant()
                        .toString()
                : text;
    }
}
