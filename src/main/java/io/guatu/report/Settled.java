package io.guatu.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** An office file without the time at which it was written: what is the same in it is the same to the byte. */
public final class Settled {
    /**
     * The second that a zip can say. The first stands for all that is earlier: beside it the JDK writes what it is in the zone
     * of the machine, and the same file would be another elsewhere.
     */
    private static final LocalDateTime NEVER = LocalDateTime.of(1980, 1, 1, 0, 0, 2);

    private static final String PROPERTIES = "docProps/core.xml";
    private static final String SHEETS = "xl/worksheets/sheet";
    /** Read without going back, however many there are. */
    private static final Pattern MERGED = Pattern.compile("(?:<mergeCell ref=\"[A-Z0-9:]+\"/>)++");

    private Settled() {}

    public static byte[] of(byte[] file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(file.length);
        // By the directory at its end: what precedes each part says less.
        try (ZipFile in = ZipFile.builder().setByteArray(file).get();
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntriesInPhysicalOrder())) {
                ZipEntry settled = new ZipEntry(entry.getName());
                settled.setTimeLocal(NEVER);
                out.putNextEntry(settled);
                byte[] content = in.getInputStream(entry).readAllBytes();
                out.write(settled(entry.getName(), content));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is read from or written to but memory
        }
        return bytes.toByteArray();
    }

    private static byte[] settled(String name, byte[] content) {
        return name.equals(PROPERTIES) ? timeless(content) : name.startsWith(SHEETS) ? ordered(content) : content;
    }

    /** What is merged, in the order of its names: the library has it in that of addresses in memory. */
    private static byte[] ordered(byte[] sheet) {
        String text = new String(sheet, StandardCharsets.UTF_8);
        String merged = MERGED.matcher(text)
                .replaceAll(
                        all -> Stream.of(all.group().split("(?<=>)")).sorted().collect(Collectors.joining()));
        return merged.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] timeless(byte[] properties) {
        return new String(properties, StandardCharsets.UTF_8)
                .replaceAll("<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\\1>", "")
                .getBytes(StandardCharsets.UTF_8);
    }
}
