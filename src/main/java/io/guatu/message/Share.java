package io.guatu.message;

import io.guatu.domain.Percent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far a sentence says that something is: 62%, 六成, 百分之六十二, 一半, 由55%提高到62%. */
final class Share {
    /** A number in signs of one percent, or in words: 四成五, 百分之六十二点五, 一半. From one to another it is none: 80-85%, 七八成. */
    private static final Pattern SAID = Pattern.compile(
            "(?<between>\\d[\\d.]*%?[-~—至到]\\d[\\d.]*%|(?<![\\d.])[1-9一二三四五六七八九]成?[-~—至到]?[1-9一二三四五六七八九]成)"
                    + "|(?<n>(?<![\\d.])[-−]?\\d+(?:\\.\\d+)?)%|(?<!过)(?<half>一半)|(?<all>百分百)"
                    + "|(?<![\\d.])(?<t>[1-9一二三四五六七八九十])成(?<h>[1-9一二三四五六七八九半])?(?![立功效绩果套品本])"
                    + "|百分之(?:(?<a>\\d+(?:\\.\\d+)?)|(?<w>[零一二三四五六七八九十百]{1,4})(?:点(?<d>[零一二三四五六七八九]{1,2}))?)"
                    + "|(?<under>[二三四五六七八九十])分之(?<over>[一二三四五六七八九])");

    /** A share, or a day: 2/3. */
    private static final Pattern EITHER = Pattern.compile("(?<![\\d./])\\d{1,2}/\\d{1,2}(?![\\d./])");

    /** Only what it comes to is of the whole: 由55%提高到62%, 55%→62%. */
    private static final Pattern TURN =
            Pattern.compile("[由从][^，,；。\\d]{0,6}\\d+(?:\\.\\d+)?%?[^，,；。\\d]{0,8}?[到至为] ?(?=\\d)"
                    + "|\\d+(?:\\.\\d+)?% ?(?:[提上增升加长高降下调]{1,2}整?了?[到至为]|→|-+>|—+>) ?(?=\\d)");

    /** How much more than before, how much there was or should be, or less than which it is, is no percentage of the whole. */
    private static final Pattern ELSE = Pattern.compile(
            "(?:增加|增长|提高|提升|上升|新增|较[^，,]*|环比|同比|每[^，,]*|本[周月日旬][^，,累]*|当[月日][^，,累]*|上个?[周月](?![一二三四五六日天末])[^，,]*|上次[^，,]*|此前|之前"
                    + "|序时[^，,]*|计划(?:进度|完成|达到?)?|目标[^，,]*|应完成|(?:力争|争取|确保|预计|拟)[^，,；。%]{0,12}|占[^，,]*|权重|剩余?|还?[差欠]|还[剩有]|不是"
                    + "|(?:投资|资金|产值|合格|拨付|支付)[^，,]*|(?:不到|不足|低于|少于|小于|接近|将近|近|[未没不](?:有|能)?(?:完成|达到?|到|满|超过?))"
                    + ")[了约为有：:]*$");

    /** Behind a number: what is not done, or what is spent. */
    private static final Pattern OTHERS = Pattern.compile("^(?:的?(?:投资|资金|工程款|产值)|尚?[未没]|还[没未])");

    private static final Pattern SUM = Pattern.compile("(?:累计|总体|总进度|合计)[^，,；。]{0,8}$");

    /** How far, but not how many percent: what is said so has to be typed. */
    private static final Pattern VAGUE = Pattern.compile(
            "过半|近半|[多大]半|大部分|部分完成|半幅|基本(?:完成|完工|结束|建成)|即将(?:完成|完工|竣工|结束)|接近(?:完成|尾声)"
                    + "|\\d+(?:\\.\\d+)?个?百分点|\\d+(?:\\.\\d+)?个点|(?<=(?:进度|完成率|完成度)[为达到是约:]{0,2})\\d+(?:\\.\\d+)?(?=$|[，,、)])");

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private Share() {}

    /** Whether anything in it says how far something is, whatever it means. */
    static boolean in(String text) {
        return SAID.matcher(text).find();
    }

    static boolean vague(String text) {
        return VAGUE.matcher(text).find();
    }

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
            if (value == null
                    || ELSE.matcher(before).find()
                    || OTHERS.matcher(said.substring(match.end())).find()) {
                unread.add(match.group());
            } else {
                found.add(new Said(match.group(), value, SUM.matcher(before).find()));
            }
        }
        VAGUE.matcher(said).results().map(MatchResult::group).forEach(unread::add);
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
        return null;
    }

    /** @param sum whether it is called the whole of what was done */
    private record Said(String written, BigDecimal value, boolean sum) {}

    /** Null: it is no share of a whole, or finer than one is kept. */
    private static BigDecimal value(Matcher match) {
        BigDecimal value = number(match);
        boolean share = value != null
                && value.signum() >= 0
                && value.compareTo(WHOLE) <= 0
                && value.stripTrailingZeros().scale() <= 2;
        return share ? value.stripTrailingZeros() : null;
    }

    private static BigDecimal number(Matcher match) {
        if (match.group("between") != null) {
            return null;
        }
        if (match.group("n") != null) {
            return new BigDecimal(match.group("n").replace('−', '-'));
        }
        if (match.group("half") != null) {
            return BigDecimal.valueOf(50);
        }
        if (match.group("all") != null) {
            return WHOLE;
        }
        if (match.group("t") != null) {
            String more = match.group("h");
            int ones = more == null ? 0 : more.equals("半") ? 5 : Numeral.digit(more);
            return BigDecimal.valueOf(Numeral.value(match.group("t")) * 10L + ones);
        }
        if (match.group("under") != null) {
            return BigDecimal.valueOf(Numeral.value(match.group("over")) * 100L)
                    .divide(BigDecimal.valueOf(Numeral.value(match.group("under"))), 1, RoundingMode.HALF_UP);
        }
        if (match.group("a") != null) {
            return new BigDecimal(match.group("a"));
        }
        StringBuilder decimals = new StringBuilder();
        if (match.group("d") != null) {
            decimals.append('.');
            match.group("d").chars().forEach(sign -> decimals.append(Numeral.digit(Character.toString(sign))));
        }
        return new BigDecimal(Numeral.value(match.group("w")) + decimals.toString());
    }
}
