package io.guatu.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** An office file says neither when nor where it was written. */
class SettledTest {
    @Test
    void what_is_merged_stands_in_one_order_however_it_was_found() throws IOException {
        List<String> cells = IntStream.range(0, 20_000)
                .mapToObj(i -> "<mergeCell ref=\"A" + i + ":B" + i + "\"/>")
                .collect(Collectors.toCollection(ArrayList::new));
        byte[] once = Settled.of(sheet(cells));
        Collections.shuffle(cells, new Random(7));
        assertArrayEquals(once, Settled.of(sheet(cells)));
    }

    private static byte[] sheet(List<String> merged) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(file)) {
            out.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            String text = "<worksheet><mergeCells>" + String.join("", merged) + "</mergeCells></worksheet>";
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file.toByteArray();
    }

    @Test
    void no_part_says_a_time_of_the_machines_zone() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(file)) {
            out.putNextEntry(new ZipEntry("xl/workbook.xml"));
            out.write('x');
        }
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(Settled.of(file.toByteArray())))) {
            ZipEntry part = in.getNextEntry();
            assertNull(part.getExtra(), "a moment in UTC, which is another in each zone");
            assertEquals(1980, part.getTimeLocal().getYear());
            assertEquals('x', in.read());
        }
    }
}
