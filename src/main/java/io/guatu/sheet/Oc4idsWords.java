package io.guatu.sheet;

import io.guatu.domain.Stage;
import io.guatu.ledger.Json;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;

/** How OC4IDS 0.9.5 says what the board says: written and read in one place, so that what is written is read as it was. */
public final class Oc4idsWords {
    /** The prefix that the standard wants is given on registration; until then ids are the board's own. */
    public static final String PREFIX = "guatu-";
    /** The scheme of the national project code. */
    public static final String CODE = "CN-NDRC";

    public static final String CURRENCY = "CNY";
    public static final String INVESTMENT = "investment";
    public static final String PROGRESS = "physicalProgress";
    public static final String SUPPLIER = "supplier";
    /** The milestone of a contracting process that is the day on which the contract was signed. */
    public static final String SIGNED = "signed";

    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private Oc4idsWords() {}

    /** The standard goes on where the board ends: completed is completion, of which the day is told. */
    public static String status(Stage stage) {
        return stage == Stage.COMPLETED ? "completion" : Json.kebab(stage);
    }

    /** What a status may stand for; the first where nothing else is known. Empty for those of which the board knows nothing. */
    static Set<Stage> stages(String status) {
        return switch (status) {
            case "identification" -> Set.of(Stage.IDENTIFICATION);
            case "preparation" -> Set.of(Stage.PREPARATION);
            case "implementation" -> Set.of(Stage.IMPLEMENTATION);
            case "completion" -> Set.of(Stage.COMPLETION, Stage.COMPLETED);
            case "maintenance" -> Set.of(Stage.COMPLETED);
            case "cancelled" -> Set.of(Stage.CANCELLED);
            default -> Set.of();
        };
    }

    /** @param nature 建设性质; null, or none that the standard knows: null */
    public static String type(String nature) {
        return nature == null
                ? null
                : nature.contains("扩建")
                        ? "expansion"
                        : nature.contains("改建") || nature.contains("改造")
                                ? "rehabilitation"
                                : nature.contains("迁建") ? "replacement" : nature.contains("建") ? "construction" : null;
    }

    static Optional<String> nature(String type) {
        return Optional.ofNullable(
                switch (type) {
                    case "construction" -> "新建";
                    case "rehabilitation" -> "改建";
                    case "expansion" -> "扩建";
                    case "replacement" -> "迁建";
                    default -> null;
                });
    }

    /** The first moment of a day. */
    public static String begin(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant().toString();
    }

    /** Its last second. */
    public static String end(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1).toString();
    }

    /**
     * The day that is meant: where its first moment or its last second is written, in whatever offset, the one that is written;
     * else the one that it was here.
     */
    static Optional<LocalDate> day(String instant, ZoneId zone) {
        try {
            if (instant.length() == "2026-01-01".length()) {
                return Optional.of(LocalDate.parse(instant));
            }
            OffsetDateTime moment = OffsetDateTime.parse(instant);
            LocalTime time = moment.toLocalTime().withNano(0);
            return Optional.of(
                    time.equals(LocalTime.MIDNIGHT) || time.equals(LAST_SECOND)
                            ? moment.toLocalDate()
                            : LocalDate.ofInstant(moment.toInstant(), zone));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
