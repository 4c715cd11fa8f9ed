package io.guatu.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** What was done to a board and how long it took until it was well again, as lines of {@code target/faults/faults.md}. */
final class FaultTable {
    private static final Path FILE = Path.of("target", "faults", "faults.md");

    private FaultTable() {}

    /** @param millis each time: until what was told after the fault was answered again */
    static void line(String fault, List<Long> millis, String lost) throws IOException {
        List<Long> sorted = millis.stream().sorted().toList();
        String line = "| " + fault + " | " + sorted.size() + " | " + lost + " | " + seconds(sorted, 0.5) + " | "
                + seconds(sorted, 0.99) + " |";
        System.out.println(line);
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** The least that so large a part does not exceed: of a few, p99 is the longest. */
    private static String seconds(List<Long> sorted, double part) {
        return "%.1f s".formatted(sorted.get((int) Math.ceil(part * sorted.size()) - 1) / 1_000.0);
    }
}
