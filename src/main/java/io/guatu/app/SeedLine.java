package io.guatu.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Update;
import io.guatu.ledger.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a seed file: an update as somebody would have posted it, on a day relative to today. Where a date stands in
 * it, {@code "@-30"} is the day 30 days ago, {@code "@+120T"} the instant at which that day begins, {@code "@-2M"} the
 * month before last, {@code "@Y"} this year; in a document's number, {@code 〔@Y〕} is the year in which the line was said;
 * {@code "@name"} is what an earlier line of the project brought: the last
 * report on the milestone of that name, or the line that calls itself so ({@code as}).
 *
 * @param name the file and line, which make its key
 * @param as how later lines call what it brings, or null
 * @param password the first password of a person of a demonstration, else null
 * @param photo the file beside the seed that is received, or null; then there is no update
 * @param picture the bytes of that file
 */
record SeedLine(
        String name,
        int day,
        LocalTime time,
        String by,
        ProjectId project,
        String as,
        JsonNode update,
        String password,
        String photo,
        byte[] picture) {
    private static final Pattern PLACE = Pattern.compile("@([+-]?\\d+)([TM]?)");
    private static final Pattern YEAR = Pattern.compile("@Y([+-]\\d+)?");
    private static final Pattern REFERENCE = Pattern.compile("@([a-z][a-z0-9-]*)");

    /** What stands in a picture of a seed for when it was taken, in the way of EXIF. */
    private static final String UNDATED = "2000:01:01 00:00:00";

    private static final DateTimeFormatter CAMERA = DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss");
    private static final Duration PUT_AWAY = Duration.ofMinutes(7);

    static SeedLine of(String name, String text) {
        JsonNode line = Json.read(text, JsonNode.class);
        return new SeedLine(
                name,
                line.path("day").asInt(),
                LocalTime.parse(line.path("time").asText("00:00")),
                line.path("by").asText(),
                line.has("project") ? new ProjectId(line.path("project").asText()) : null,
                line.path("as").asText(null),
                line.path("update"),
                line.path("password").asText(null),
                line.path("photo").asText(null),
                null);
    }

    SeedLine with(byte[] bytes) {
        return new SeedLine(name, day, time, by, project, as, update, password, photo, bytes);
    }

    /** When it was said; never later than now. */
    Instant at(LocalDate today, ZoneId zone, Instant now) {
        Instant said = today.plusDays(day).atTime(time).atZone(zone).toInstant();
        return said.isAfter(now) ? now : said;
    }

    /** The picture as its camera would have dated it: a few minutes before it was sent. */
    byte[] pictureTaken(Instant sent, ZoneId zone) {
        String taken = CAMERA.withZone(zone).format(sent.minus(PUT_AWAY));
        return new String(picture, ISO_8859_1).replace(UNDATED, taken).getBytes(ISO_8859_1);
    }

    /** Whether it names what an earlier line brought. */
    boolean refers() {
        return refers(update);
    }

    /** @param brought what an earlier line of the project brought: the seq of its entry, or a photo's id */
    Update update(LocalDate today, ZoneId zone, Function<String, Object> brought) {
        String said = resolved(update, today, zone, brought).toString();
        return Json.read(said.replace("〔@Y〕", "〔" + today.plusDays(day).getYear() + "〕"), Update.class);
    }

    private static boolean refers(JsonNode node) {
        if (node.isTextual()) {
            return REFERENCE.matcher(node.textValue()).matches();
        }
        for (JsonNode child : node) {
            if (refers(child)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode resolved(JsonNode node, LocalDate today, ZoneId zone, Function<String, Object> brought) {
        if (node instanceof TextNode text) {
            return resolved(text.textValue(), today, zone, brought);
        }
        if (node instanceof ArrayNode array) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            array.forEach(child -> all.add(resolved(child, today, zone, brought)));
            return all;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            object.properties()
                    .forEach(field -> all.set(field.getKey(), resolved(field.getValue(), today, zone, brought)));
            return all;
        }
        return node;
    }

    private static JsonNode resolved(String text, LocalDate today, ZoneId zone, Function<String, Object> brought) {
        Matcher place = PLACE.matcher(text);
        if (place.matches()) {
            long offset = Long.parseLong(place.group(1));
            return TextNode.valueOf(
                    switch (place.group(2)) {
                        case "M" -> YearMonth.from(today).plusMonths(offset).toString();
                        case "T" ->
                            today.plusDays(offset)
                                    .atStartOfDay(zone)
                                    .toInstant()
                                    .toString();
                        default -> today.plusDays(offset).toString();
                    });
        }
        Matcher year = YEAR.matcher(text);
        if (year.matches()) {
            return IntNode.valueOf(today.getYear() + (year.group(1) == null ? 0 : Integer.parseInt(year.group(1))));
        }
        Matcher reference = REFERENCE.matcher(text);
        if (!reference.matches()) {
            return TextNode.valueOf(text);
        }
        Object found = brought.apply(reference.group(1));
        if (found == null) {
            throw new IllegalArgumentException("nothing before it is called " + text);
        }
        return found instanceof Long seq
                ? JsonNodeFactory.instance.numberNode(seq)
                : TextNode.valueOf(found.toString());
    }
}
