package io.guatu.sheet;

import io.guatu.domain.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a project in OC4IDS has many of: months of investment, and milestones. */
record Oc4idsSeries(Taking json, Oc4idsValues values) {
    List<Timed> months() {
        List<Timed> months = new ArrayList<>();
        for (int i = 0; i < json.size("/metrics"); i++) {
            String at = "/metrics/" + i;
            if (!json.look(at + "/id").asText().equals(Oc4idsWords.INVESTMENT)) {
                continue;
            }
            json.take(at + "/id");
            json.take(at + "/title");
            for (int j = 0; j < json.size(at + "/observations"); j++) {
                month(at + "/observations/" + j).ifPresent(months::add);
            }
        }
        return months;
    }

    /** What was completed from the first to the last day of a month. */
    private Optional<Timed> month(String at) {
        json.take(at + "/id");
        Optional<LocalDate> first = values.day(at + "/period/startDate");
        Optional<LocalDate> last = values.day(at + "/period/endDate");
        Optional<Money> money = values.money(at + "/value");
        if (first.isEmpty() || last.isEmpty() || money.isEmpty()) {
            return Optional.empty();
        }
        YearMonth month = YearMonth.from(first.get());
        if (!first.get().equals(month.atDay(1)) || !last.get().equals(month.atEndOfMonth())) {
            json.fault(at + "/period", "month", first.get() + "–" + last.get());
            return Optional.empty();
        }
        if (month.isAfter(YearMonth.from(values.present().today()))) {
            json.fault(at + "/period", "future", month.toString());
            return Optional.empty();
        }
        return Optional.of(new Timed(Field.COMPLETED, month, money.get(), json.place(at + "/value")));
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < json.size("/milestones"); i++) {
            String at = "/milestones/" + i;
            json.take(at + "/dateModified");
            String name = json.text(at + "/title").orElse("");
            String id = json.text(at + "/id").orElse("");
            String status = json.text(at + "/status").orElse("");
            LocalDate due = values.day(at + "/dueDate").orElse(null);
            LocalDate met = values.day(at + "/dateMet").orElse(null);
            if (status.equals("met") && met == null) {
                json.fault(at, "day", name);
            }
            steps.add(new Step(json.place(at), id, name, due, met, !status.isEmpty() && !status.equals("met")));
        }
        return steps;
    }
}
