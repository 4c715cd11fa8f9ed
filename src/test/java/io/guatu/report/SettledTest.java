package io.guatu.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** An office file says neither when nor where it was written. */
class SettledTest {
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
