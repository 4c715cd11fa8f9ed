package io.guatu.app;

import io.guatu.domain.BoardUpdate.CalendarAdopted;
import io.guatu.domain.PlanTemplate;
import io.guatu.domain.RuleSet;
import io.guatu.ledger.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The seed files: those in the jar, or a folder's. */
final class Seeds {
    private Seeds() {}

    /** All lines of a seed set in the order in which they were said. Blocks. */
    static List<SeedLine> lines(String set) throws IOException {
        if (set.equals("none")) {
            return List.of();
        }
        if (resource("/seeds/" + set) == null) {
            return read(Path.of(set));
        }
        List<SeedLine> lines = new ArrayList<>();
        inside(set, folder -> lines.addAll(read(folder)));
        return lines;
    }

    /** The rule sets that ship, by their ids. Blocks. */
    static Map<String, RuleSet> rules() throws IOException {
        Map<String, RuleSet> rules = new TreeMap<>();
        for (RuleSet set : data("rules", RuleSet.class)) {
            rules.put(set.id(), set);
        }
        return rules;
    }

    /** The working days of the years that were arranged so far. Blocks. */
    static List<CalendarAdopted> calendars() throws IOException {
        return data("calendar", CalendarAdopted.class);
    }

    /** What plans can be made of as it ships, in the order of the files' names. Blocks. */
    static List<PlanTemplate> templates() throws IOException {
        return data("templates", PlanTemplate.class);
    }

    private static <T> List<T> data(String folder, Class<T> type) throws IOException {
        List<T> all = new ArrayList<>();
        inside(folder, path -> {
            for (Path file : files(path, ".json")) {
                all.add(Json.read(Files.readString(file), type));
            }
        });
        return all;
    }

    /** Whether these lines say of themselves that they are invented. */
    static boolean invented(List<SeedLine> lines) {
        return lines.stream().anyMatch(line -> line.update().path("demo").asBoolean());
    }

    private interface Reading {
        void of(Path folder) throws IOException;
    }

    /** Reads a folder of ours, which is in the jar or, while we develop, in the class path. */
    private static void inside(String folder, Reading reading) throws IOException {
        URI uri = resource("/seeds/" + folder);
        if (!uri.getScheme().equals("jar")) {
            reading.of(Path.of(uri));
            return;
        }
        try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
            reading.of(jar.getPath("/seeds/" + folder));
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ending))
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
        }
    }

    private static List<SeedLine> read(Path folder) throws IOException {
        List<SeedLine> lines = new ArrayList<>();
        for (Path file : files(folder, ".jsonl")) {
            int number = 0;
            for (String text : Files.readAllLines(file)) {
                number++;
                if (!text.isBlank()) {
                    lines.add(line(file.getFileName() + ":" + number, text, folder));
                }
            }
        }
        lines.sort(Comparator.comparingInt(SeedLine::day).thenComparing(SeedLine::time));
        return lines;
    }

    private static SeedLine line(String name, String text, Path folder) throws IOException {
        try {
            SeedLine line = SeedLine.of(name, text);
            return line.photo() == null ? line : line.with(Files.readAllBytes(folder.resolve(line.photo())));
        } catch (RuntimeException e) {
            throw new IOException("The seed " + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static URI resource(String path) {
        try {
            var found = Seeds.class.getResource(path);
            return found == null ? null : found.toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
