package io.guatu.report;

import io.guatu.board.Card;
import io.guatu.board.fold.Description;
import io.guatu.board.fold.Investment;
import io.guatu.board.fold.Investment.MonthPlan;
import io.guatu.board.fold.Milestone;
import io.guatu.board.fold.Project;
import io.guatu.domain.Composition;
import io.guatu.domain.Funds;
import io.guatu.domain.InvestmentUpdate.InvestmentDetailed;
import io.guatu.domain.Landmark;
import io.guatu.domain.Money;
import io.guatu.domain.Percent;
import io.guatu.domain.Permit;
import io.guatu.domain.ProjectUpdate.PermitObtained;
import io.guatu.ledger.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A project as a line of a table: figures of the month and words that say how it stands. What is not known is null. */
record Line(Edition edition, Project project, Card card) {
    private static final int SAID = 4;
    /** The last day of a month's first half. */
    private static final int HALF = 15;

    String name() {
        return edition.called(card);
    }

    Description description() {
        return project.description();
    }

    private Investment investment() {
        return project.investment();
    }

    private YearMonth month() {
        return edition.month();
    }

    private int year() {
        return month().getYear();
    }

    Money total() {
        return investment().total();
    }

    Money planned() {
        return investment().planned().get(year());
    }

    /** Completed before the month's year. */
    Money before() {
        return investment().before(year()).orElse(null);
    }

    Money completed() {
        return investment().completed().get(month());
    }

    Money completed(YearMonth of) {
        return investment().completed().get(of);
    }

    /** From January to the month and in it. */
    Money thisYear() {
        return investment().completed(year(), month()).orElse(null);
    }

    /** From January to the month before. */
    Money thisYearBefore() {
        return investment().completed(year(), month().minusMonths(1)).orElse(null);
    }

    Money sinceStart() {
        return investment().completedBy(month()).orElse(null);
    }

    Money left() {
        return total() == null || sinceStart() == null || sinceStart().yuan() > total().yuan()
                ? null
                : new Money(total().yuan() - sinceStart().yuan());
    }

    BigDecimal rate() {
        return rate(thisYear(), planned());
    }

    /** Percent, one decimal, rounded down; null where either is not known. */
    static BigDecimal rate(Money done, Money of) {
        return done == null || of == null || of.yuan() == 0
                ? null
                : BigDecimal.valueOf(done.yuan())
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(of.yuan()), 1, RoundingMode.DOWN);
    }

    Optional<MonthPlan> plan(YearMonth of) {
        return Optional.ofNullable(investment().plans().get(of));
    }

    Money planOfMonth() {
        return plan(month()).map(MonthPlan::planned).orElse(null);
    }

    /** January's to the month's plans together. */
    Money plansOfYear() {
        return investment().plans().entrySet().stream()
                .filter(each ->
                        each.getKey().getYear() == year() && !each.getKey().isAfter(month()))
                .map(each -> each.getValue().planned())
                .filter(each -> each != null)
                .reduce(Money::plus)
                .orElse(null);
    }

    String workOfYear() {
        return investment().works().get(year());
    }

    Money landCost() {
        return investment().land();
    }

    /** 剩余土地购置费: what the months have not paid of it; null while none has told. */
    Money landLeft() {
        Money paid = investment().details().entrySet().stream()
                .filter(each -> !each.getKey().isAfter(month()))
                .map(each -> each.getValue().land())
                .filter(Objects::nonNull)
                .reduce(Money::plus)
                .orElse(null);
        return paid == null || landCost() == null || paid.yuan() > landCost().yuan()
                ? null
                : new Money(landCost().yuan() - paid.yuan());
    }

    InvestmentDetailed detail() {
        return investment().detail(month());
    }

    Money fixed(YearMonth of) {
        return investment().detail(of).fixed();
    }

    /** 当年累计固投; null unless it was told of every month that has an investment. */
    Money fixedThisYear() {
        List<YearMonth> months = investment().completed().keySet().stream()
                .filter(each -> each.getYear() == year() && !each.isAfter(month()))
                .toList();
        boolean whole = !months.isEmpty() && months.stream().allMatch(each -> fixed(each) != null);
        return whole ? months.stream().map(this::fixed).reduce(new Money(0), Money::plus) : null;
    }

    /** 开工至今累计固投; null where what was before the year is not known. */
    Money fixedSinceStart() {
        Money earlier =
                before() == null ? new Money(0) : investment().fixedBefore().get(year());
        return fixedThisYear() == null || earlier == null ? null : earlier.plus(fixedThisYear());
    }

    /** 调度期内: the half of the month in which the edition's day lies; null where its first half was not told. */
    Money inPeriod() {
        Money first = detail().firstHalf();
        boolean early =
                YearMonth.from(edition.day()).equals(month()) && edition.day().getDayOfMonth() <= HALF;
        return first == null || completed() == null
                ? null
                : early ? first : new Money(Math.max(0, completed().yuan() - first.yuan()));
    }

    /** What of an amount is left beside two parts of it; null unless all are known. */
    static Money rest(Money whole, Money one, Money other) {
        return whole == null || one == null || other == null || one.plus(other).yuan() > whole.yuan()
                ? null
                : new Money(whole.yuan() - one.plus(other).yuan());
    }

    /** The permit's number, or that it is there; null while it is not. */
    String permit(Permit permit) {
        PermitObtained held = project.permits().held().get(permit);
        return held == null
                ? null
                : held.document() == null ? edition.words().of("table.permit.held") : held.document();
    }

    BigDecimal land() {
        return description().land() == null ? null : description().land().value();
    }

    /** 本年累计解决土地(亩). */
    BigDecimal landSolved() {
        return project.blockers().land().in(year()).orElse(null);
    }

    /** The month's new contracts. */
    String contracts() {
        return said(project.contracts().byNumber().values().stream()
                .filter(each -> within(each.signed().on()))
                .map(each -> edition.words()
                        .of("table.said.contract")
                        .replace("{title}", each.signed().title())
                        .replace("{party}", each.signed().party())
                        .replace("{amount}", plain(each.signed().amount()))));
    }

    /** 联系单、变更 of the month: what each contract was worth and is. */
    String variations() {
        return said(project.contracts().byNumber().values().stream()
                .flatMap(contract -> IntStream.range(0, contract.varied().size())
                        .filter(i -> within(contract.varied().get(i).on()))
                        .mapToObj(i -> edition.words()
                                .of("table.said.variation")
                                .replace("{title}", contract.signed().title())
                                .replace("{from}", plain(contract.amountBefore(i)))
                                .replace("{to}", plain(contract.varied().get(i).amount()))
                                .replace("{reason}", contract.varied().get(i).reason()))));
    }

    /** 填报状态: whether the month's investment was told. */
    String told() {
        return edition.words().of(completed() == null ? "table.told.no" : "table.told.yes");
    }

    /** 进度图片: how many photos of the month there are; null for none. */
    Long pictures() {
        long pictures = project.photos().all().values().stream()
                .filter(each -> within(LocalDate.ofInstant(each.at(), edition.zone())))
                .count();
        return pictures == 0 ? null : pictures;
    }

    private boolean within(LocalDate day) {
        return day != null && YearMonth.from(day).equals(month());
    }

    private String said(Stream<String> all) {
        String text = all.collect(Collectors.joining(edition.words().of("join.clause")));
        return text.isEmpty() ? null : text;
    }

    private static String plain(Money money) {
        return money.value().toPlainString();
    }

    String workOfMonth() {
        return plan(month()).map(MonthPlan::work).orElse(null);
    }

    String workOfNextMonth() {
        return plan(month().plusMonths(1)).map(MonthPlan::work).orElse(null);
    }

    Composition composition() {
        Investment.Parts parts = investment().parts().get(month());
        return parts == null || parts.composition() == null
                ? new Composition(null, null, null, null)
                : parts.composition();
    }

    Funds funds() {
        Investment.Parts parts = investment().parts().get(month());
        return parts == null || parts.funds() == null ? new Funds(null, null, null, null, null, null) : parts.funds();
    }

    /** 形象进度: what is finished last and what is under way, as verified. */
    String reached() {
        List<Milestone> all = List.copyOf(project.plan().milestones().values());
        if (all.isEmpty()) {
            return null;
        }
        if (all.stream().allMatch(Milestone::finished)) {
            return edition.words().of("table.said.finished");
        }
        Stream<String> last = all.stream()
                .filter(Milestone::finished)
                .reduce((one, other) -> other.actual().isBefore(one.actual()) ? one : other)
                .map(each -> edition.words().of("table.said.done", "name", edition.called(each.name())))
                .stream();
        Stream<String> now = all.stream()
                .filter(each -> !each.finished() && each.done().compareTo(Percent.ZERO) > 0)
                .limit(SAID)
                .map(each -> edition.called(each.name()) + " "
                        + each.done().value().stripTrailingZeros().toPlainString() + "%");
        String said = Stream.concat(last, now)
                .collect(Collectors.joining(edition.words().of("join.clause")));
        return said.isEmpty() ? edition.words().of("table.said.none") : said;
    }

    /** Who answers for it on the board. */
    String managers() {
        return String.join(edition.words().of("join.and"), edition.managers().getOrDefault(project.id(), List.of()));
    }

    /** 正常 or 滞后, by the lamp; null where it says nothing. */
    String state() {
        return card.lamp() == null
                ? null
                : edition.words().of("table.state." + Json.kebab(card.lamp().colour()));
    }

    String stage() {
        return edition.word("stage", card.stage());
    }

    /** 开工状态. */
    String begun() {
        Map<Landmark, LocalDate> reached = project.profile().landmarks();
        String key = reached.containsKey(Landmark.COMPLETION)
                ? "completed"
                : reached.containsKey(Landmark.START) ? "begun" : "waiting";
        return edition.words().of("table.begun." + key);
    }

    /** From when to when it is built, in years. */
    String span() {
        LocalDate from = description().begins();
        LocalDate to = description().ends();
        return from == null && to == null
                ? null
                : (from == null ? "" : from.getYear()) + "—" + (to == null ? "" : to.getYear());
    }

    /** What holds it up, as it was said; empty when nothing does. */
    String problems() {
        return project.blockers().all().open().values().stream()
                .map(blocker -> edition.word("factor", blocker.factor())
                        + edition.words().of("join.that")
                        + blocker.raised().text())
                .collect(Collectors.joining(edition.words().of("join.clause")));
    }

    String remark() {
        return card.lamp() == null
                ? null
                : edition.words().of("lamp." + Json.kebab(card.lamp().colour()));
    }
}
