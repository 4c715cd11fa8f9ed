package io.guatu.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guatu.domain.Listing;
import io.guatu.domain.Stage;
import io.guatu.domain.Tier;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What headings mean, and the words of sectors and stages: a table of our own ({@code headings.json}), and before it what this
 * town's office has said. A heading counts without its brackets, year, month and blanks.
 */
final class Headings {
    /** A column that the office does not want. */
    static final String NOTHING = "-";

    private static final Pattern BRACKETS = Pattern.compile("[(\\[【〔（][^)\\]】〕）]*[)\\]】〕）]");
    private static final Pattern YEAR = Pattern.compile("(20\\d{2})年?度?底?");
    private static final Pattern YEARS = Pattern.compile("20\\d{2}年?[-—–~至到、]+(?:20)?\\d{2}年");
    /** The end of a year that is over, not that of what is summed. */
    private static final Pattern ENDED = Pattern.compile("20\\d{2}年?底");

    private static final Pattern MONTHS =
            Pattern.compile("(?:1|一)[-—~至](?:\\d{1,2}|[一二三四五六七八九十]{1,2})月份?|截至?\\d{1,2}月(?:份|底)?");
    private static final Pattern MONTH = Pattern.compile("(\\d{1,2})月份?");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** Last: it is read with what stands above. */
    private static final Table SHIPPED = Table.read();

    private final Map<String, String> learned;

    /** @param learned what the office has said: heading as {@link #core} has it → a field, or {@link #NOTHING} */
    Headings(Map<String, String> learned) {
        this.learned = learned;
    }

    /**
     * What one heading says.
     *
     * @param field null: we do not know it
     * @param known whether it is known, be it that the column is not wanted
     * @param year that it names; null: none
     * @param month that it names, 1–12; null: none
     */
    record Meaning(Field field, boolean known, Integer year, Integer month) {}

    Meaning of(String heading) {
        String text = Cell.plain(heading);
        Integer year = number(YEAR.matcher(BRACKETS.matcher(text).replaceAll("")));
        String core = core(heading);
        String said = learned.get(core);
        if (said != null) {
            return new Meaning(Field.of(said).orElse(null), true, year, month(text));
        }
        Field field = SHIPPED.headings.get(core);
        if (field == Field.YEAR_TO_DATE && ENDED.matcher(text).find()) {
            field = Field.BEFORE; // 2025年底累计完成投资
        }
        boolean ofMonth = month(text) != null;
        if (ofMonth && core.startsWith("完成") && (field == null || field == Field.YEAR_TO_DATE)) {
            field = Field.COMPLETED; // 3月完成投资
        }
        if (field == Field.PLANNED && (ofMonth || several(text))) {
            field = null; // 3月计划投资, 2026-2028年计划投资: of no year
        }
        if (field == null && year != null && core.equals("计划")) {
            field = Field.PLANNED; // 2026年计划
        }
        return new Meaning(field, field != null, year, month(text));
    }

    /** A heading as it is compared. */
    static String core(String heading) {
        String bare = BRACKETS.matcher(Cell.plain(heading)).replaceAll("");
        String timeless = MONTH.matcher(
                        MONTHS.matcher(YEAR.matcher(bare).replaceAll("")).replaceAll("累计"))
                .replaceAll("");
        String core = SIGNS.matcher(timeless).replaceAll("").toLowerCase(Locale.ROOT);
        return core.isEmpty() ? SIGNS.matcher(bare).replaceAll("") : core;
    }

    /** The sector whose words stand in the text; empty when none do, or those of several. */
    static Optional<String> sector(String text) {
        return one(SHIPPED.sectors, Cell.plain(text));
    }

    static Optional<Stage> stage(String text) {
        String plain = BRACKETS.matcher(Cell.plain(text)).replaceAll("");
        return Optional.ofNullable(SHIPPED.stages.get(plain));
    }

    /** 管理级别. */
    static Optional<Tier> tier(String text) {
        return Optional.ofNullable(SHIPPED.tiers.get(Cell.plain(text)));
    }

    /** 入库状态. */
    static Optional<Listing> listed(String text) {
        return Optional.ofNullable(SHIPPED.listings.get(Cell.plain(text)));
    }

    private static Optional<String> one(Map<String, String> words, String text) {
        String found = null;
        for (Map.Entry<String, String> word : words.entrySet()) {
            if (text.contains(word.getKey())) {
                if (found != null && !found.equals(word.getValue())) {
                    return Optional.empty();
                }
                found = word.getValue();
            }
        }
        return Optional.ofNullable(found);
    }

    /** 2026-2028年. */
    private static boolean several(String text) {
        return YEARS.matcher(text).find();
    }

    private static Integer month(String text) {
        if (MONTHS.matcher(text).find()) {
            return null;
        }
        Integer month = number(MONTH.matcher(text));
        return month == null || month < 1 || month > 12 ? null : month;
    }

    private static Integer number(Matcher matcher) {
        return matcher.find() ? Integer.valueOf(matcher.group(1)) : null;
    }

    private record Table(
            Map<String, Field> headings,
            Map<String, String> sectors,
            Map<String, Stage> stages,
            Map<String, Tier> tiers,
            Map<String, Listing> listings) {
        static Table read() {
            try (InputStream json = Headings.class.getResourceAsStream("/headings.json")) {
                JsonNode tree = new ObjectMapper().readTree(json);
                Map<String, Field> headings = new HashMap<>();
                turned(tree.path("headings"))
                        .forEach((word, name) ->
                                headings.put(core(word), Field.of(name).orElseThrow()));
                return new Table(
                        headings,
                        turned(tree.path("sectors")),
                        named(tree.path("stages"), Stage.class),
                        named(tree.path("tiers"), Tier.class),
                        named(tree.path("listings"), Listing.class));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static <E extends Enum<E>> Map<String, E> named(JsonNode table, Class<E> values) {
            Map<String, E> named = new HashMap<>();
            turned(table)
                    .forEach((word, name) -> named.put(
                            word,
                            Enum.valueOf(values, name.toUpperCase(Locale.ROOT).replace('-', '_'))));
            return named;
        }

        /** word → what it stands for */
        private static Map<String, String> turned(JsonNode table) {
            Map<String, String> turned = new LinkedHashMap<>();
            table.properties()
                    .forEach(each -> each.getValue().forEach(word -> turned.put(word.textValue(), each.getKey())));
            return turned;
        }
    }
}
