package io.guatu.http.contract;

import java.util.Locale;
import java.util.Set;

/** The Content-Type header, as far as we take it: a type by its whole name, in UTF-8. */
public final class MediaType {
    private static final Set<String> UTF_8 = Set.of("utf-8", "utf8", "\"utf-8\"");

    private MediaType() {}

    /** Whether the body is JSON that we read: {@code application/jsonx} is another type, and GBK another text. */
    static boolean json(String header) {
        if (!of(header).equals("application/json")) {
            return false;
        }
        int parameters = header.indexOf(';');
        for (String parameter : parameters < 0
                ? new String[0]
                : header.substring(parameters + 1).split(";")) {
            String[] pair = parameter.split("=", 2);
            if (pair[0].trim().equalsIgnoreCase("charset")
                    && (pair.length < 2 || !UTF_8.contains(pair[1].trim().toLowerCase(Locale.ROOT)))) {
                return false;
            }
        }
        return true;
    }

    /** Without its parameters, in lower case; empty when there is none. */
    public static String of(String header) {
        return header == null ? "" : header.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    }
}
