package io.guatu.bench.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.bench.peer.Workshop;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

/** What the benches say of what they measured. */
class FiguresTest {
    @Test
    void a_spread_is_the_median_with_the_least_and_the_most() {
        assertEquals(new Spread(3, 1, 100, 5), Spread.of(List.of(100.0, 2.0, 3.0, 1.0, 4.0)));
        assertEquals(2.5, Spread.of(List.of(4.0, 1.0, 2.0, 3.0)).median());
        assertEquals("15.3 (9.00–1,200)", new Spread(15.31, 9, 1200.4, 5).text());
        assertThrows(IllegalArgumentException.class, () -> Spread.of(List.of()));
    }

    @Test
    void a_quantile_is_one_of_those_that_were_measured() {
        Samples samples = new Samples();
        for (int i = 200; i >= 1; i--) {
            samples.add(i * 1_000_000L);
        }
        assertEquals(100, samples.p50());
        assertEquals(198, samples.p99());
        assertEquals(200, samples.max());
        Samples one = new Samples();
        one.add(7_000_000);
        assertEquals("7.00 / 7.00 / 7.00", one.text());
        assertThrows(IllegalStateException.class, () -> new Samples().p99());
    }

    @Test
    void a_ratio_is_made_round_by_round() {
        Rounds rounds = new Rounds();
        for (double slow : List.of(1.0, 10.0, 100.0)) {
            rounds.add("ours", 2 * slow);
            rounds.add("theirs", slow);
        }
        assertEquals(new Spread(2, 2, 2, 3), rounds.ratio("ours", "theirs"));
    }

    @Test
    void a_table_is_markdown() {
        assertEquals(
                "| what | ms |\n|---|---|\n| a \\| b | 1 |\n",
                new Table("what", "ms").row("a | b", "1").markdown());
        assertThrows(IllegalArgumentException.class, () -> new Table("what", "ms").row("a"));
    }

    @Test
    void a_picture_is_well_formed_and_holds_every_bar() throws Exception {
        Chart chart = new Chart("a < b & c", "µs")
                .ours("Guatu", new Spread(2, 1, 3, 5))
                .beside("nobody", new Spread(0, 0, 0, 5));
        String svg = Picture.of("bench", List.of(chart));
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertEquals(1 + 2, document.getElementsByTagName("rect").getLength(), "the paper and two bars");
        assertTrue(svg.contains("a &lt; b &amp; c, µs"));
    }

    @Test
    void a_part_whose_time_is_over_makes_more_than_half_of_its_rounds() {
        Workshop over = new Workshop(Path.of("guatu.jar"), Path.of("run")).within(0);
        assertTrue(over.another(2, 5));
        assertFalse(over.another(3, 5));
        assertTrue(over.another(0, 1));
        assertTrue(over.within(Long.MAX_VALUE / 2).another(4, 5));
        assertFalse(over.within(Long.MAX_VALUE / 2).another(5, 5));
    }
}
