package io.guatu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** There is no build step that would say it: what a module imports is there, and points downward. */
class WebrootTest {
    private static final Path ROOT = Path.of("webroot");
    private static final Pattern IMPORT =
            Pattern.compile("^import (?:\\{([^}]*)\\} from )?'(\\.[^']+)'", Pattern.MULTILINE);
    private static final Pattern EXPORT =
            Pattern.compile("^export (?:async )?(?:function|class|const) (\\w+)", Pattern.MULTILINE);
    /** From the bottom up: bridge → store → views → pages, and what all of them may use. */
    private static final String[] ROOMS = {"text", "http", "bridge", "store", "views", "pages"};

    private static Set<Path> modules() throws IOException {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return new TreeSet<>(
                    all.filter(file -> file.toString().endsWith(".js")).toList());
        }
    }

    private static Set<String> exports(Path module) throws IOException {
        Set<String> names = new HashSet<>();
        Matcher exports = EXPORT.matcher(Files.readString(module));
        while (exports.find()) {
            names.add(exports.group(1));
        }
        return names;
    }

    @Test
    void every_import_names_something_that_is_exported() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (Path module : modules()) {
            Matcher imports = IMPORT.matcher(Files.readString(module));
            while (imports.find()) {
                Path other = module.getParent().resolve(imports.group(2)).normalize();
                if (!Files.isRegularFile(other)) {
                    missing.add(module + " ← " + other);
                    continue;
                }
                Set<String> there = exports(other);
                for (String name : imports.group(1) == null
                        ? new String[0]
                        : imports.group(1).split(",")) {
                    String wanted = name.strip().split(" as ")[0];
                    if (!wanted.isEmpty() && !there.contains(wanted)) {
                        missing.add(module + " ← " + wanted + " of " + other);
                    }
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    private static int floor(Path module) {
        String room = ROOT.relativize(module).getName(0).toString();
        for (int i = 0; i < ROOMS.length; i++) {
            if (ROOMS[i].equals(room)) {
                return i;
            }
        }
        return ROOMS.length; // the worker, beside the pages
    }

    @Test
    void imports_point_downward() throws IOException {
        Set<String> upward = new TreeSet<>();
        for (Path module : modules()) {
            Matcher imports = IMPORT.matcher(Files.readString(module));
            while (imports.find()) {
                Path other = module.getParent().resolve(imports.group(2)).normalize();
                if (floor(other) > floor(module)) {
                    upward.add(module + " → " + other);
                }
            }
        }
        assertEquals(Set.of(), upward);
    }

    private static final Pattern PLAIN = Pattern.compile("import \\{[^}]*\\b(html|svg)\\b[^}]*\\} from 'lit'");

    /** Through the house's own templates alone: they say of Chinese words on an English page that they are Chinese. */
    @Test
    void every_template_says_which_words_are_chinese() throws IOException {
        Set<String> plain = new TreeSet<>();
        for (Path module : modules()) {
            if (!module.endsWith("views/part/html.js")
                    && PLAIN.matcher(Files.readString(module)).find()) {
                plain.add(module.toString());
            }
        }
        assertEquals(Set.of(), plain);
    }

    /** What the floor (Chromium 89, of March 2021) does not know and a browser of today would not miss: by reading. */
    private static final Pattern NEWER = Pattern.compile(
            "\\.at\\(-|structuredClone|Object\\.hasOwn|\\.findLast|\\.toSorted|\\.toReversed|\\.replaceChildren\\(\\)|randomUUID\\("
                    + "|AbortSignal\\.(timeout|any)|withResolvers|Object\\.groupBy|\\bstatic \\{|#\\w+ in |:has\\(|\\d[sdl]v[hw]\\b|color-mix|@layer|@container");

    /** The wall's own browser is newer (105): it is one machine, and somebody set it up. */
    private static final Set<String> OF_THE_WALL = Set.of("style/wall.css", "style/focus.css");

    @Test
    void nothing_is_newer_than_the_oldest_browser_that_is_served() throws IOException {
        Set<String> newer = new TreeSet<>();
        try (Stream<Path> all = Files.walk(ROOT)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = ROOT.relativize(file).toString().replace('\\', '/');
                boolean ofTheWall = OF_THE_WALL.contains(name) || name.startsWith("views/wall/");
                if (ofTheWall || !name.matches(".*\\.(js|css)")) {
                    continue;
                }
                for (String line : Files.readAllLines(file)) {
                    if (!line.strip().matches("(//|/\\*|\\*).*")
                            && NEWER.matcher(line).find()) {
                        newer.add(name + ": " + line.strip());
                    }
                }
            }
        }
        assertEquals(Set.of(), newer);
    }

    private static final Pattern KEY = Pattern.compile("^\\s*\"([^\"]+)\":", Pattern.MULTILINE);

    /** Of two texts under one key a reader keeps the last, and whoever mends the first wonders. */
    @Test
    void a_text_has_a_key_of_its_own() throws IOException {
        Set<String> twice = new TreeSet<>();
        for (String language : new String[] {"zh", "en"}) {
            Set<String> known = new HashSet<>();
            Matcher keys = KEY.matcher(Files.readString(ROOT.resolve("text").resolve(language + ".json")));
            while (keys.find()) {
                if (!known.add(keys.group(1))) {
                    twice.add(language + " " + keys.group(1));
                }
            }
        }
        assertEquals(Set.of(), twice);
    }

    /** 62%, in both languages and on every page. */
    private static final Pattern SPACED = Pattern.compile("[\\d}] %");

    @Test
    void a_percentage_is_written_without_a_space() throws IOException {
        Set<String> spaced = new TreeSet<>();
        try (Stream<Path> all = Files.walk(ROOT)) {
            for (Path file : all.filter(
                            each -> each.toString().matches(".*(text/\\w+\\.json|views/.*\\.js|pages/.*\\.js)"))
                    .toList()) {
                for (String line : Files.readAllLines(file)) {
                    if (SPACED.matcher(line).find()) {
                        spaced.add(file + ": " + line.strip());
                    }
                }
            }
        }
        assertEquals(Set.of(), spaced);
    }
}
