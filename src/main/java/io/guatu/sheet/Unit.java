package io.guatu.sheet;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In which money is written. */
public enum Unit {
    YUAN(-4),
    WAN(0),
    YI(4);

    private static final Pattern WORD = Pattern.compile("亿元|万元|(?<![万亿美欧])元");

    private final int shift;

    Unit(int shift) {
        this.shift = shift;
    }

    /** By its word in the contract. */
    public static Unit of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The amount in 万元 (10,000 CNY). */
    BigDecimal wan(BigDecimal amount) {
        return amount.movePointRight(shift);
    }

    /** Those that a text names as the unit of amounts beside it. */
    static Set<Unit> in(String text) {
        Set<Unit> units = EnumSet.noneOf(Unit.class);
        for (Matcher word = WORD.matcher(text); word.find(); ) {
            units.add(word.group().startsWith("亿") ? YI : word.group().startsWith("万") ? WAN : YUAN);
        }
        return units;
    }
}
