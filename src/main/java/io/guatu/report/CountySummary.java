package io.guatu.report;

import static io.guatu.report.Column.count;
import static io.guatu.report.Column.money;
import static io.guatu.report.Column.percent;
import static io.guatu.report.Column.text;
import static io.guatu.report.Table.cell;

import io.guatu.domain.Landmark;
import io.guatu.domain.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** 县汇总: the programme by field, with how many go on, began and were finished in the year. */
final class CountySummary {
    private CountySummary() {}

    private record Group(String name, List<Line> lines) {
        Money sum(Function<Line, Money> of) {
            return lines.stream()
                    .map(of)
                    .filter(Objects::nonNull)
                    .reduce(Money::plus)
                    .orElse(null);
        }

        long began(Landmark landmark, int year) {
            return lines.stream()
                    .map(line -> line.project().profile().landmarks().get(landmark))
                    .filter(day -> day != null && day.getYear() == year)
                    .count();
        }

        /** Begun in an earlier year, and not finished before this one. */
        long goesOn(int year) {
            return lines.stream()
                    .map(line -> line.project().profile().landmarks())
                    .filter(reached -> before(reached.get(Landmark.START), year)
                            && !before(reached.get(Landmark.COMPLETION), year))
                    .count();
        }

        /** Percentage points before (+) or behind (−) the plan, the mean of those that have one. */
        BigDecimal ahead() {
            List<BigDecimal> points = lines.stream()
                    .map(line -> line.card().progress())
                    .filter(Objects::nonNull)
                    .map(progress -> progress.verified().subtract(progress.time()))
                    .toList();
            return points.isEmpty()
                    ? null
                    : points.stream()
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                            .divide(BigDecimal.valueOf(points.size()), 1, RoundingMode.HALF_UP);
        }

        private static boolean before(LocalDate day, int year) {
            return day != null && day.getYear() < year;
        }
    }

    static Table of(Edition edition) {
        int year = edition.month().getYear();
        Map<String, List<Line>> bySector = edition.works().stream()
                .collect(Collectors.groupingBy(
                        line -> edition.sector(line.card().sector()), LinkedHashMap::new, Collectors.toList()));
        return Table.of(
                "county-summary",
                edition,
                List.of(
                        Table.<Group>cell(text("group"), Group::name),
                        cell(count("projects"), group -> group.lines().size()),
                        cell(count("going-on"), group -> group.goesOn(year)),
                        cell(count("new"), group -> group.began(Landmark.START, year)),
                        cell(count("finished"), group -> group.began(Landmark.COMPLETION, year)),
                        cell(money("planned"), group -> group.sum(Line::planned)),
                        cell(money("this-year"), group -> group.sum(Line::thisYear)),
                        cell(percent("rate"), group -> Line.rate(group.sum(Line::thisYear), group.sum(Line::planned))),
                        cell(percent("ahead"), Group::ahead)),
                bySector.entrySet().stream()
                        .map(each -> new Group(each.getKey(), each.getValue()))
                        .toList(),
                Group::name,
                true);
    }
}
