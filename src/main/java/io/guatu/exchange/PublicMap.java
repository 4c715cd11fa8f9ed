package io.guatu.exchange;

import io.guatu.domain.Coordinates;
import io.guatu.ledger.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Public projects where they are, by their numbers in the list: a picture of a town some kilometres wide, where the Earth is
 * flat. Numbers that would cover one another stand beside their places.
 */
final class PublicMap {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 520;
    private static final int AIR = 26;
    private static final double RADIUS = 10;
    private static final int ROUNDS = 60;

    private record Point(double x, double y) {}

    private final double scale;
    private final double squeeze;
    private final double aside;
    private final double down;
    private final double west;
    private final double north;

    private PublicMap(List<Coordinates> all) {
        double south = all.stream().mapToDouble(Coordinates::latitude).min().orElseThrow();
        north = all.stream().mapToDouble(Coordinates::latitude).max().orElseThrow();
        west = all.stream().mapToDouble(Coordinates::longitude).min().orElseThrow();
        double east = all.stream().mapToDouble(Coordinates::longitude).max().orElseThrow();
        squeeze = Math.cos(Math.toRadians((south + north) / 2));
        scale = Math.min(
                (WIDTH - 2 * AIR) / Math.max((east - west) * squeeze, 0.001),
                (HEIGHT - 2 * AIR) / Math.max(north - south, 0.001));
        aside = (WIDTH - (east - west) * squeeze * scale) / 2;
        down = (HEIGHT - (north - south) * scale) / 2;
    }

    /** Nothing where no place is public. */
    static String of(PublicBoard board) {
        List<PublicBoard.Item> placed =
                board.projects().stream().filter(item -> item.site() != null).toList();
        if (placed.isEmpty()) {
            return "";
        }
        List<List<Coordinates>> rings = board.outline() == null ? List.of() : board.outline();
        PublicMap map = new PublicMap(Stream.of(
                        rings.stream().flatMap(List::stream),
                        placed.stream().map(PublicBoard.Item::site),
                        placed.stream().filter(item -> item.course() != null).flatMap(item -> item.course().stream()))
                .flatMap(each -> each)
                .toList());
        StringBuilder svg = new StringBuilder(
                "<svg class=\"map\" viewBox=\"0 0 %d %d\" aria-hidden=\"true\">".formatted(WIDTH, HEIGHT));
        rings.forEach(ring -> svg.append("<polygon class=\"outline\" points=\"%s\"/>".formatted(map.points(ring))));
        for (PublicBoard.Item item : placed) {
            if (item.course() != null) {
                svg.append("<polyline class=\"course %s\" points=\"%s\"/>"
                        .formatted(colour(item), map.points(item.course())));
            }
        }
        List<Point> places = placed.stream().map(item -> map.at(item.site())).toList();
        List<Point> seats = apart(places);
        for (int i = 0; i < placed.size(); i++) {
            Point at = places.get(i);
            Point seat = seats.get(i);
            svg.append(String.format(
                    Locale.ROOT,
                    "<g class=\"%s\"><line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/><circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.0f\"/>"
                            + "<text x=\"%.1f\" y=\"%.1f\">%d</text></g>",
                    colour(placed.get(i)),
                    at.x(),
                    at.y(),
                    seat.x(),
                    seat.y(),
                    seat.x(),
                    seat.y(),
                    RADIUS,
                    seat.x(),
                    seat.y() + 4,
                    board.projects().indexOf(placed.get(i)) + 1));
        }
        return svg.append("</svg>").toString();
    }

    private static String colour(PublicBoard.Item item) {
        return item.lamp() == null ? "plain" : Json.kebab(item.lamp());
    }

    /** Those that cover one another step aside, a little each round. */
    private static List<Point> apart(List<Point> places) {
        List<Point> seats = new ArrayList<>(places);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < seats.size(); i++) {
                for (int j = i + 1; j < seats.size(); j++) {
                    Point one = seats.get(i);
                    Point other = seats.get(j);
                    double x = other.x() - one.x() + (j - i) * 1e-3;
                    double y = other.y() - one.y() + 1e-3;
                    double far = Math.hypot(x, y);
                    double push = (2 * RADIUS + 2 - far) / 2;
                    if (push > 0) {
                        seats.set(i, inside(one.x() - x / far * push, one.y() - y / far * push));
                        seats.set(j, inside(other.x() + x / far * push, other.y() + y / far * push));
                    }
                }
            }
        }
        return seats;
    }

    private static Point inside(double x, double y) {
        return new Point(
                Math.max(RADIUS + 1, Math.min(WIDTH - RADIUS - 1, x)),
                Math.max(RADIUS + 1, Math.min(HEIGHT - RADIUS - 1, y)));
    }

    private Point at(Coordinates place) {
        return new Point(
                aside + (place.longitude() - west) * squeeze * scale, down + (north - place.latitude()) * scale);
    }

    private String points(List<Coordinates> line) {
        return line.stream()
                .map(this::at)
                .map(at -> String.format(Locale.ROOT, "%.1f,%.1f", at.x(), at.y()))
                .collect(Collectors.joining(" "));
    }
}
