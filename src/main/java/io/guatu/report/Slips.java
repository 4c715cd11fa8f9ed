package io.guatu.report;

import static io.guatu.report.Column.count;
import static io.guatu.report.Column.text;
import static io.guatu.report.Table.cell;

import io.guatu.board.fold.Slip;
import io.guatu.domain.Cause;
import io.guatu.ledger.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Days that the month's year cost, by what they are charged to: later days count, days won back count against them. */
final class Slips {
    private Slips() {}

    private record Charged(String cause, long days, long projects) {}

    static Table of(Edition edition) {
        Map<String, Map<String, Long>> byCause = new LinkedHashMap<>();
        for (Line line : edition.works()) {
            for (Slip slip : line.project().plan().slips()) {
                if (slip.on(edition.zone()).getYear() == edition.month().getYear()) {
                    for (Slip.Share share : slip.shares()) {
                        byCause.computeIfAbsent(cause(share.cause()), first -> new LinkedHashMap<>())
                                .merge(line.name(), share.days(), Long::sum);
                    }
                }
            }
        }
        List<Charged> rows = byCause.entrySet().stream()
                .map(each -> new Charged(
                        edition.words().of("factor." + each.getKey()),
                        each.getValue().values().stream()
                                .mapToLong(days -> days)
                                .sum(),
                        each.getValue().size()))
                .sorted((one, other) -> Long.compare(other.days(), one.days()))
                .toList();
        return Table.of(
                "slips",
                edition,
                List.of(
                        Table.<Charged>cell(text("cause"), Charged::cause),
                        cell(count("days"), Charged::days),
                        cell(new Column("touched", null, Column.Kind.COUNT, false, false), Charged::projects)),
                rows,
                Charged::cause,
                true);
    }

    private static String cause(Cause cause) {
        return cause == null ? "unexplained" : Json.kebab((Enum<?>) cause);
    }
}
