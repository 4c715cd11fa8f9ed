package io.guatu.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A number of a workbook as its format shows it: ECMA-376, part 1, 18.8.30 (numFmt). */
final class Numbers {
    /** Formats that stand in no file: days, months, and the Chinese ones. */
    private static final Set<Integer> DAYS = Set.of(14, 15, 16, 22, 27, 28, 29, 30, 31, 36, 50, 51, 53, 54, 57, 58);

    private static final Set<Integer> MONTHS = Set.of(17, 52);
    private static final Pattern UNREAD = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]");
    /** A thousand times less is shown for each comma behind the digits. */
    private static final Pattern SCALED = Pattern.compile("[0#?!.],+(?![0#?,])");

    private static final Pattern UNIT = Pattern.compile("[万亿]");
    private static final LocalDate FIRST = LocalDate.of(1899, 12, 30);
    private static final LocalDate FIRST_OF_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal LAST = BigDecimal.valueOf(2_958_465); // 9999-12-31

    private Numbers() {}

    /** @param format null: none is known */
    static Cell cell(String place, BigDecimal number, Integer id, String format, boolean from1904) {
        String first = format == null ? "" : format.split(";", 2)[0];
        String shape = UNREAD.matcher(first).replaceAll("").toLowerCase(Locale.ROOT);
        boolean inFile = !shape.isBlank() && !shape.equals("general");
        boolean days =
                inFile ? shape.contains("y") || shape.contains("m") && shape.contains("d") : DAYS.contains(or(id));
        boolean months = inFile ? days && !shape.contains("d") : MONTHS.contains(or(id));
        if ((days || months) && number.signum() > 0 && number.compareTo(LAST) <= 0) {
            LocalDate day = (from1904 ? FIRST_OF_1904 : FIRST).plusDays(number.longValue());
            String text = day.toString();
            return Cell.text(place, months ? text.substring(0, shape.contains("m") || !inFile ? 7 : 4) : text);
        }
        if (shape.contains("%")) {
            return Cell.text(
                    place, number.movePointRight(2).stripTrailingZeros().toPlainString() + "%");
        }
        boolean shownOtherwise =
                SCALED.matcher(shape).find() || UNIT.matcher(first).find();
        // What one sees is not what it holds: neither is taken for the other.
        return shownOtherwise
                ? Cell.text(place, number.toPlainString() + " [" + first + "]")
                : Cell.number(place, number);
    }

    private static int or(Integer id) {
        return id == null ? 0 : id;
    }
}
