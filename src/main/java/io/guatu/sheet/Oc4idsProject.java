package io.guatu.sheet;

import io.guatu.domain.Coordinates;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Stage;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One project of an OC4IDS file, as far as it was understood. What is understood is taken whole or named by its path; what the
 * board has no place for, or works out itself (how far the work is, how many days it takes), is {@link #left}.
 */
final class Oc4idsProject {
    private static final int LONGEST_SECTOR = 60;

    private final Taking json;
    private final Present present;
    private final Oc4idsValues read;
    private final Map<Field, Object> values = new EnumMap<>(Field.class);
    private final Map<Field, String> places = new EnumMap<>(Field.class);
    private final Line line;

    private Oc4idsProject(int row, Oc4idsFile file, Present present) {
        this.json = new Taking(file.place(), file.project());
        this.present = present;
        this.read = new Oc4idsValues(json, present);
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
        read.money("/budget/amount").ifPresent(total -> put("/budget/amount", Field.TOTAL, total));
        Coordinates site = site();
        Oc4idsSeries series = new Oc4idsSeries(json, read);
        Beyond beyond = new Beyond(id(), site, series.steps(), new Oc4idsContracts(json, read).all());
        return new Line(row, name, values, places, series.months(), json.faults(), beyond);
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
            Coordinates site = point ? read.point(at + "/geometry") : null;
            if (site != null) {
                places.put(Field.SITE, json.place(at + "/geometry"));
            }
            return site;
        }
        return null;
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
        read.day(pointer).ifPresent(day -> put(pointer, field, day));
    }

    private void happened(String pointer, Field field) {
        Optional<LocalDate> day = read.day(pointer);
        if (day.isPresent() && day.get().isAfter(present.today())) {
            json.fault(pointer, "future");
        } else {
            day.ifPresent(on -> put(pointer, field, on));
        }
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
