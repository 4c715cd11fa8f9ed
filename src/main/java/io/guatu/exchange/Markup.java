package io.guatu.exchange;

/** Text in markup (HTML, SVG, XML): nothing that somebody wrote becomes a tag, and nothing that XML forbids is in it. */
final class Markup {
    private Markup() {}

    static String text(Object said) {
        StringBuilder safe = new StringBuilder();
        String.valueOf(said).codePoints().forEach(each -> {
            switch (each) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                    if (allowed(each)) {
                        safe.appendCodePoint(each);
                    }
                }
            }
        });
        return safe.toString();
    }

    /** XML 1.0, 2.2: halves of pairs and most of what controls are no characters. */
    private static boolean allowed(int each) {
        return each == '\t'
                || each == '\n'
                || each == '\r'
                || each >= 0x20 && each <= 0xD7FF
                || each >= 0xE000 && each <= 0xFFFD
                || each >= 0x10000;
    }
}
