package io.guatu.report;

import java.util.regex.Pattern;

/** How much room a text takes on a line: a Chinese sign two halves, a letter one. */
final class Breadth {
    private static final int FIRST_BROAD = 0x2000;
    private static final Pattern WORD = Pattern.compile("[!-~]+");

    private Breadth() {}

    static int of(String text) {
        return text.codePoints().map(Breadth::of).sum();
    }

    /** Of what stands on one line: Chinese is broken anywhere, a word of letters nowhere. Fat letters of headings take more. */
    static int ofLongestWord(String text) {
        return WORD.matcher(text)
                .results()
                .mapToInt(word -> of(word.group()) * 5 / 4)
                .max()
                .orElse(0);
    }

    /** The text, or as much of it as that room takes with the sign that there is more. @param most halves */
    static String cut(String text, int most) {
        if (of(text) <= most) {
            return text;
        }
        StringBuilder cut = new StringBuilder();
        int room = most - of("…");
        for (int sign : text.codePoints().toArray()) {
            room -= of(sign);
            if (room < 0) {
                break;
            }
            cut.appendCodePoint(sign);
        }
        return cut.toString().strip() + "…";
    }

    private static int of(int sign) {
        return sign < FIRST_BROAD ? 1 : 2;
    }
}
