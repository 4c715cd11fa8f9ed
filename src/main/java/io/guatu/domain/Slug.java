package io.guatu.domain;

import java.util.regex.Pattern;

/** The shape of every id that a person may choose: lower-case words joined by hyphens, at most 64 characters. */
final class Slug {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private Slug() {}

    static String check(String noun, String value) {
        if (value == null || value.length() > 64 || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    noun + " must be lower-case words joined by hyphens, 64 at most: " + value);
        }
        return value;
    }
}
