package io.guatu.message;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Chinese numerals: 一百, 六十二, 十五, 七. */
final class Numeral {
    static final String ONES = "一二三四五六七八九";

    /** Before what is counted: 十二月二十日, 三天, 八十个点. Not the day of a week, and not the number of a thing: 周三, 第二. */
    private static final Pattern COUNTED =
            Pattern.compile("(?<![周期第" + ONES + "])[十廿" + ONES + "]{1,4}(?=个?月|[日号天周]|个星期|个?百分点|个点)");

    /** Between a number and what is before and behind it, as 12 月 20 日 and 80 % are typed. */
    private static final Pattern GAP = Pattern.compile("(?<=\\p{IsHan}) +(?=\\d)|(?<=\\d) +(?=[%年月日号天周个成])");

    private Numeral() {}

    /** Half-width signs, numbers of days and months as digits, and no blank between a number and its sign. */
    static String plain(String written) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFKC);
        return GAP.matcher(COUNTED.matcher(text).replaceAll(match -> String.valueOf(value(match.group()))))
                .replaceAll("");
    }

    static int digit(String sign) {
        return Math.max(ONES.indexOf(sign), "123456789".indexOf(sign)) + 1;
    }

    static int value(String words) {
        int sum = 0;
        int last = 0;
        for (String sign : words.replace("廿", "二十").split("")) {
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
