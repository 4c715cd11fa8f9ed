package io.guatu.command;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.guatu.domain.Update;
import io.guatu.ledger.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The rules as tables that a town official can read: a file a topic, a line a case, in the words of {@code words.md}. A
 * sentence is {@code who：what（field=value，field=value）}; a value is a word, a text, a number, {@code 3天后}, {@code 第6条}
 * (an entry), {@code 上一条} (the one told last), {@code [a、b]} or <code>{field=value}</code>.
 */
final class RuleTable {
    private static final Path FOLDER = Path.of("src/test/resources/rules");
    private static final Pattern DAY = Pattern.compile("(\\d+)天(后|前)");
    private static final Pattern ENTRY = Pattern.compile("第(\\d+)条");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final List<Map<String, String>> WORDS = words();
    private static final Map<String, String> WHO = WORDS.get(0);
    private static final Map<String, String> FIELDS = WORDS.get(1);
    private static final Map<String, String> VALUES = WORDS.get(2);
    private static final Map<String, String> WHAT = kinds();
    /** What the pages say, for words that the tables do not explain. */
    private static final JsonNode PAGES = pages();

    /** @param refused null: it enters the ledger */
    record Line(String about, List<String> before, String now, Refusal.Code refused) {
        @Override
        public String toString() {
            return about + " → " + (refused == null ? "可以" : refused);
        }
    }

    private final String sentence;
    private final long last;
    private int at;

    private RuleTable(String sentence, long last) {
        this.sentence = sentence;
        this.last = last;
    }

    static Stream<Line> lines() {
        return tables().filter(row -> row.length == 6).map(RuleTable::line);
    }

    private static Stream<String[]> tables() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !file.endsWith("words.md")).sorted().flatMap(RuleTable::rows).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tables' heads name the kinds, and who may tell them. */
    private static Map<String, String> kinds() {
        return tables().filter(row -> row.length == 4).collect(toMap(row -> row[1], row -> row[2]));
    }

    private static JsonNode pages() {
        try {
            return Json.read(Files.readString(Path.of("webroot/text/zh.json")), JsonNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The code of a word that the pages have under this prefix. */
    private static Optional<String> onPages(String prefix, String word) {
        return PAGES.properties().stream()
                .filter(text -> text.getKey().startsWith(prefix)
                        && text.getValue().asText().equals(word))
                .map(text -> text.getKey().substring(prefix.length()))
                .findFirst();
    }

    private static Line line(String[] row) {
        String refused = row[5].replace("不可以 ", "");
        return new Line(
                row[1] + " (" + row[2] + ")",
                row[3].isEmpty() ? List.of() : List.of(row[3].split("<br>")),
                row[4],
                refused.equals("可以")
                        ? null
                        : Refusal.Code.valueOf(refused.replace('-', '_').toUpperCase(Locale.ROOT)));
    }

    /** The cells of the lines of a file's tables, without their heads; the first one is empty. */
    private static Stream<String[]> rows(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(text -> text.startsWith("| ")
                            && !text.startsWith("| 情形")
                            && !text.startsWith("| 谁可以说")
                            && !text.startsWith("| 词"))
                    .map(text -> Arrays.stream(text.split("\\|"))
                            .map(cell -> cell.strip().replace("`", ""))
                            .toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tables of the words in their order, each from the word to the code. */
    private static List<Map<String, String>> words() {
        try {
            return Arrays.stream(Files.readString(FOLDER.resolve("words.md")).split("\n## "))
                    .skip(1)
                    .map(part -> {
                        Map<String, String> words = new HashMap<>();
                        part.lines().filter(text -> text.contains("`")).forEach(text -> {
                            String[] cells = text.split("\\|");
                            words.put(cells[1].strip(), cells[2].strip().replace("`", ""));
                        });
                        return words;
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String who(String sentence) {
        return known(WHO, sentence.substring(0, sentence.indexOf('：')));
    }

    /** @param last the seq of the entry told last before */
    static Update update(String sentence, long last) {
        String[] said = sentence.substring(sentence.indexOf('：') + 1).split("（", 2);
        String fields = said.length < 2 ? "" : "," + new RuleTable(said[1], last).fields('）');
        return Town.read("{\"kind\":\"" + known(WHAT, said[0]) + "\"" + fields + "}");
    }

    private static String known(Map<String, String> words, String word) {
        if (!words.containsKey(word)) {
            throw new IllegalArgumentException(word + " is not in words.md");
        }
        return words.get(word);
    }

    private String fields(char end) {
        StringBuilder all = new StringBuilder();
        do {
            int equals = sentence.indexOf('=', at);
            String said = sentence.substring(at, equals);
            String field = FIELDS.containsKey(said)
                    ? FIELDS.get(said)
                    : onPages("field.", said).orElseGet(() -> known(FIELDS, said));
            at = equals + 1;
            all.append(all.isEmpty() ? "" : ",").append(text(field)).append(':').append(value(field));
        } while (sentence.charAt(at++) != end);
        return all.toString();
    }

    private String value(String field) {
        char first = sentence.charAt(at);
        if (first == '{') {
            at++;
            return "{" + fields('}') + "}";
        }
        if (first == '[') {
            return "[" + list(field) + "]";
        }
        int begin = at;
        while ("，、）}]".indexOf(sentence.charAt(at)) < 0) {
            at++;
        }
        return word(field, sentence.substring(begin, at));
    }

    private String list(String field) {
        Stream.Builder<String> all = Stream.builder();
        do {
            at++;
            if (sentence.charAt(at) != ']') {
                all.add(value(field));
            }
        } while (sentence.charAt(at) != ']');
        at++;
        return all.build().collect(joining(","));
    }

    private String word(String field, String word) {
        Matcher day = DAY.matcher(word);
        Matcher entry = ENTRY.matcher(word);
        if (day.matches()) {
            return text("@" + (day.group(2).equals("前") ? "-" : "") + day.group(1));
        }
        if (entry.matches()) {
            return entry.group(1);
        }
        return switch (word) {
            case "今天" -> text("@0");
            case "上一条" -> Long.toString(last);
            case "是" -> "true";
            case "否" -> "false";
            default ->
                NUMBER.matcher(word).matches()
                        ? word
                        : text(
                                VALUES.containsKey(word)
                                        ? VALUES.get(word)
                                        : onPages(field + ".", word).orElse(word));
        };
    }

    private static String text(String text) {
        return TextNode.valueOf(text).toString();
    }
}
