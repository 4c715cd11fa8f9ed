package io.guatu.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guatu.board.Board;
import io.guatu.board.figures.Curve;
import io.guatu.board.fold.Description;
import io.guatu.board.fold.Milestone;
import io.guatu.board.fold.Profile;
import io.guatu.board.fold.Project;
import io.guatu.domain.BoardUpdate.BoardOpened;
import io.guatu.domain.Landmark;
import io.guatu.domain.Money;
import io.guatu.domain.Percent;
import io.guatu.sheet.Oc4idsWords;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A board as an OC4IDS 0.9.5 project package (standard.open-contracting.org/infrastructure). Physical progress is a forecast
 * (as planned) and a metric (as verified), in percent; investment is a metric by month, in CNY; a contract is a contracting process with its modifications. What it has no place for, and is
 * therefore left out: lamps and their reasons, pending reports, permits, blockers, hazards, directives, 包联领导, contact, 入库, what is planned
 * of a year and a month, the weights, first days and order of milestones, their forecasts, the line that a project follows, and
 * every person's name. A file is read by {@code sheet}, which knows these words: what is written here is read as it was. Days are told as instants: the first of a day in the board's zone, or its last second.
 */
public final class Oc4ids {
    private final Board board;
    private final ZoneId zone;

    private Oc4ids(Board board) {
        this.board = board;
        this.zone = board.zone();
    }

    /**
     * @param address where the board is reached, or null: then the package is named by the board's epoch
     * @param at when what it says became so
     */
    public static ObjectNode of(Board board, String address, Instant at) {
        return new Oc4ids(board).pack(address, at);
    }

    private ObjectNode pack(String address, Instant at) {
        BoardOpened opened = board.projects().settings().opened();
        String name = opened == null ? "Guatu" : opened.name().zh();
        ObjectNode pack = object();
        pack.put("uri", address == null ? "urn:uuid:" + board.epoch() : address + "/api/oc4ids");
        pack.put("publishedDate", at.truncatedTo(ChronoUnit.SECONDS).toString());
        pack.putObject("publisher").put("name", name);
        pack.put("version", "0.9");
        ArrayNode projects = pack.putArray("projects");
        board.cards()
                .keySet()
                .forEach(id -> projects.add(project(board.projects().byId().get(id), name)));
        return pack;
    }

    private ObjectNode project(Project project, String town) {
        Profile profile = project.profile();
        Description described = project.description();
        ObjectNode node = object();
        node.put("id", Oc4idsWords.PREFIX + project.id().value());
        node.put("language", "zh");
        node.put("title", profile.name().zh());
        text(node, "description", described.content());
        node.put("status", Oc4idsWords.status(profile.stage()));
        text(node, "type", Oc4idsWords.type(described.nature()));
        node.putArray("sector").add(profile.sector());
        node.set("period", period(project));
        if (described.code() != null) {
            node.putArray("identifiers").addObject().put("id", described.code()).put("scheme", Oc4idsWords.CODE);
        }
        location(node, project);
        money(node, project.investment().total());
        parties(node, town, profile.owner(), described.unit());
        new Oc4idsContracts(zone, Oc4ids::value)
                .into(node, project.contracts().byNumber().values());
        milestones(node, project);
        progress(node, project);
        LocalDate started = profile.landmarks().get(Landmark.START);
        if (started != null) {
            node.putObject("implementationPeriod").put("startDate", begin(started));
        }
        LocalDate completed = profile.landmarks().get(Landmark.COMPLETION);
        if (completed != null) {
            node.putObject("completion").put("endDate", end(completed));
        }
        node.properties()
                .removeIf(member ->
                        member.getValue().isContainerNode() && member.getValue().isEmpty());
        return node;
    }

    private ObjectNode period(Project project) {
        List<Milestone> plan = List.copyOf(project.plan().milestones().values());
        LocalDate begins = first(
                project.description().begins(),
                plan.stream()
                        .map(Milestone::start)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
        LocalDate ends = first(
                project.description().ends(),
                plan.stream()
                        .map(Milestone::finish)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
        ObjectNode period = object();
        if (begins != null) {
            period.put("startDate", begin(begins));
        }
        if (ends != null) {
            period.put("endDate", end(ends));
        }
        if (begins != null && ends != null && !ends.isBefore(begins)) {
            period.put("durationInDays", ChronoUnit.DAYS.between(begins, ends) + 1);
        }
        return period;
    }

    private static void location(ObjectNode node, Project project) {
        if (project.profile().site() == null && project.description().place() == null) {
            return;
        }
        ObjectNode location = node.putArray("locations").addObject().put("id", "site");
        text(location, "description", project.description().place());
        if (project.profile().site() != null) {
            location.set("geometry", GeoJson.point(project.profile().site()));
        }
    }

    private static void money(ObjectNode node, Money total) {
        if (total != null) {
            node.putObject("budget").set("amount", value(total));
        }
    }

    private static void parties(ObjectNode node, String town, String owner, String unit) {
        ArrayNode parties = node.putArray("parties");
        party(parties, "town", town, "publicAuthority");
        party(parties, "owner", owner, "buyer");
        party(parties, "unit", unit, "administrativeEntity");
        node.putObject("publicAuthority").put("id", "town").put("name", town);
    }

    private static void party(ArrayNode parties, String id, String name, String role) {
        if (name != null) {
            parties.addObject()
                    .put("id", id)
                    .put("name", name)
                    .putArray("roles")
                    .add(role);
        }
    }

    private void milestones(ObjectNode node, Project project) {
        ArrayNode milestones = node.putArray("milestones");
        for (Milestone each : project.plan().milestones().values()) {
            ObjectNode milestone = milestones.addObject();
            milestone.put("id", each.id().value());
            milestone.put("title", each.name().zh());
            milestone.put("dueDate", end(each.finish()));
            milestone.put(
                    "status",
                    each.finished()
                            ? "met"
                            : each.finish().isBefore(board.day())
                                    ? "notMet"
                                    : each.done().compareTo(Percent.ZERO) > 0 ? "partiallyMet" : "scheduled");
            if (each.finished()) {
                milestone.put("dateMet", end(each.actual()));
            }
            if (each.reported() != null) {
                milestone.put(
                        "dateModified",
                        each.reported().truncatedTo(ChronoUnit.SECONDS).toString());
            }
        }
    }

    private void progress(ObjectNode node, Project project) {
        Curve curve = Curve.of(project, board.day(), zone);
        // What is planned of a day is to be done as it begins; what is verified was so as it ended.
        physical(node.putArray("forecasts"), curve.planned(), this::begin);
        ArrayNode metrics = node.putArray("metrics");
        physical(metrics, curve.verified(), this::end);
        Map<YearMonth, Money> months = project.investment().completed();
        if (!months.isEmpty()) {
            ArrayNode observations = metrics.addObject()
                    .put("id", Oc4idsWords.INVESTMENT)
                    .put("title", "Investment completed by month")
                    .putArray("observations");
            months.forEach((month, money) -> {
                ObjectNode observation = observations.addObject().put("id", month.toString());
                observation
                        .putObject("period")
                        .put("startDate", begin(month.atDay(1)))
                        .put("endDate", end(month.atEndOfMonth()));
                observation.set("value", value(money));
            });
        }
    }

    private static void physical(ArrayNode metrics, List<Curve.Point> points, Function<LocalDate, String> instant) {
        if (points.isEmpty()) {
            return;
        }
        ArrayNode observations = metrics.addObject()
                .put("id", Oc4idsWords.PROGRESS)
                .put("title", "Physical progress")
                .putArray("observations");
        for (Curve.Point point : points) {
            ObjectNode observation =
                    observations.addObject().put("id", point.day().toString());
            observation.putObject("period").put("endDate", instant.apply(point.day()));
            observation.put("measure", point.percent());
            observation
                    .putObject("unit")
                    .put("name", "percent")
                    .put("scheme", "UNCEFACT")
                    .put("id", "P1");
        }
    }

    private static ObjectNode value(Money money) {
        return object().put("amount", new BigDecimal(money.yuan())).put("currency", Oc4idsWords.CURRENCY);
    }

    private static void text(ObjectNode node, String member, String text) {
        if (text != null && !text.isBlank()) {
            node.put(member, text);
        }
    }

    private String begin(LocalDate day) {
        return Oc4idsWords.begin(day, zone);
    }

    private String end(LocalDate day) {
        return Oc4idsWords.end(day, zone);
    }

    private static LocalDate first(LocalDate... days) {
        return Stream.of(days).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
