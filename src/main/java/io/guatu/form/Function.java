package io.guatu.form;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be done with figures beyond signs. */
public enum Function {
    /** What all projects have of it together; of those for which a condition holds. */
    SUM(1, 2),
    /** How many projects; for which a condition holds. */
    COUNT(0, 1),
    /** A text of every project, one after the other; of those for which a condition holds. */
    LIST(1, 2),
    /** A number with so many decimals. */
    ROUND(1, 2),
    /** One or the other. */
    IF(3, 3);

    private final int fewest;
    private final int most;

    Function(int fewest, int most) {
        this.fewest = fewest;
        this.most = most;
    }

    boolean takes(int arguments) {
        return arguments >= fewest && arguments <= most;
    }

    /** Whether it looks at every project. */
    boolean ofAll() {
        return this == SUM || this == COUNT || this == LIST;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Function> byWord(String word) {
        return Arrays.stream(values())
                .filter(function -> function.word().equals(word))
                .findFirst();
    }
}
