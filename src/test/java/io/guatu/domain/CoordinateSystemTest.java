package io.guatu.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against pairs that were published with EvilTransform and coordtransform, and against itself. */
class CoordinateSystemTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "31.1774276, 121.5272106, 31.17530398364597, 121.531541859215, 1e-5", // Shanghai
        "22.543847, 113.912316, 22.540796131694766, 113.9171764808363, 1e-5", // Shenzhen
        "39.911954, 116.377817, 39.91334545536069, 116.38404722455657, 1e-5", // Beijing
        "39.915, 116.404, 39.91640428150164, 116.41024449916938, 1e-12",
        "39.7392, -104.9903, 39.7392, -104.9903, 0" // Denver is not shifted
    })
    void the_map_shows_what_was_published(double north, double east, double shownNorth, double shownEast, double near) {
        Coordinates shown = CoordinateSystem.gcj02(new Coordinates(north, east));
        assertEquals(shownNorth, shown.latitude(), near);
        assertEquals(shownEast, shown.longitude(), near);
    }

    @Test
    void baidus_is_shifted_once_more() {
        Coordinates gcj02 = CoordinateSystem.ofBaidu(new Coordinates(39.915, 116.404));
        assertEquals(39.90865673957631, gcj02.latitude(), 1e-12);
        assertEquals(116.39762729119315, gcj02.longitude(), 1e-12);
    }

    @Test
    void the_way_back_ends_where_it_began() {
        for (double north = 20; north < 52; north += 3.7) {
            for (double east = 76; east < 132; east += 4.3) {
                Coordinates place = new Coordinates(north, east);
                assertTrue(
                        place.metresTo(CoordinateSystem.GCJ_02.wgs84(CoordinateSystem.gcj02(place))) < 0.1,
                        place.toString());
            }
        }
    }

    @Test
    void what_is_said_to_be_wgs84_stays_to_the_last_digit() {
        Coordinates typed = new Coordinates(30.93811234567, 116.97);
        assertEquals(typed, CoordinateSystem.WGS_84.wgs84(typed));
    }

    @Test
    void a_line_and_its_place_are_of_one_system() {
        Coordinates typed = new Coordinates(30.94, 116.97);
        var placed = new ProjectUpdate.ProjectPlaced(typed, List.of(typed, typed), CoordinateSystem.BD_09, null);
        assertEquals(placed.place(), placed.line().get(0));
        assertTrue(placed.place().metresTo(typed) > 300);
    }
}
