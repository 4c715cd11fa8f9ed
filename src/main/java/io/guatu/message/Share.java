package io.guatu.message;

import io.guatu.domain.Percent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far a sentence says that something is: 62%, 六成, 百分之六十二, 一半, 由55%提高到62%, 全部完成. */
final class Share {
    private static final String ONES = "一二三四五六七八九";

    /** A number in signs of one percent, or in words: 四成五, 百分之六十二, 一半. */
    private static final Pattern SAID = Pattern.compile("(?<n>\\d{1,3}(?:\\.\\d{1,2})?)%|(?<!过)(?<half>一半)"
            + "|(?<t>[一二三四五六七八九])成(?<h>[一二三四五六七八九半])?(?![立功效绩果套品本])|百分之(?<w>[一二三四五六七八九十百]{1,4})"
            + "|(?<under>[二三四五六七八九十])分之(?<over>[一二三四五六七八九])");

    /** A share, or a day: 2/3. */
    private static final Pattern EITHER = Pattern.compile("(?<![\\d.])\\d{1,2}/\\d{1,2}(?![\\d.])");

    /** Only what it comes to is of the whole: 由55%提高到62%, 55%→62%. */
    private static final Pattern TURN =
            Pattern.compile("\\d{1,3}(?:\\.\\d{1,2})?% ?(?:[提上增]?[高升加长至]?了?[到至]|→|-+>|—+|~|-) ?(?=\\d)");

    /** How much more than before, or how much there should be, is no percentage of the whole. */
    private static final Pattern ELSE = Pattern.compile(
            "(?:增加|增长|提高|提升|上升|新增|较[^，,]*|环比|同比|每[^，,]*|本[周月日旬][^，,累]*|当[月日][^，,累]*|序时[^，,]*|计划(?:进度|完成|达到?)?|目标[^，,]*|应完成|(?:力争|争取|确保|预计|拟)[^，,；。%]{0,12}|占[^，,]*|权重|剩余?|还[剩差有])[了约为：:]*$");

    private static final Pattern SUM = Pattern.compile("(?:累计|总体|总进度|合计)[^，,；。]{0,8}$");

    private static final Pattern FINISHED =
            Pattern.compile("(?<!未|没|没有|尚未|即将|将|待)(?:全部完成|已完成|已经完成|已全部完成|已完工|已经完工|全部完工|已竣工|施工完毕|已通车|已封顶|已验收)");

    private Share() {}

    /**
     * @param unread where what was found and not used is added
     * @return one that is of the whole; null: it says none, or several, of which nobody knows which
     */
    static Percent of(String sentence, List<String> unread) {
        String said = TURN.matcher(sentence).replaceAll("");
        EITHER.matcher(said).results().map(MatchResult::group).forEach(unread::add);
        List<Said> found = new ArrayList<>();
        for (Matcher match = SAID.matcher(said); match.find(); ) {
            String before = said.substring(0, match.start());
            BigDecimal value = value(match);
            if (value.compareTo(BigDecimal.valueOf(100)) > 0
                    || ELSE.matcher(before).find()) {
                unread.add(match.group());
            } else {
                found.add(new Said(match.group(), value, SUM.matcher(before).find()));
            }
        }
        List<Said> sums = found.stream().filter(Said::sum).toList();
        List<Said> meant = sums.isEmpty() ? found : sums;
        if (meant.stream().map(Said::value).distinct().count() == 1) {
            found.stream()
                    .filter(each -> !meant.contains(each))
                    .map(Said::written)
                    .forEach(unread::add);
            return Percent.of(meant.get(0).value());
        }
        found.stream().map(Said::written).forEach(unread::add);
        return found.isEmpty() && FINISHED.matcher(sentence).find() ? Percent.FULL : null;
    }

    /** @param sum whether it is called the whole of what was done */
    private record Said(String written, BigDecimal value, boolean sum) {}

    private static BigDecimal value(Matcher match) {
        if (match.group("n") != null) {
            return new BigDecimal(match.group("n"));
        }
        if (match.group("half") != null) {
            return BigDecimal.valueOf(50);
        }
        if (match.group("t") != null) {
            String more = match.group("h");
            int ones = more == null ? 0 : more.equals("半") ? 5 : digit(more);
            return BigDecimal.valueOf(digit(match.group("t")) * 10L + ones);
        }
        if (match.group("under") != null) {
            return BigDecimal.valueOf(number(match.group("over")) * 100L)
                    .divide(BigDecimal.valueOf(number(match.group("under"))), 1, RoundingMode.HALF_UP);
        }
        return BigDecimal.valueOf(number(match.group("w")));
    }

    private static int digit(String sign) {
        return ONES.indexOf(sign) + 1;
    }

    /** 一百, 六十二, 十五, 七: what stands after 百分之. */
    private static int number(String words) {
        int sum = 0;
        int last = 0;
        for (String sign : words.split("")) {
            switch (sign) {
                case "百" -> {
                    sum += Math.max(last, 1) * 100;
                    last = 0;
                }
                case "十" -> {
                    sum += Math.max(last, 1) * 10;
                    last = 0;
                }
                default -> last = digit(sign);
            }
        }
        return sum + last;
    }
}
