package io.guatu.sheet;

import io.guatu.domain.Quantity;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An area as lists write it, in 亩; a hectare is fifteen of them. A number alone counts in the unit of its heading. */
final class Area {
    private static final Pattern SHAPE = Pattern.compile("(?<n>\\d+(?:,\\d{3})*(?:\\.\\d+)?)(?<unit>亩|公顷)?");
    private static final BigDecimal MU_OF_HECTARE = BigDecimal.valueOf(15);
    private static final int DECIMALS = 3;

    private Area() {}

    /** @return empty when it is none, or says no unit */
    static Optional<Quantity> read(Cell cell, String heading) {
        Matcher area = SHAPE.matcher(cell.plain());
        if (!area.matches()) {
            return Optional.empty();
        }
        String unit = area.group("unit") != null ? area.group("unit") : unit(heading);
        if (unit == null) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(area.group("n").replace(",", ""));
        BigDecimal mu = (unit.equals("亩") ? number : number.multiply(MU_OF_HECTARE)).stripTrailingZeros();
        return mu.scale() > DECIMALS ? Optional.empty() : Optional.of(Quantity.of(mu));
    }

    private static String unit(String heading) {
        return heading.contains("亩") ? "亩" : heading.contains("公顷") ? "公顷" : null;
    }
}
