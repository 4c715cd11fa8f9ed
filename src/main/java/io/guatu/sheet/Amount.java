package io.guatu.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Money as lists write it, in 万元. What is about, from–to or per something is no amount. */
final class Amount {
    private static final Pattern SHAPE =
            Pattern.compile("[¥￥]?(?<n>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(?<unit>亿元?|万元?|元)?");

    /** The board keeps whole yuan. */
    private static final int DECIMALS = 4;

    private Amount() {}

    /**
     * @param unit of the column; null: it says none, and a number alone is no amount
     * @return empty when it is not one, or more exact than a yuan
     */
    static Optional<BigDecimal> read(Cell cell, Unit unit) {
        Matcher amount = SHAPE.matcher(cell.plain());
        if (!amount.matches()) {
            return Optional.empty();
        }
        String own = amount.group("unit");
        Unit said = own == null ? unit : own.startsWith("亿") ? Unit.YI : own.startsWith("万") ? Unit.WAN : Unit.YUAN;
        return Optional.ofNullable(said)
                .map(known -> known.wan(new BigDecimal(amount.group("n").replace(",", ""))))
                .map(wan -> cell.number() == null ? wan : rounded(wan))
                // Of 元 with 角 and 分 the board keeps the 元.
                .map(wan -> said == Unit.YUAN ? wan.setScale(DECIMALS, RoundingMode.HALF_UP) : wan)
                .filter(wan -> wan.stripTrailingZeros().scale() <= DECIMALS)
                .map(BigDecimal::stripTrailingZeros)
                .map(wan -> wan.scale() < 0 ? wan.setScale(0) : wan);
    }

    /** Whether it says its unit itself. */
    static boolean hasUnit(Cell cell) {
        Matcher amount = SHAPE.matcher(cell.plain());
        return amount.matches() && amount.group("unit") != null;
    }

    /** What a formula worked out ends in digits of its own: 320.50000000000006 are 320.5. */
    private static BigDecimal rounded(BigDecimal wan) {
        return wan.precision() > 15 ? wan.round(new MathContext(15)) : wan;
    }

    /** Signs that say that there is nothing. */
    static boolean none(Cell cell) {
        return Set.of("-", "--", "—", "——", "/", "\\", "无", "").contains(cell.plain());
    }
}
