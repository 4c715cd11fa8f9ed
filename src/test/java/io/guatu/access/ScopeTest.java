package io.guatu.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.guatu.domain.Author;
import io.guatu.domain.GrantAction;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Role;
import io.guatu.domain.Update;
import io.guatu.ledger.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may tell what, written down a second time, in tables that an official can read: whoever changes the one must mean it. */
class ScopeTest {
    private static final ProjectId OWN = new ProjectId("road");
    private static final ProjectId OTHER = new ProjectId("park");

    private static final Path TABLES = Path.of("src/test/resources/rules");
    private static final Pattern LINE = Pattern.compile("\\| \\S+ \\| `([a-z-]+)` \\| (\\S+) \\|");

    /** As the tables call them; {@code M}: of every project, {@code m}: of its own only. */
    private static final Map<String, String> LETTERS =
            Map.of("项目办", "O", "领导", "L", "负责人", "M", "项目负责人", "m", "施工单位", "c", "系统", "P");

    @Test
    void every_kind_is_told_by_whom_the_table_names_and_by_nobody_else() throws IOException {
        Map<String, String> told = new TreeMap<>();
        for (Class<? extends Update> kind : Json.kinds()) {
            told.put(
                    Json.kind(kind),
                    Arrays.stream(Role.values())
                            .map(role -> letter(kind, role))
                            .filter(letter -> !letter.isEmpty())
                            .collect(Collectors.joining(" ")));
        }
        Map<String, String> expected = new TreeMap<>();
        for (Path file : tables()) {
            Files.readAllLines(file).stream()
                    .map(LINE::matcher)
                    .filter(Matcher::matches)
                    .forEach(line -> {
                        assertNull(expected.put(line.group(1), letters(line.group(2))), line.group());
                    });
        }
        assertEquals(expected, told);
    }

    private static List<Path> tables() throws IOException {
        try (Stream<Path> files = Files.list(TABLES)) {
            return files.filter(file -> !file.endsWith("words.md")).toList();
        }
    }

    /** In the order of the roles. */
    private static String letters(String who) {
        List<String> told = Arrays.stream(who.split("、")).map(LETTERS::get).toList();
        return Stream.of("O", "M", "m", "L", "c", "P").filter(told::contains).collect(Collectors.joining(" "));
    }

    /** Nobody tells more of what is not its own than of what is. */
    private static String letter(Class<? extends Update> kind, Role role) {
        Principal who = new Principal(
                null, new Author("somebody", role, "某人", null), List.of(OWN), List.of(), List.of(GrantAction.values()));
        boolean own = Scope.mayTell(who, kind, OWN);
        boolean other = Scope.mayTell(who, kind, OTHER);
        assertEquals(own && other, other);
        String letter = role == Role.SYSTEM ? "P" : role.name().substring(0, 1);
        return other ? letter : own ? letter.toLowerCase(Locale.ROOT) : "";
    }
}
