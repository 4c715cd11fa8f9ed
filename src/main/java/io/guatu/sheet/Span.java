package io.guatu.sheet;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days as lists write them: a day, a month, a year, or from one to another; {@code first} and {@code last} inclusive. What may
 * be read in two ways is not read.
 */
record Span(LocalDate first, LocalDate last) {
    private static final String YEAR = "(?<y>(?:19|20)\\d{2})";
    private static final String SIGN = "[-./年。·]";
    private static final List<Pattern> DAYS = List.of(
            Pattern.compile(YEAR + SIGN + "(?<m>\\d{1,2})[-./月。·](?<d>\\d{1,2})(?:[日号](?:之?前|以前)?)?"),
            Pattern.compile(YEAR + "(?<m>\\d{2})(?<d>\\d{2})"));
    private static final List<Pattern> MONTHS = List.of(
            Pattern.compile(YEAR + SIGN + "(?<m>\\d{1,2})(?:月份?)?"), Pattern.compile(YEAR + "(?<m>0[1-9]|1[0-2])"));
    private static final Pattern PART_OF_MONTH =
            Pattern.compile(YEAR + SIGN + "(?<m>\\d{1,2})月(?:份)?(?<part>上旬|中旬|下旬|初|中|底|末)(?:之?前|以前)?");
    private static final Pattern WHOLE_YEAR = Pattern.compile(YEAR + "(?:年度?|年内)?");
    private static final Pattern PART_OF_YEAR =
            Pattern.compile(YEAR + "年?度?(?<part>年?初|年?底|年末|末|上半年|下半年|第?[一二三四1234]季度)(?<end>末|底)?(?:之?前|以前)?");
    private static final Pattern QUARTER = Pattern.compile(YEAR + "(?:年|[-./])?[Qq](?<part>[1-4])");
    /** A day may stand with its hour and its day of the week: neither says anything of it. */
    private static final Pattern HOUR =
            Pattern.compile("(?<=\\d|日|号)(?:T|\\s)\\s*\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?Z?\\s*$");

    private static final Pattern WEEKDAY = Pattern.compile("[(（]?(?:星期|周)[一二三四五六日天][)）]?$");
    /** 2026年3月开工，2027年6月竣工. */
    private static final Pattern BEGUN_AND_DONE =
            Pattern.compile("(?<begins>[^,，;；、]+?)(?:开工|动工|开始)[,，;；、]?(?<ends>[^,，;；、]+?)(?:竣工|完工|建成|完成|结束)");

    private static final Pattern SEPARATOR = Pattern.compile("起?至|到|~|—+|–+|-{1,2}");
    private static final Pattern IN_SAME_YEAR =
            Pattern.compile("(\\d{1,2})月(.*)|年?底|年末|下半年|第?[一二三四1234]季度[末底]?|[Qq][1-4]");

    static Optional<Span> read(String written) {
        String hourless = HOUR.matcher(
                        Normalizer.normalize(written, Normalizer.Form.NFKC).strip())
                .replaceFirst("");
        String text = Numerals.asDigits(
                WEEKDAY.matcher(Cell.plain(hourless)).replaceFirst("").replaceFirst("^[自从](?=\\d)", ""));
        try {
            return single(text).or(() -> begunAndDone(text)).or(() -> between(text));
        } catch (DateTimeException e) {
            return Optional.empty(); // the 31st of April
        }
    }

    /** The day itself, where it is one. */
    Optional<LocalDate> day() {
        return first.equals(last) ? Optional.of(first) : Optional.empty();
    }

    private static Optional<Span> single(String text) {
        for (Pattern shape : DAYS) {
            Matcher day = shape.matcher(text);
            if (day.matches()) {
                LocalDate date = LocalDate.of(number(day, "y"), number(day, "m"), number(day, "d"));
                return Optional.of(new Span(date, date));
            }
        }
        for (Pattern shape : MONTHS) {
            Matcher month = shape.matcher(text);
            if (month.matches()) {
                return Optional.of(of(YearMonth.of(number(month, "y"), number(month, "m"))));
            }
        }
        Matcher year = WHOLE_YEAR.matcher(text);
        if (year.matches()) {
            return Optional.of(of(Year.of(number(year, "y"))));
        }
        Matcher month = PART_OF_MONTH.matcher(text);
        if (month.matches()) {
            return Optional.of(part(YearMonth.of(number(month, "y"), number(month, "m")), month.group("part")));
        }
        Matcher quarter = QUARTER.matcher(text);
        if (quarter.matches()) {
            return Optional.of(quarter(Year.of(number(quarter, "y")), quarter.group("part")));
        }
        Matcher part = PART_OF_YEAR.matcher(text);
        if (!part.matches()) {
            return Optional.empty();
        }
        Span span = part(Year.of(number(part, "y")), part.group("part").replaceFirst("^年(?=[初底末])", ""));
        // Of a quarter's end its last month.
        return Optional.of(part.group("end") == null ? span : of(YearMonth.from(span.last())));
    }

    private static Optional<Span> begunAndDone(String text) {
        Matcher both = BEGUN_AND_DONE.matcher(text);
        if (!both.matches()) {
            return Optional.empty();
        }
        return single(both.group("begins")).flatMap(begins -> end(both.group("ends"), begins)
                .filter(ends -> !ends.last().isBefore(begins.first()))
                .map(ends -> new Span(begins.first(), ends.last())));
    }

    /** At each place where it may be cut; one only may make sense. */
    private static Optional<Span> between(String text) {
        Span found = null;
        for (int at = 1; at < text.length() - 1; at++) {
            String sign = separator(text, at);
            if (sign.isEmpty()) {
                continue;
            }
            Optional<Span> left = single(text.substring(0, at));
            String rest = text.substring(at + sign.length());
            Optional<Span> right = left.flatMap(begin -> end(rest, begin));
            if (right.isEmpty() || right.get().last().isBefore(left.get().first())) {
                continue;
            }
            Span span = new Span(left.get().first(), right.get().last());
            if (found != null && !found.equals(span)) {
                return Optional.empty();
            }
            found = span;
        }
        return Optional.ofNullable(found);
    }

    private static String separator(String text, int at) {
        Matcher sign = SEPARATOR.matcher(text).region(at, text.length());
        return sign.lookingAt() ? sign.group() : "";
    }

    /** The second one may go without its year: 2026年3月—12月. */
    private static Optional<Span> end(String text, Span begin) {
        return single(text)
                .or(() -> IN_SAME_YEAR.matcher(text).matches()
                        ? single(begin.first().getYear() + "年" + text)
                        : Optional.empty());
    }

    private static Span of(YearMonth month) {
        return new Span(month.atDay(1), month.atEndOfMonth());
    }

    private static Span of(Year year) {
        return new Span(year.atDay(1), year.atMonth(12).atEndOfMonth());
    }

    private static Span part(YearMonth month, String part) {
        return switch (part) {
            case "上旬", "初" -> new Span(month.atDay(1), month.atDay(10));
            case "中旬", "中" -> new Span(month.atDay(11), month.atDay(20));
            default -> new Span(month.atDay(21), month.atEndOfMonth());
        };
    }

    private static Span part(Year year, String part) {
        return switch (part) {
            case "初" -> of(year.atMonth(1));
            case "底", "末" -> of(year.atMonth(12));
            case "上半年" -> new Span(year.atDay(1), year.atMonth(6).atEndOfMonth());
            case "下半年" -> new Span(year.atMonth(7).atDay(1), year.atMonth(12).atEndOfMonth());
            default -> quarter(year, part.replaceAll("[第季度]", ""));
        };
    }

    private static Span quarter(Year year, String number) {
        int quarter = Math.max("一二三四".indexOf(number), "1234".indexOf(number));
        return new Span(
                year.atMonth(quarter * 3 + 1).atDay(1),
                year.atMonth(quarter * 3 + 3).atEndOfMonth());
    }

    private static int number(Matcher match, String group) {
        return Integer.parseInt(match.group(group));
    }
}
