package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.WebModule;
import io.guatu.domain.CoordinateSystem;
import io.guatu.domain.Coordinates;
import java.util.function.Function;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The parts of the map that need no browser: places on the glass, names that cover nothing, a file's outline. */
class TownMapTest {
    private static WebModule projection;
    private static WebModule labels;
    private static WebModule outline;

    @BeforeAll
    static void open() {
        projection = new WebModule("views/map/projection.js");
        labels = new WebModule("views/map/map-labels.js");
        outline = new WebModule("store/outline.js");
    }

    @AfterAll
    static void close() {
        projection.close();
        labels.close();
        outline.close();
    }

    private static String run(String source, WebModule of, String... exports) {
        Function<String, Object> export = of::export;
        return of.eval(source)
                .execute(java.util.Arrays.stream(exports).map(export).toArray())
                .toString();
    }

    @Test
    void a_place_on_the_glass_is_the_place_under_it() {
        assertEquals(
                "{\"latitude\":30.9381,\"longitude\":116.9771} true",
                run("""
                        (fitting, seen, under, nearer) => {
                          const room = { width: 800, height: 600 };
                          const town = { latitude: 30.9381, longitude: 116.9771 };
                          const view = fitting([{ latitude: 30.9, longitude: 116.93 }, { latitude: 30.98, longitude: 117.02 }], room, 40);
                          const at = seen(town, view, room);
                          const close = seen(town, nearer(view, 3, at, room), room);
                          return JSON.stringify(under(at, view, room)) + ' ' + (Math.hypot(close.x - at.x, close.y - at.y) < 1e-3);
                        }""", projection, "fitting", "seen", "under", "nearer"));
    }

    /** The server's conversion and the page's are one: a lamp stands on the tile where the place is. */
    @Test
    void a_place_is_shown_where_maps_made_in_china_show_it() {
        Coordinates town = new Coordinates(30.9381, 116.9771);
        String[] shown = run(
                        "(gcj02) => { const { latitude, longitude } = gcj02({ latitude: 30.9381, longitude: 116.9771 }); return latitude + ' ' + longitude; }",
                        projection,
                        "gcj02")
                .split(" ");
        Coordinates back = CoordinateSystem.GCJ_02.wgs84(
                new Coordinates(Double.parseDouble(shown[0]), Double.parseDouble(shown[1])));
        assertEquals(0, town.metresTo(back), shown[0] + " " + shown[1]);
        assertTrue(town.metresTo(new Coordinates(Double.parseDouble(shown[0]), Double.parseDouble(shown[1]))) > 300);
        assertEquals(
                "{\"latitude\":30.9381,\"longitude\":116.9771}",
                run(
                        "(gcj02, unshifted) => JSON.stringify(unshifted(gcj02({ latitude: 30.9381, longitude: 116.9771 })))",
                        projection,
                        "gcj02",
                        "unshifted"));
    }

    @Test
    void tiles_cover_the_glass_and_lie_where_their_places_are() {
        assertEquals("true true true", run("""
                        (tilesOf, fitting, seen, placeOf) => {
                          const room = { width: 800, height: 600 };
                          const view = fitting([{ latitude: 30.9, longitude: 116.93 }, { latitude: 30.98, longitude: 117.02 }], room, 40);
                          const tiles = tilesOf(view, room);
                          const corner = (tile) => seen(placeOf({ x: tile.x / 2 ** tile.z, y: tile.y / 2 ** tile.z }), view, room);
                          const near = tiles.every((tile) => Math.hypot(corner(tile).x - tile.left, corner(tile).y - tile.top) < 0.1);
                          const covers = (x, y) => tiles.some(({ left, top, size }) => left <= x && x <= left + size && top <= y && y <= top + size);
                          return near + ' ' + [[0, 0], [800, 0], [0, 600], [800, 600], [400, 300]].every(([x, y]) => covers(x, y)) + ' ' + tiles.every(({ size }) => size > 180 && size < 363);
                        }""", projection, "tilesOf", "fitting", "seen", "placeOf"));
    }

    /** 4 km at this latitude are 4 km, though Mercator stretches. */
    @Test
    void the_measure_is_true_where_the_map_is() {
        String said = run("""
                (fitting, measure, seen) => {
                  const room = { width: 800, height: 800 };
                  const view = fitting([{ latitude: 30.9, longitude: 116.9 }, { latitude: 31, longitude: 117 }], room, 0);
                  const { metres, pixels } = measure(view, 200);
                  const north = seen({ latitude: 30.9, longitude: 117 }, view, room).y - seen({ latitude: 31, longitude: 117 }, view, room).y;
                  return (metres / pixels) * north;
                }""", projection, "fitting", "measure", "seen");
        assertEquals(11_119, Double.parseDouble(said), 60);
    }

    @Test
    void no_name_covers_another_or_a_lamp_and_heaps_are_counted() {
        Value said = labels.eval("""
                (gathered, placedLabels) => {
                  const items = Array.from({ length: 40 }, (each, i) => ({ x: 300 + 260 * Math.cos(i * 2.4) * Math.sqrt(i / 40), y: 300 + 260 * Math.sin(i * 2.4) * Math.sqrt(i / 40), id: i }));
                  const heaps = gathered([...items, { ...items[3], id: 99 }], 16).map((heap) => ({ ...heap, label: { width: 70, height: 16 } }));
                  const done = placedLabels(heaps, 16, { width: 1000, height: 600 });
                  const boxes = [...done.map(({ box }) => box).filter(Boolean), ...done.map(({ x, y }) => ({ left: x - 8, right: x + 8, top: y - 8, bottom: y + 8 }))];
                  const over = boxes.some((a, i) => boxes.some((b, j) => i < j && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom));
                  return { over, heaps: heaps.length, two: heaps.filter(({ items }) => items.length === 2).length, named: done.filter(({ box }) => box).length };
                }""").execute(labels.export("gathered"), labels.export("placedLabels"));
        assertEquals(false, said.getMember("over").asBoolean());
        assertEquals(40, said.getMember("heaps").asInt());
        assertEquals(1, said.getMember("two").asInt());
        assertTrue(said.getMember("named").asInt() >= 38);
    }

    @Test
    void a_long_name_is_broken_into_lines_of_about_one_length() {
        assertEquals("鸿之达公司年产|5000吨新型环保|注塑制品生产线 Xuri smart|eco line", run("""
                        (linesOf) => {
                          const ems = (words) => [...words].reduce((sum, each) => sum + (each > '\\u2e80' ? 1 : 0.5), 0);
                          return linesOf('鸿之达公司年产5000吨新型环保注塑制品生产线', 8, ems).join('|') + ' ' + linesOf('Xuri smart eco line', 6, ems).join('|');
                        }""", labels, "linesOf"));
    }

    @Test
    void an_outline_is_read_from_what_offices_have() {
        assertEquals("1 700 true; 2; 0; 0; 0", run("""
                        (outlineOf) => {
                          const ring = (n) => Array.from({ length: n + 1 }, (each, i) => [117 + Math.cos(2 * Math.PI * i / n), 31 + Math.sin(2 * Math.PI * i / n)]);
                          const feature = (geometry) => JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', geometry }] });
                          const [large] = [outlineOf(feature({ type: 'Polygon', coordinates: [ring(800)] }))];
                          const two = outlineOf(feature({ type: 'MultiPolygon', coordinates: [[ring(4)], [ring(5)]] }));
                          const bad = ['{', '{"type":"Point","coordinates":[1,2]}', feature({ type: 'Polygon', coordinates: [[[1, 2], [3, 'x'], [4, 5], [1, 2]]] })].map((words) => outlineOf(words).length);
                          return [`${large.length} ${large[0].length} ${large[0].every(({ latitude }) => latitude < 33)}`, two.length, ...bad].join('; ');
                        }""", outline, "outlineOf"));
    }
}
