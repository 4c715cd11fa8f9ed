package io.guatu.domain;

import java.util.regex.Pattern;

/**
 * A name as people read it. What is pasted from a chat or a table brings signs along that nobody sees: two that look the same
 * would be two, and one that turns the writing round would turn the whole sentence in which it stands.
 */
final class Visible {
    /** Format and control characters, and letters without a shape: fillers, and marks that only join. */
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cf}\\p{Cc}\\u2028\\u2029\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u2800\\u3164\\uffa0]");

    private static final Pattern BLANK_ENDS = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");

    private Visible() {}

    /** The name without what nobody sees, and without blanks at its ends; null stays. */
    static String name(String written) {
        return written == null || plain(written)
                ? written
                : BLANK_ENDS.matcher(UNSEEN.matcher(written).replaceAll("")).replaceAll("");
    }

    /** Nearly every name: of common Chinese characters and printable ASCII alone, without a blank at an end. */
    private static boolean plain(String written) {
        for (int i = 0; i < written.length(); i++) {
            char sign = written.charAt(i);
            boolean inside = sign == ' ' && i > 0 && i < written.length() - 1;
            if (!(sign > ' ' && sign <= '~' || sign >= '\u4e00' && sign <= '\u9fff' || inside)) {
                return false;
            }
        }
        return true;
    }
}
