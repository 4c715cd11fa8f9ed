package io.guatu.message;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day that a message names, and where.
 *
 * @param date as it is meant beside today; null: of a day without a year nobody knows yet which
 * @param unknown the day of a year that is not named; null: the year is known
 */
record Day(String written, int from, int to, LocalDate date, MonthDay unknown) {
    static final Pattern WRITTEN = Pattern.compile(
            "(?:(?<y>20\\d{2})[-./年]|(?<near>今年|明年|去年))?(?<m>\\d{1,2})(?<sign>[-./月])(?:份)?(?:(?<d>\\d{1,2})[日号]?|(?<part>上旬|中旬|下旬|底|末|初))"
                    + "|(?<month>下个?月|本月|这个月|上个?月)(?:(?<day>\\d{1,2})[日号]|(?<of>上旬|中旬|下旬|底|末|初))"
                    + "|(?<week>下周|下星期|本周|这周|上周|上星期|周|星期)(?<on>[一二三四五六日天末])"
                    + "|(?<after>\\d{1,3})天(?:之?后|内|以内)|(?<weeks>\\d{1,2})(?:周|个星期)(?:之?后|内|以内)"
                    + "|(?<![\\d月])(?<only>\\d{1,2})[日号](?:(?<=截[至止到]\\d{1,2}[日号])|(?=之?前|以前|左右|[完竣通建封全交投,，)）]|$))"
                    + "|(?<word>月底|[今明]年年?底|年底|年末|大后天|后天|明天|今天|今日|昨天|昨日|前天|元旦|五一|国庆)");

    /** A number before such a word or sign counts something: 1.5 公里 is no fifth of January. */
    private static final Pattern COUNTS = Pattern.compile(
            "^(?:[\\d.]| ?(?:%|个|公里|千米|米|k|m|K|M|亿|万|吨|亩|平方|立方|方|户|台|套|根|座|栋|层|㎡|m²|元|小时|天|日|月|年|周|人|次|倍))");

    /** Before what is a day for sure, though it is written as a number may be: 预计12.20. */
    private static final Pattern LEADS = Pattern.compile("(?:预计|计划|力争|争取|确保|拟|目标|截至|截止|于|至|到)[^，,：:\\d]{0,6}$");

    /** When, but not which day: what is said so has to be typed. */
    private static final Pattern VAGUE =
            Pattern.compile("春节|过年|中秋|端午|清明|近期|近日|年中|年前|[一二三四1-4]季度|上半年|下半年|汛期|月内|年内|[两几]个?[天周月]|\\d{1,2}个月"
                    + "|(?:20\\d{2}年|[今明]年)?\\d{1,2}月份?(?![\\d底末初上中下份])|下个?月(?![\\d底初末上中下份])|下周(?![一二三四五六日天末])|明年(?![\\d年底初末上下])"
                    + "|(?:延期|延后|延误|推迟|滞后|顺延|提前)[^，,\\d]{0,3}\\d{1,3}天");

    private static final String WEEK = "一二三四五六日";

    /** What says when, and no day. */
    static List<String> vague(String text) {
        return VAGUE.matcher(text).results().map(MatchResult::group).toList();
    }

    /** All that stand in a text, in their order. What is no day (2月30日) is not among them. */
    static List<Day> in(String text, LocalDate today) {
        List<Day> days = new ArrayList<>();
        for (Matcher match = WRITTEN.matcher(text); match.find(); ) {
            try {
                Day day = match.group("m") != null
                        ? dated(match, text, today)
                        : match.group("only") != null ? ofMonth(match, text, today) : worded(match, today);
                if (day != null) {
                    days.add(day);
                }
            } catch (DateTimeException e) {
                continue; // no such day
            }
        }
        return days;
    }

    /** The one that is nearest to today, where the year is not named. */
    LocalDate near(LocalDate today) {
        LocalDate coming = coming(today);
        LocalDate gone = gone(today);
        return DAYS.between(gone, today) < DAYS.between(today, coming) ? gone : coming;
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

    private static Day dated(Matcher match, String text, LocalDate today) {
        // Without a year and without 月 a number is a number, unless it is said to be a day.
        boolean plain = match.group("y") == null && !match.group("sign").equals("月");
        if (plain
                && (match.group("d") == null
                        || match.group("sign").equals("/")
                        || COUNTS.matcher(text.substring(match.end())).find()
                        || !LEADS.matcher(text.substring(0, match.start())).find())) {
            return null;
        }
        String near = match.group("near");
        Integer year = match.group("y") != null
                ? Integer.valueOf(match.group("y"))
                : near == null ? null : (Integer) (today.getYear() + "去今明".indexOf(near.charAt(0)) - 1);
        int month = Integer.parseInt(match.group("m"));
        int day =
                match.group("d") == null ? last(match.group("part"), month, year) : Integer.parseInt(match.group("d"));
        MonthDay known = MonthDay.of(month, day);
        return year == null
                ? new Day(match.group(), match.start(), match.end(), null, known)
                : said(match, LocalDate.of(year, month, day));
    }

    /** 预计20日: the next one; 截至20日: the last one. */
    private static Day ofMonth(Matcher match, String text, LocalDate today) {
        String before = text.substring(0, match.start());
        if (!LEADS.matcher(before).find()) {
            return null; // the number of a building
        }
        LocalDate day = today.withDayOfMonth(Integer.parseInt(match.group("only")));
        boolean gone = before.matches(".*截[至止到]+$");
        return said(
                match,
                gone && day.isAfter(today)
                        ? day.minusMonths(1)
                        : !gone && day.isBefore(today) ? day.plusMonths(1) : day);
    }

    private static Day said(Matcher match, LocalDate date) {
        return new Day(match.group(), match.start(), match.end(), date, null);
    }

    private static int last(String part, int month, Integer year) {
        return switch (part) {
            case "上旬", "初" -> 10;
            case "中旬" -> 20;
            default -> YearMonth.of(year == null ? 2001 : year, month).lengthOfMonth();
        };
    }

    private static Day worded(Matcher match, LocalDate today) {
        if (match.group("month") != null) {
            YearMonth month = YearMonth.from(today)
                    .plusMonths(
                            switch (match.group("month").charAt(0)) {
                                case '下' -> 1;
                                case '上' -> -1;
                                default -> 0;
                            });
            int day = match.group("day") == null
                    ? last(match.group("of"), month.getMonthValue(), month.getYear())
                    : Integer.parseInt(match.group("day"));
            return said(match, month.atDay(day));
        }
        if (match.group("week") != null) {
            LocalDate monday = today.with(DayOfWeek.MONDAY)
                    .plusWeeks(
                            switch (match.group("week").charAt(0)) {
                                case '下' -> 1;
                                case '上' -> -1;
                                default -> 0;
                            });
            return said(match, monday.plusDays(Math.floorMod(WEEK.indexOf(match.group("on")), 7)));
        }
        if (match.group("after") != null) {
            return said(match, today.plusDays(Integer.parseInt(match.group("after"))));
        }
        if (match.group("weeks") != null) {
            return said(match, today.plusWeeks(Integer.parseInt(match.group("weeks"))));
        }
        return said(
                match,
                switch (match.group("word")) {
                    case "月底" -> YearMonth.from(today).atEndOfMonth();
                    case "年底", "今年底", "今年年底", "年末" -> LocalDate.of(today.getYear(), 12, 31);
                    case "明年底", "明年年底" -> LocalDate.of(today.getYear() + 1, 12, 31);
                    case "大后天" -> today.plusDays(3);
                    case "后天" -> today.plusDays(2);
                    case "明天" -> today.plusDays(1);
                    case "昨天", "昨日" -> today.minusDays(1);
                    case "前天" -> today.minusDays(2);
                    case "元旦" -> next(MonthDay.of(1, 1), today);
                    case "五一" -> next(MonthDay.of(5, 1), today);
                    case "国庆" -> next(MonthDay.of(10, 1), today);
                    default -> today;
                });
    }

    private static LocalDate next(MonthDay day, LocalDate today) {
        LocalDate thisYear = day.atYear(today.getYear());
        return thisYear.isBefore(today) ? thisYear.plusYears(1) : thisYear;
    }
}
