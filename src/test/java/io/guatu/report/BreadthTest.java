package io.guatu.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BreadthTest {
    @Test
    void a_name_that_is_too_long_says_that_there_is_more_of_it() {
        assertEquals("何畈铁路下穿", Breadth.cut("何畈铁路下穿", 12));
        assertEquals("何畈铁路…", Breadth.cut("何畈铁路下穿", 11));
        assertEquals("Xuri smart…", Breadth.cut("Xuri smart eco bottle-cap line", 13));
        assertTrue(Breadth.of(Breadth.cut("𠮷".repeat(20), 20)) <= 20, "no sign is cut in two");
    }

    @Test
    void a_word_of_a_heading_is_not_broken_in_two() {
        assertTrue(Breadth.ofLongestWord("Hazards found") > "Hazards".length());
        assertEquals(0, Breadth.ofLongestWord("完成年度计划"));
    }
}
