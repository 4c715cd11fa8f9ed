package io.guatu.exchange;

import java.nio.charset.StandardCharsets;

/** Lines of an iCalendar (RFC 5545): CRLF, folded after 75 octets and never inside a character, texts escaped. */
final class CalendarLines {
    private static final int LONGEST = 75;

    private final StringBuilder all = new StringBuilder();

    /** What is no text: a date, a word of the standard. */
    CalendarLines plain(String name, String value) {
        String line = name + ":" + value;
        int octets = 0;
        for (int at = 0; at < line.length(); ) {
            int each = line.codePointAt(at);
            int size = Character.toString(each).getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST) {
                all.append("\r\n ");
                octets = 1;
            }
            all.appendCodePoint(each);
            octets += size;
            at += Character.charCount(each);
        }
        all.append("\r\n");
        return this;
    }

    CalendarLines text(String name, String said) {
        StringBuilder escaped = new StringBuilder();
        said.replace("\r\n", "\n").codePoints().forEach(each -> {
            switch (each) {
                case '\\', ';', ',' -> escaped.append('\\').appendCodePoint(each);
                case '\n', '\r' -> escaped.append("\\n");
                default -> {
                    if (!Character.isISOControl(each)) {
                        escaped.appendCodePoint(each);
                    }
                }
            }
        });
        return plain(name, escaped.toString());
    }

    @Override
    public String toString() {
        return all.toString();
    }
}
