package io.guatu.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guatu.board.Board;
import io.guatu.board.Card;
import io.guatu.board.fold.Project;
import io.guatu.domain.BoardUpdate.BoardOpened;
import io.guatu.domain.BoardUpdate.OutlineDrawn;
import io.guatu.domain.Coordinates;
import io.guatu.ledger.Json;
import java.util.List;
import java.util.Optional;

/**
 * The projects where they are (RFC 7946: longitude before latitude, WGS-84), the lines that some of them follow, and the outline
 * of the town. Those without a place have none here either.
 */
public final class GeoJson {
    private GeoJson() {}

    /** @param tiles what may lie under it: a member of its own, which RFC 7946 lets be */
    public static ObjectNode of(Board board, Optional<Tiles> tiles) {
        ObjectNode all = of(board);
        tiles.ifPresent(service -> all.putObject("tiles")
                .put("address", service.address())
                .put("system", Json.kebab(service.system()))
                .put("by", service.by()));
        return all;
    }

    private static ObjectNode of(Board board) {
        ObjectNode all = JsonNodeFactory.instance.objectNode().put("type", "FeatureCollection");
        ArrayNode features = all.putArray("features");
        for (Card card : board.cards().values()) {
            Project project = board.projects().byId().get(card.id());
            if (project.profile().site() != null) {
                features.add(feature(
                        card,
                        project,
                        card.id().value(),
                        point(project.profile().site())));
            }
            if (project.profile().course().size() > 1) {
                ObjectNode line = JsonNodeFactory.instance.objectNode().put("type", "LineString");
                places(line.putArray("coordinates"), project.profile().course(), false);
                features.add(feature(card, project, card.id().value() + "-course", line));
            }
        }
        OutlineDrawn outline = board.projects().settings().outward().outline();
        if (outline != null) {
            BoardOpened town = board.projects().settings().opened();
            features.add(outline(
                    outline, town == null ? outline.source() : town.name().zh()));
        }
        return all;
    }

    private static ObjectNode outline(OutlineDrawn outline, String name) {
        ObjectNode feature = feature("outline");
        ArrayNode polygons =
                feature.putObject("geometry").put("type", "MultiPolygon").putArray("coordinates");
        outline.lines().forEach(ring -> places(polygons.addArray().addArray(), ring, true));
        feature.putObject("properties").put("zh", name).put("source", outline.source());
        return feature;
    }

    private static ObjectNode feature(String id) {
        return JsonNodeFactory.instance.objectNode().put("type", "Feature").put("id", id);
    }

    private static ObjectNode feature(Card card, Project project, String id, ObjectNode geometry) {
        ObjectNode feature = feature(id);
        feature.set("geometry", geometry);
        ObjectNode properties = feature.putObject("properties");
        properties.put("project", card.id().value());
        properties.put("zh", card.name().zh());
        if (card.name().en() != null) {
            properties.put("en", card.name().en());
        }
        properties.put("stage", Json.kebab(card.stage()));
        if (project.description().place() != null) {
            properties.put("place", project.description().place());
        }
        if (card.lamp() != null) {
            properties.put("lamp", Json.kebab(card.lamp().colour()));
        }
        if (card.progress() != null) {
            properties.put("verified", card.progress().verified());
        }
        return feature;
    }

    /** @param closed whether it ends where it begins, as a ring does */
    private static void places(ArrayNode list, List<Coordinates> line, boolean closed) {
        line.forEach(place -> list.addArray().add(place.longitude()).add(place.latitude()));
        Coordinates first = line.get(0);
        if (closed && !first.equals(line.get(line.size() - 1))) {
            list.addArray().add(first.longitude()).add(first.latitude());
        }
    }

    static ObjectNode point(Coordinates place) {
        ObjectNode point = JsonNodeFactory.instance.objectNode().put("type", "Point");
        point.putArray("coordinates").add(place.longitude()).add(place.latitude());
        return point;
    }
}
