package io.guatu.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What RFC 5545 asks of a line, whatever somebody wrote. */
class CalendarLinesTest {
    @Test
    void a_line_is_folded_after_75_octets_and_never_inside_a_character() {
        String said = "何畈铁路下穿箱涵顶进😀".repeat(20);
        String text = new CalendarLines().text("SUMMARY", said).toString();
        StringBuilder whole = new StringBuilder();
        for (String line : text.split("\r\n")) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
            assertTrue(
                    !line.contains("\uFFFD")
                            && StandardCharsets.UTF_8.newEncoder().canEncode(line),
                    line);
            whole.append(line.startsWith(" ") ? line.substring(1) : line);
        }
        assertEquals("SUMMARY:" + said, whole.toString());
        assertTrue(text.endsWith("\r\n"));
    }

    @Test
    void nothing_that_somebody_wrote_begins_a_line_or_ends_a_value() {
        assertEquals(
                "DESCRIPTION:a\\, b\\; c\\\\d\\nEND:VEVENT\\nx\r\n",
                new CalendarLines()
                        .text("DESCRIPTION", "a, b; c\\d\r\nEND:VEVENT\nx\u0000\u0007")
                        .toString());
    }
}
