package io.guatu.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.domain.Coordinates;
import io.guatu.domain.Money;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Stage;
import io.guatu.sheet.Beyond.Month;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One project of an OC4IDS file, as far as it was understood. What is understood is taken whole or named by its path; what the
 * board has no place for, or works out itself (how far the work is, how many days it takes), is {@link #left}.
 */
final class Oc4idsProject {
    /** A sum of fewer digits, in yuan: longer ones are no money. */
    private static final int MOST_DIGITS = 15;

    private static final int LONGEST_SECTOR = 60;
    private static final Set<Integer> YEARS = Set.of(19, 20, 21);

    private final Taking json;
    private final Present present;
    private final Map<Field, Object> values = new EnumMap<>(Field.class);
    private final Map<Field, String> places = new EnumMap<>(Field.class);
    private final Line line;

    private Oc4idsProject(int row, Oc4idsFile file, Present present) {
        this.json = new Taking(file.place(), file.project());
        this.present = present;
        this.line = read(row);
    }

    /** @param row its number in the file, from 1 */
    static Oc4idsProject of(int row, Oc4idsFile file, Present present) {
        return new Oc4idsProject(row, file, present);
    }

    /** Its name is null where it has none. */
    Line line() {
        return line;
    }

    /** Names of what was not taken. */
    Set<String> left() {
        return json.left();
    }

    /** Beside a project that is known: without what says the same in the standard's words. */
    Line beside(KnownProject known) {
        Set<Field> same = EnumSet.noneOf(Field.class);
        String status = json.look("/status").asText();
        if (Oc4idsWords.stages(status).contains(known.stage())) {
            same.add(Field.STAGE);
        }
        String type = json.look("/type").asText();
        if (type.equals(Oc4idsWords.type(known.description().nature()))) {
            same.add(Field.NATURE);
        }
        if (sectors().contains(known.sector())) {
            same.add(Field.SECTOR);
        }
        KnownProject.Days plan = known.span();
        if (plan != null
                && known.description().begins() == null
                && plan.begins().equals(line.day(Field.BEGINS))) {
            same.add(Field.BEGINS);
        }
        if (plan != null && known.description().ends() == null && plan.ends().equals(line.day(Field.ENDS))) {
            same.add(Field.ENDS);
        }
        return line.without(same);
    }

    private Line read(int row) {
        json.take("/language");
        json.take("/updated");
        json.take("/period/durationInDays");
        String name = text("/title", Field.NAME).orElse(null);
        text("/description", Field.CONTENT);
        json.text("/status").ifPresent(status -> stage(status));
        json.text("/type").ifPresent(type -> keep("/type", Field.NATURE, Oc4idsWords.nature(type), "nature"));
        sectors().stream().reduce((first, last) -> last).ifPresent(sector -> put("/sector", Field.SECTOR, sector));
        day("/period/startDate", Field.BEGINS);
        day("/period/endDate", Field.ENDS);
        happened("/implementationPeriod/startDate", Field.STARTED);
        happened("/completion/endDate", Field.FINISHED);
        code();
        parties();
        money("/budget/amount").ifPresent(total -> put("/budget/amount", Field.TOTAL, total));
        Coordinates site = site();
        List<Month> months = months();
        List<Step> steps = steps();
        return new Line(row, name, values, places, null, null, json.faults(), new Beyond(id(), site, months, steps));
    }

    private ProjectId id() {
        String id = json.text("/id").orElse("");
        try {
            return id.startsWith(Oc4idsWords.PREFIX) ? new ProjectId(id.substring(Oc4idsWords.PREFIX.length())) : null;
        } catch (IllegalArgumentException e) {
            return null; // somebody else's, which only begins so
        }
    }

    private void stage(String status) {
        Set<Stage> stages = Oc4idsWords.stages(status);
        boolean done = stages.contains(Stage.COMPLETED)
                && (stages.size() == 1 || !json.look("/completion/endDate").isMissingNode());
        keep(
                "/status",
                Field.STAGE,
                done
                        ? Optional.of(Stage.COMPLETED)
                        : stages.stream()
                                .filter(each -> each != Stage.COMPLETED)
                                .findFirst(),
                "stage");
    }

    /** All that are named: the last is the narrowest, {@code transport.road} after {@code transport}. */
    private Set<String> sectors() {
        Set<String> sectors = new LinkedHashSet<>();
        for (int i = 0; i < json.size("/sector"); i++) {
            String pointer = "/sector/" + i;
            json.text(pointer)
                    .filter(sector -> sector.length() <= LONGEST_SECTOR && sector.matches("[A-Za-z.]+"))
                    .ifPresentOrElse(sectors::add, () -> json.fault(pointer, "sector"));
        }
        return sectors;
    }

    private void code() {
        for (int i = 0; i < json.size("/identifiers"); i++) {
            String at = "/identifiers/" + i;
            if (json.look(at + "/scheme").asText().equals(Oc4idsWords.CODE)) {
                json.take(at + "/scheme");
                text(at + "/id", Field.CODE);
                return;
            }
        }
    }

    /** Who builds, and who answers for it; the authority itself is the town. */
    private void parties() {
        party("buyer", Field.OWNER);
        party("administrativeEntity", Field.UNIT);
    }

    private void party(String role, Field field) {
        for (int i = 0; i < json.size("/parties"); i++) {
            String at = "/parties/" + i;
            for (int j = 0; j < json.size(at + "/roles"); j++) {
                if (json.look(at + "/roles/" + j).asText().equals(role)) {
                    json.take(at + "/roles/" + j);
                    json.take(at + "/id");
                    text(at + "/name", field);
                    return;
                }
            }
        }
    }

    /** The first point; what it is called is the place as text. */
    private Coordinates site() {
        for (int i = 0; i < json.size("/locations"); i++) {
            String at = "/locations/" + i;
            boolean point = json.look(at + "/geometry/type").asText().equals("Point");
            if (!point && json.look(at + "/description").isMissingNode()) {
                continue;
            }
            json.take(at + "/id");
            text(at + "/description", Field.PLACE);
            return point ? point(at + "/geometry") : null;
        }
        return null;
    }

    private Coordinates point(String at) {
        json.take(at + "/type");
        Optional<BigDecimal> east = json.number(at + "/coordinates/0");
        Optional<BigDecimal> north = json.number(at + "/coordinates/1");
        if (east.isEmpty() || north.isEmpty()) {
            json.fault(at + "/coordinates", "type");
            return null;
        }
        double longitude = east.get().doubleValue();
        double latitude = north.get().doubleValue();
        if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) {
            json.fault(at + "/coordinates", "place", north.get() + ", " + east.get());
            return null;
        }
        places.put(Field.SITE, json.place(at));
        return new Coordinates(latitude, longitude);
    }

    private List<Month> months() {
        List<Month> months = new ArrayList<>();
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
    private Optional<Month> month(String at) {
        json.take(at + "/id");
        Optional<LocalDate> first = day(at + "/period/startDate");
        Optional<LocalDate> last = day(at + "/period/endDate");
        Optional<Money> money = money(at + "/value");
        if (first.isEmpty() || last.isEmpty() || money.isEmpty()) {
            return Optional.empty();
        }
        YearMonth month = YearMonth.from(first.get());
        if (!first.get().equals(month.atDay(1)) || !last.get().equals(month.atEndOfMonth())) {
            json.fault(at + "/period", "month", first.get() + "–" + last.get());
            return Optional.empty();
        }
        if (month.isAfter(YearMonth.from(present.today()))) {
            json.fault(at + "/period", "future", month.toString());
            return Optional.empty();
        }
        return Optional.of(new Month(month, money.get(), json.place(at + "/value")));
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < json.size("/milestones"); i++) {
            String at = "/milestones/" + i;
            json.take(at + "/dateModified");
            String name = json.text(at + "/title").orElse("");
            String id = json.text(at + "/id").orElse("");
            String status = json.text(at + "/status").orElse("");
            LocalDate due = day(at + "/dueDate").orElse(null);
            LocalDate met = day(at + "/dateMet").orElse(null);
            if (status.equals("met") && met == null) {
                json.fault(at, "day", name);
            }
            steps.add(new Step(json.place(at), id, name, due, met, !status.isEmpty() && !status.equals("met")));
        }
        return steps;
    }

    private Optional<String> text(String pointer, Field field) {
        Optional<String> text = json.text(pointer)
                .map(raw -> field == Field.CONTENT
                        ? raw.replace("\r\n", "\n").replace('\r', '\n')
                        : raw.replaceAll("\\s*\\R\\s*", " ").replaceAll("\\p{Cf}", ""))
                .filter(Predicate.not(String::isBlank));
        boolean signs = text.isPresent()
                && text.get().chars().anyMatch(sign -> sign < ' ' && sign != '\n' && sign != '\t' || sign == 0x7f);
        if (signs || text.isPresent() && text.get().length() > RowReader.LONGEST.get(field)) {
            json.fault(pointer, signs ? "signs" : "long");
            return Optional.empty();
        }
        text.ifPresent(said -> put(pointer, field, said));
        return text;
    }

    private void day(String pointer, Field field) {
        day(pointer).ifPresent(day -> put(pointer, field, day));
    }

    private void happened(String pointer, Field field) {
        Optional<LocalDate> day = day(pointer);
        if (day.isPresent() && day.get().isAfter(present.today())) {
            json.fault(pointer, "future");
        } else {
            day.ifPresent(on -> put(pointer, field, on));
        }
    }

    private Optional<LocalDate> day(String pointer) {
        Optional<String> text = json.text(pointer);
        Optional<LocalDate> day = text.flatMap(said -> Oc4idsWords.day(said, present.zone()))
                .filter(found -> YEARS.contains(found.getYear() / 100));
        if (text.isPresent() && day.isEmpty()) {
            json.fault(pointer, "date");
        }
        return day;
    }

    /** In whole yuan: no other money is changed into it. */
    private Optional<Money> money(String at) {
        Optional<BigDecimal> amount = json.number(at + "/amount");
        if (amount.isEmpty()) {
            return Optional.empty();
        }
        JsonNode currency = json.take(at + "/currency");
        if (!currency.asText().equals(Oc4idsWords.CURRENCY)) {
            json.fault(at, "currency", amount.get().toString() + " " + currency.asText());
            return Optional.empty();
        }
        BigDecimal yuan = amount.get();
        if (yuan.signum() < 0 || (long) yuan.precision() - yuan.scale() > MOST_DIGITS || yuan.scale() > 1000) {
            json.fault(at + "/amount", "amount");
            return Optional.empty();
        }
        return Optional.of(new Money(yuan.setScale(0, RoundingMode.HALF_UP).longValueExact()));
    }

    private void keep(String pointer, Field field, Optional<?> value, String code) {
        value.ifPresentOrElse(known -> put(pointer, field, known), () -> json.fault(pointer, code));
    }

    private void put(String pointer, Field field, Object value) {
        if (field != Field.NAME) {
            values.put(field, value);
        }
        places.put(field, json.place(pointer));
    }
}
