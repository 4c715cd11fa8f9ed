package io.guatu.report;

import static io.guatu.report.Column.money;
import static io.guatu.report.Column.text;
import static io.guatu.report.Table.cell;

import io.guatu.board.fold.Measure;
import io.guatu.board.fold.Milestone;
import io.guatu.domain.Funds;
import io.guatu.domain.Money;
import io.guatu.domain.Percent;
import io.guatu.domain.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * 农村公路月报: what was paved in the month, by quantities. A step of a road that is counted in kilometres is surface (面层); in cubic
 * metres it is sub-base (垫层) where its name says so, else base (基层).
 */
final class RuralRoads {
    private static final String SECTOR = "transport.road";
    private static final Set<String> KILOMETRES = Set.of("公里", "千米", "km");
    private static final Set<String> CUBIC_METRES = Set.of("m³", "m3", "立方米", "方", "立方");
    private static final String SUB_BASE = "垫层";

    private RuralRoads() {}

    static Table of(Edition edition) {
        return Table.of(
                "rural-roads",
                edition,
                List.of(
                        Table.<Line>cell(text("month"), line -> edition.month().toString()),
                        cell(Column.day("told-on"), line -> edition.day()),
                        cell(text("name"), Line::name),
                        cell(quantity("sub-base"), line -> done(line, RuralRoads::isSubBase)),
                        cell(quantity("base"), line -> done(line, RuralRoads::isBase)),
                        cell(quantity("surface"), line -> done(line, RuralRoads::isSurface)),
                        cell(text("sections"), RuralRoads::sections),
                        cell(money("completed"), Line::completed),
                        cell(money("ministry").under("completed-of"), line -> line.detail()
                                .ministry()),
                        cell(money("province").under("completed-of"), line -> line.detail()
                                .province()),
                        cell(
                                money("other-shares").under("completed-of"),
                                line -> Line.rest(
                                        line.completed(),
                                        line.detail().ministry(),
                                        line.detail().province())),
                        cell(money("funded").optional(), RuralRoads::funded),
                        cell(money("ministry-funds").under("funded-of"), line -> line.detail()
                                .ministryFunds()),
                        cell(money("province-funds").under("funded-of"), line -> line.detail()
                                .provinceFunds()),
                        cell(
                                money("other-share-funds").under("funded-of"),
                                line -> Line.rest(
                                        funded(line),
                                        line.detail().ministryFunds(),
                                        line.detail().provinceFunds())),
                        cell(text("problems"), Line::problems)),
                edition.works().stream()
                        .filter(line -> Objects.equals(line.card().sector(), SECTOR))
                        .toList(),
                Line::name,
                true);
    }

    private static Column quantity(String id) {
        return Column.quantity(id).under("done-in-month");
    }

    private static boolean isSurface(Milestone step, Measure measure) {
        return KILOMETRES.contains(measure.unit());
    }

    private static boolean isSubBase(Milestone step, Measure measure) {
        return CUBIC_METRES.contains(measure.unit()) && step.name().zh().contains(SUB_BASE);
    }

    private static boolean isBase(Milestone step, Measure measure) {
        return CUBIC_METRES.contains(measure.unit()) && !isSubBase(step, measure);
    }

    /** Of all steps that are such; null where none was told of in the month. */
    private static BigDecimal done(Line line, BiPredicate<Milestone, Measure> such) {
        return line.project().plan().milestones().values().stream()
                .filter(step -> step.measure() != null && such.test(step, step.measure()))
                .flatMap(step -> step.measure().in(line.edition().month()).stream())
                .reduce(Quantity::plus)
                .map(Quantity::value)
                .orElse(null);
    }

    /** 截至开工段落: the steps on which work has begun, by their names. */
    private static String sections(Line line) {
        String begun = line.project().plan().milestones().values().stream()
                .filter(step -> step.done().compareTo(Percent.ZERO) > 0)
                .map(step -> line.edition().called(step.name()))
                .collect(Collectors.joining(line.edition().words().of("join.and")));
        return begun.isEmpty() ? null : begun;
    }

    private static Money funded(Line line) {
        return line.funds().equals(new Funds(null, null, null, null, null, null))
                ? null
                : line.funds().sum();
    }
}
