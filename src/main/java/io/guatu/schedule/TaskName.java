package io.guatu.schedule;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The name of a task without what leads it: signs and numbers that the program or its people put before names. */
final class TaskName {
    /** Of a milestone's name in the contract. */
    static final int LONGEST = 80;

    private static final Pattern DIAMOND = Pattern.compile("^[\\s\\p{Z}]*[◆◇]");

    private static final Pattern SIGNS = Pattern.compile("^[\\s\\p{Z}◆◇●○■□★☆▲△▶►※·•▪◎\\-–—]+");

    /** Before a digit a dot is a decimal point; before these a number belongs to the name: 3号桥, 2 标段, 1#楼. */
    private static final Pattern NUMBER = Pattern.compile("^(?:"
            + "[（(](?:\\d{1,3}|[一二三四五六七八九十百]{1,4})[）)]"
            + "|[①-⑳]"
            + "|(?:\\d{1,3}|[一二三四五六七八九十百]{1,4})(?:[、．）)]|\\.(?!\\d))"
            + "|\\d{1,3}(?:\\.\\d{1,3})+(?:[\\s\\p{Z}、．]+|\\.(?!\\d)|(?=\\p{IsHan})(?![米公千万亿元吨平立]))"
            + "|\\d{1,2}[\\s\\p{Z}]+(?=\\p{IsHan})(?![号年月日层栋标期区段个座条台米公千万亿元吨孔跨片根家户批轮次])"
            + ")[\\s\\p{Z}]*");

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}]+");

    private TaskName() {}

    static boolean diamond(String name) {
        return DIAMOND.matcher(name).find();
    }

    /** Never empty, unless nothing is to be seen: a name that is only a number stays. */
    static String of(String written) {
        String whole = UNSEEN.matcher(written).replaceAll(" ").strip();
        String name = whole;
        String before;
        do {
            before = name;
            name = NUMBER.matcher(SIGNS.matcher(name).replaceFirst("")).replaceFirst("");
        } while (!name.equals(before));
        return (name.isBlank() ? whole : name).strip();
    }

    /** As long as a name may be. */
    static String shortened(String name) {
        return within(name, LONGEST);
    }

    /** @param longest in signs, the one that says that there was more included */
    static String within(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
    }

    /** As names are compared. */
    static String core(String name) {
        return of(Normalizer.normalize(name, Normalizer.Form.NFKC))
                .replaceAll("[\\s\\p{Z}]+", "")
                .toLowerCase(Locale.ROOT);
    }
}
