package io.guatu.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/**
 * A fault that is planted in the program's own text: its class is compiled anew, or its page's folder is a copy, and the same
 * towns are lived with it.
 *
 * @param file below the sources, the tests' or {@code webroot}
 * @param daily whether every run looks for it, and not only one of minutes
 * @param within so many towns it has to be found
 */
public record Mutant(String name, String file, String from, String to, boolean daily, int within) {
    private static final Path LIST = Path.of("src/test/resources/sim/mutants.yaml");
    private static final Path WEBROOT = Path.of("webroot");
    private static final List<Path> SOURCES =
            List.of(Path.of("src/main/java/io/guatu"), Path.of("src/test/java/io/guatu"));
    private static final List<String> FOLDERS = List.of("store", "text");
    private static final int SEEDS = 200;

    static List<Mutant> all() throws IOException {
        List<Map<String, Object>> read = new Yaml().load(Files.readString(LIST));
        return read.stream()
                .map(one -> new Mutant(
                        (String) one.get("name"),
                        (String) one.get("file"),
                        (String) one.get("from"),
                        (String) one.get("to"),
                        Boolean.TRUE.equals(one.get("daily")),
                        (int) one.getOrDefault("within", SEEDS)))
                .toList();
    }

    /** Whether there is still the text into which it is planted, once. */
    boolean fits() throws IOException {
        return Files.readString(source()).split(Pattern.quote(from), -1).length == 2;
    }

    private Path source() {
        return file.endsWith(".js")
                ? WEBROOT.resolve(file)
                : SOURCES.stream()
                        .map(folder -> folder.resolve(file))
                        .filter(Files::exists)
                        .findFirst()
                        .orElseThrow();
    }

    /** The first town in which it was noticed, and by what; null when it was in none. */
    String found() throws IOException {
        if (file.endsWith(".js")) {
            return Lives.fault(page(), within);
        }
        Path source = source();
        try (PlantedClasses classes =
                new PlantedClasses(Path.of("target", "sim", "classes", name.replaceAll("\\W", "-")))) {
            classes.plant(source, planted(source));
            return classes.fault(WEBROOT, within);
        }
    }

    private String planted(Path in) throws IOException {
        return Files.readString(in).replace(from, to);
    }

    private Path page() throws IOException {
        Path copy = Path.of("target", "sim", "webroot", name.replaceAll("\\W", "-"));
        for (String folder : FOLDERS) {
            Files.createDirectories(copy.resolve(folder));
            try (Stream<Path> files = Files.list(WEBROOT.resolve(folder))) {
                files.filter(one -> one.toString().endsWith(".js")).forEach(one -> {
                    try {
                        boolean here = one.equals(WEBROOT.resolve(file));
                        Files.writeString(
                                copy.resolve(WEBROOT.relativize(one)), here ? planted(one) : Files.readString(one));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
        }
        return copy;
    }
}
