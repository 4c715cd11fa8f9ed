package io.guatu.message;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a sentence says of the end of something, clause by clause: that it is reached, or the day by which it will be; and the day
 * of which it speaks.
 *
 * @param reached whether it says that all is done
 * @param forecast the day by which it will be; null: it names none
 * @param asOf the day of which it speaks; null: it names none
 */
record Ending(boolean reached, LocalDate forecast, LocalDate asOf) {
    private static final Pattern CLAUSES = Pattern.compile("[^，,、：: ()（）]+");
    private static final Pattern WILL =
            Pattern.compile("预计|计划|力争|争取|确保|拟|将|目标|可(?![研行])|(?<![主重])要|前(?:完成|竣工|通车|建成|完工)?$");
    private static final String ENDS = "(?:完成|完工|竣工|完毕|通车|封顶|建成|投产|投用|投入使用|交付|收尾|贯通|合龙|通过验收)";
    private static final Pattern END = Pattern.compile(ENDS);

    /** What is planned no longer, or is no end. */
    private static final Pattern NO_END = Pattern.compile("原[计定本]|[开动复停]工|开始|启动|进场|招标|[开评]标|[未没不][^，,]{0,4}" + ENDS);

    private static final Pattern NOT = Pattern.compile("[未没不][^，,]{0,4}" + ENDS);

    /** At the end of its clause: 已完成 of something else (200 米, 招标) is not all. */
    private static final Pattern REACHED =
            Pattern.compile("(?:已经?(?:全部|全面|顺利)?|全部|全面|施工|摊铺|浇筑|安装)" + ENDS + "了?[!！~。]*$|已验收了?[!！~。]*$");

    private static final Pattern DAY_REACHED = Pattern.compile(ENDS + "了?[!！~。]*$");

    /** Beside which day something is measured is not the day of which it speaks. */
    private static final Pattern COMPARED = Pattern.compile("(?:较|比|同比|环比|自|从)$");

    private static final Pattern UNTIL = Pattern.compile("截[至止到]+$");

    /** What was said to be planned for a day that is hardly gone is not meant for the next year. */
    private static final int MOST_MONTHS_AHEAD = 11;

    /** @param unread where days and words that were found and not used are added */
    static Ending of(String sentence, LocalDate today, List<String> unread) {
        List<Day> days = Day.in(sentence, today);
        boolean reached = false;
        LocalDate forecast = null;
        LocalDate asOf = null;
        for (Matcher clause = CLAUSES.matcher(sentence); clause.find(); ) {
            String said = clause.group();
            boolean ended = !WILL.matcher(said).find() && !NO_END.matcher(said).find();
            boolean done = ended && REACHED.matcher(said).find();
            for (Day day : days) {
                if (day.from() < clause.start() || day.from() >= clause.end()) {
                    continue;
                }
                String before = sentence.substring(clause.start(), day.from());
                String behind = sentence.substring(Math.min(day.to(), clause.end()), clause.end());
                LocalDate near = day.near(today);
                LocalDate will = UNTIL.matcher(before).find() ? null : will(said, behind, day, today);
                if (will != null && forecast == null) {
                    forecast = will;
                } else if (will == null
                        && !WILL.matcher(said).find()
                        && asOf == null
                        && !COMPARED.matcher(before).find()
                        && !near.isAfter(today)) {
                    asOf = near;
                    done |= ended
                            && !Share.in(said)
                            && DAY_REACHED.matcher(said).find();
                } else {
                    unread.add(day.written());
                }
            }
            reached |= done;
            if (ended
                    && !done
                    && !Share.in(said)
                    && !Share.vague(said)
                    && DAY_REACHED.matcher(said).find()
                    && forecast == null) {
                END.matcher(said).results().map(MatchResult::group).forEach(unread::add);
            }
        }
        unread.addAll(Day.vague(sentence));
        return new Ending(reached && !NOT.matcher(sentence).find(), forecast, asOf);
    }

    /** The day by which a clause says that all will be done; null: it does not say so, or only of a part. */
    private static LocalDate will(String clause, String behind, Day day, LocalDate today) {
        boolean will = WILL.matcher(clause).find();
        if (Share.in(behind) || NO_END.matcher(clause).find()) {
            return null;
        }
        if (!will) {
            return day.near(today).isAfter(today) && END.matcher(clause).find() ? day.near(today) : null;
        }
        LocalDate coming = day.coming(today);
        boolean gone =
                day.date() == null ? coming.isAfter(today.plusMonths(MOST_MONTHS_AHEAD)) : coming.isBefore(today);
        return gone ? null : coming;
    }
}
