package io.guatu.bench.part;

import io.guatu.bench.figure.Chart;
import io.guatu.bench.figure.Table;
import java.util.List;

/**
 * What a part found.
 *
 * @param said what a reader must know of it: how it was measured, who is absent
 */
public record Found(String heading, Table table, List<Chart> charts, List<String> said) {
    public String markdown() {
        return "### " + heading + "\n\n" + table.markdown() + "\n" + String.join(" ", said) + "\n";
    }
}
