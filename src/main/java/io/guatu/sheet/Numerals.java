package io.guatu.sheet;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days in Chinese numerals, 二〇二六年三月十五日, as they are with digits. What counts something else (第二季度) stays as it is. */
final class Numerals {
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final Pattern YEAR = Pattern.compile("(?<![〇○零一二三四五六七八九])二[〇○零][〇○零一二三四五六七八九]{2}(?![〇○零一二三四五六七八九])");
    private static final Pattern OF_MONTH =
            Pattern.compile("(?:[二三]?十[一二三四五六七八九]?|[一二三四五六七八九]|廿[一二三四五六七八九]?|卅一?)(?=[月日号])");

    private Numerals() {}

    static String asDigits(String text) {
        String years = YEAR.matcher(text).replaceAll(Numerals::year);
        return OF_MONTH.matcher(years).replaceAll(match -> String.valueOf(number(match.group())));
    }

    private static String year(MatchResult match) {
        StringBuilder year = new StringBuilder();
        match.group().chars().forEach(sign -> year.append(Math.max(DIGITS.indexOf(sign), 0)));
        return Matcher.quoteReplacement(year.toString());
    }

    /** @param text 一 … 三十一, also 廿三 and 卅一 */
    private static int number(String text) {
        String plain = text.replace("廿", "二十").replace("卅", "三十");
        int ten = plain.indexOf('十');
        if (ten < 0) {
            return DIGITS.indexOf(plain);
        }
        int tens = ten == 0 ? 1 : DIGITS.indexOf(plain.substring(0, ten));
        int ones = ten + 1 == plain.length() ? 0 : DIGITS.indexOf(plain.substring(ten + 1));
        return 10 * tens + ones;
    }
}
