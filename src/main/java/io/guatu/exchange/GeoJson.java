package io.guatu.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guatu.board.Board;
import io.guatu.board.Card;
import io.guatu.board.fold.Project;
import io.guatu.domain.Coordinates;
import io.guatu.ledger.Json;

/** The projects where they are (RFC 7946: longitude before latitude, WGS-84). Those without a place have none here either. */
public final class GeoJson {
    private GeoJson() {}

    public static ObjectNode of(Board board) {
        ObjectNode all = JsonNodeFactory.instance.objectNode().put("type", "FeatureCollection");
        ArrayNode features = all.putArray("features");
        for (Card card : board.cards().values()) {
            Project project = board.projects().byId().get(card.id());
            if (project.profile().site() != null) {
                features.add(feature(card, project));
            }
        }
        return all;
    }

    private static ObjectNode feature(Card card, Project project) {
        ObjectNode feature = JsonNodeFactory.instance.objectNode().put("type", "Feature");
        feature.put("id", card.id().value());
        feature.set("geometry", point(project.profile().site()));
        ObjectNode properties = feature.putObject("properties");
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

    static ObjectNode point(Coordinates place) {
        ObjectNode point = JsonNodeFactory.instance.objectNode().put("type", "Point");
        point.putArray("coordinates").add(place.longitude()).add(place.latitude());
        return point;
    }
}
