package io.guatu.message;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day that a message names, and where.
 *
 * @param date as it is meant beside today; null: of a day without a year nobody knows yet which
 * @param unknown the day of a year that is not named; null: the year is known
 */
record Day(String written, int from, int to, LocalDate date, MonthDay unknown) {
    private static final Pattern WRITTEN = Pattern.compile(
            "(?:(?<y>20\\d{2})[-./年])?(?<m>\\d{1,2})[-./月](?:份)?(?:(?<d>\\d{1,2})[日号]?|(?<part>上旬|中旬|下旬|底|末|初))"
                    + "|(?<word>下月底|本月底|月底|年底|年末|后天|明天|今天|今日|昨天|前天)");

    /** All that stand in a text, in their order. What is no day (2月30日) is not among them. */
    static List<Day> in(String text, LocalDate today) {
        List<Day> days = new ArrayList<>();
        for (Matcher match = WRITTEN.matcher(text); match.find(); ) {
            try {
                Day day = match.group("word") == null ? dated(match) : worded(match, today);
                if (day != null) {
                    days.add(day);
                }
            } catch (DateTimeException e) {
                continue; // no such day
            }
        }
        return days;
    }

    /** As something that will be: the next one, where the year is not named. */
    LocalDate coming(LocalDate today) {
        if (date != null) {
            return date;
        }
        LocalDate thisYear = unknown.atYear(today.getYear());
        return thisYear.isBefore(today) ? unknown.atYear(today.getYear() + 1) : thisYear;
    }

    /** As something that was: the last one, where the year is not named. */
    LocalDate gone(LocalDate today) {
        if (date != null) {
            return date;
        }
        LocalDate thisYear = unknown.atYear(today.getYear());
        return thisYear.isAfter(today) ? unknown.atYear(today.getYear() - 1) : thisYear;
    }

    private static Day dated(Matcher match) {
        // 1.5 公里 is no fifth of January: without a year and without 月 a number is a number.
        boolean plain = match.group("y") == null && match.group().indexOf('月') < 0;
        if (plain) {
            return null;
        }
        int month = Integer.parseInt(match.group("m"));
        int day = match.group("d") == null
                ? last(match.group("part"), month, match.group("y"))
                : Integer.parseInt(match.group("d"));
        MonthDay known = MonthDay.of(month, day);
        return match.group("y") == null
                ? new Day(match.group(), match.start(), match.end(), null, known)
                : new Day(
                        match.group(),
                        match.start(),
                        match.end(),
                        LocalDate.of(Integer.parseInt(match.group("y")), month, day),
                        null);
    }

    private static int last(String part, int month, String year) {
        return switch (part) {
            case "上旬", "初" -> 10;
            case "中旬" -> 20;
            default ->
                YearMonth.of(year == null ? 2001 : Integer.parseInt(year), month)
                        .lengthOfMonth();
        };
    }

    private static Day worded(Matcher match, LocalDate today) {
        LocalDate day =
                switch (match.group("word")) {
                    case "下月底" -> YearMonth.from(today).plusMonths(1).atEndOfMonth();
                    case "本月底", "月底" -> YearMonth.from(today).atEndOfMonth();
                    case "年底", "年末" -> LocalDate.of(today.getYear(), 12, 31);
                    case "后天" -> today.plusDays(2);
                    case "明天" -> today.plusDays(1);
                    case "昨天" -> today.minusDays(1);
                    case "前天" -> today.minusDays(2);
                    default -> today;
                };
        return new Day(match.group(), match.start(), match.end(), day, null);
    }
}
