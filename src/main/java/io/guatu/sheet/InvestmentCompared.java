package io.guatu.sheet;

import io.guatu.board.fold.Investment;
import io.guatu.domain.InvestmentUpdate.InvestmentCompleted;
import io.guatu.domain.InvestmentUpdate.InvestmentDetailed;
import io.guatu.domain.InvestmentUpdate.InvestmentPlanned;
import io.guatu.domain.Money;
import io.guatu.domain.Update;
import io.guatu.sheet.Proposal.Change;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a line says of investment, beside what the board knows: of the whole, of each year, of each month. */
final class InvestmentCompared {
    private final Line line;
    private final Investment known;
    private final String reason;
    private final List<Change> changes = new ArrayList<>();
    private final List<Update> updates = new ArrayList<>();
    private boolean needsReason;

    /** @param known null: the project is new */
    InvestmentCompared(Line line, Investment known, String reason) {
        this.line = line;
        this.known = known;
        this.reason = reason;
        planned();
        of(YearMonth.class).forEach(this::month);
    }

    List<Change> changes() {
        return changes;
    }

    List<Update> updates() {
        return updates;
    }

    boolean needsReason() {
        return needsReason;
    }

    /** An entry for each year; what is said of the whole goes with the first of them. */
    private void planned() {
        Money total = changed(Field.TOTAL, known == null ? null : known.total());
        Money land = changed(Field.LAND_COST, known == null ? null : known.land());
        boolean whole = total != null || land != null;
        for (Year of : of(Year.class)) {
            int year = of.getValue();
            Money planned = (Money) changed(Field.PLANNED, of, known == null ? Map.of() : known.planned(), year);
            Money before = (Money) changed(Field.BEFORE, of, known == null ? Map.of() : known.before(), year);
            String work = (String) changed(Field.YEAR_WORK, of, known == null ? Map.of() : known.works(), year);
            if (planned != null || before != null || work != null) {
                updates.add(new InvestmentPlanned(
                        whole ? total : null, year, planned, before, null, work, whole ? land : null));
                whole = false;
            }
        }
        if (whole) {
            updates.add(new InvestmentPlanned(total, null, null, null, null, null, land));
        }
    }

    private void month(YearMonth month) {
        boolean was = known != null && known.completed().containsKey(month);
        Money completed = (Money) changed(Field.COMPLETED, month, known == null ? Map.of() : known.completed(), month);
        if (completed != null) {
            needsReason |= was;
            updates.add(new InvestmentCompleted(month, completed, null, null, was ? reason : null));
        }
        Money before = known == null ? null : known.detail(month).fixed();
        Money fixed = (Money) changed(Field.FIXED, month, before == null ? Map.of() : Map.of(month, before), month);
        if (fixed != null) {
            updates.add(InvestmentDetailed.of(month).fixed(fixed));
        }
    }

    private Money changed(Field field, Money before) {
        Money after = line.money(field);
        if (after == null || after.equals(before)) {
            return null;
        }
        changes.add(new Change(field, before, after, line.places().get(field), null));
        return after;
    }

    /** @return what is to be told, or null when the line says nothing else than what is known */
    private <K> Object changed(Field field, Temporal of, Map<K, ?> were, K key) {
        Optional<Timed> said =
                line.timed().stream().filter(each -> each.is(field, of)).findFirst();
        Object before = were.get(key);
        if (said.isEmpty() || said.get().value().equals(before)) {
            return null;
        }
        changes.add(new Change(field, before, said.get().value(), said.get().place(), of.toString()));
        return said.get().value();
    }

    private <T extends Temporal> List<T> of(Class<T> kind) {
        return line.timed().stream()
                .map(Timed::of)
                .filter(kind::isInstance)
                .map(kind::cast)
                .distinct()
                .sorted()
                .toList();
    }
}
