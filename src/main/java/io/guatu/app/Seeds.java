package io.guatu.app;

import io.guatu.board.RuleSet;
import io.guatu.ledger.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The seed files: those in the jar, or a folder's. */
final class Seeds {
    private Seeds() {}

    /** All lines of a seed set in the order in which they were said. Blocks. */
    static List<SeedLine> lines(String set) throws IOException {
        if (set.equals("none")) {
            return List.of();
        }
        URI inside = resource("/seeds/" + set);
        if (inside == null) {
            return read(Path.of(set));
        }
        if (!inside.getScheme().equals("jar")) {
            return read(Path.of(inside));
        }
        try (FileSystem jar = FileSystems.newFileSystem(inside, Map.of())) {
            return read(jar.getPath("/seeds/" + set));
        }
    }

    static RuleSet rules(String id) throws IOException {
        try (InputStream file = Seeds.class.getResourceAsStream("/seeds/rules/" + id + ".json")) {
            return Json.read(new String(file.readAllBytes(), StandardCharsets.UTF_8), RuleSet.class);
        }
    }

    private static List<SeedLine> read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
        }
        List<SeedLine> lines = new ArrayList<>();
        for (Path file : files) {
            int number = 0;
            for (String text : Files.readAllLines(file)) {
                number++;
                if (!text.isBlank()) {
                    lines.add(line(file.getFileName() + ":" + number, text));
                }
            }
        }
        lines.sort(Comparator.comparingInt(SeedLine::day).thenComparing(SeedLine::time));
        return lines;
    }

    private static SeedLine line(String name, String text) throws IOException {
        try {
            return SeedLine.of(name, text);
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
