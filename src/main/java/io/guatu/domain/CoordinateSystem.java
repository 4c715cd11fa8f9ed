package io.guatu.domain;

/**
 * In which way coordinates were written down. Maps made in China show another place than the one that a receiver measures:
 * GCJ-02 (国测局, 高德 and 腾讯) shifts it by some 500 m, BD-09 (百度) shifts that once more. A pair of numbers does not say which it
 * is: whoever tells it does. 天地图 and CGCS2000 are WGS-84 to a metre.
 *
 * <p>The shift is secret; what follows is the approximation that is published everywhere (first in {@code EvilTransform},
 * 2013), good to a few metres. Outside a rectangle around the mainland there is none.
 */
public enum CoordinateSystem {
    WGS_84,
    GCJ_02,
    BD_09;

    /** Of the ellipsoid of Krassowsky (1940): half its axis in metres, and the square of its eccentricity. */
    private static final double AXIS = 6_378_245.0;

    private static final double ECCENTRICITY = 0.00669342162296594323;

    /** The middle of the land, around which the shift is a polynomial and waves. */
    private static final Coordinates MIDDLE = new Coordinates(35, 105);

    private static final double BAIDU_WAVE = Math.PI * 3000 / 180;
    private static final Coordinates BAIDU = new Coordinates(0.006, 0.0065);

    private static final int ROUNDS = 10;
    /** A tenth of a millimetre. */
    private static final double NEAR = 1e-9;

    /** The same place in WGS-84, to a centimetre. */
    public Coordinates wgs84(Coordinates written) {
        return switch (this) {
            case WGS_84 -> written;
            case GCJ_02 -> rounded(unshifted(written));
            case BD_09 -> rounded(unshifted(ofBaidu(written)));
        };
    }

    /** A place of WGS-84 as maps in GCJ-02 show it. */
    static Coordinates gcj02(Coordinates wgs84) {
        double north = wgs84.latitude();
        double east = wgs84.longitude();
        if (east < 72.004 || east > 137.8347 || north < 0.8293 || north > 55.8271) {
            return wgs84;
        }
        double x = east - MIDDLE.longitude();
        double y = north - MIDDLE.latitude();
        double both = wave(x, 6, 20) + wave(x, 2, 20);
        double metresNorth = -100
                + 2 * x
                + 3 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * Math.sqrt(Math.abs(x))
                + both
                + wave(y, 1, 20)
                + wave(y, 1 / 3.0, 40)
                + wave(y, 1 / 12.0, 160)
                + wave(y, 1 / 30.0, 320);
        double metresEast = 300
                + x
                + 2 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * Math.sqrt(Math.abs(x))
                + both
                + wave(x, 1, 20)
                + wave(x, 1 / 3.0, 40)
                + wave(x, 1 / 12.0, 150)
                + wave(x, 1 / 30.0, 300);
        double phi = Math.toRadians(north);
        double bulge = 1 - ECCENTRICITY * Math.pow(Math.sin(phi), 2);
        double alongMeridian = AXIS * (1 - ECCENTRICITY) / Math.pow(bulge, 1.5);
        double alongParallel = AXIS / Math.sqrt(bulge) * Math.cos(phi);
        return new Coordinates(
                north + Math.toDegrees(metresNorth / alongMeridian), east + Math.toDegrees(metresEast / alongParallel));
    }

    private static double wave(double of, double quick, double high) {
        return high * 2 / 3 * Math.sin(of * quick * Math.PI);
    }

    /** The shift of a place is nearly that of its neighbour: a few rounds find the place that was shifted here. */
    private static Coordinates unshifted(Coordinates gcj02) {
        Coordinates guess = gcj02;
        for (int i = 0; i < ROUNDS; i++) {
            Coordinates shown = gcj02(guess);
            double north = shown.latitude() - gcj02.latitude();
            double east = shown.longitude() - gcj02.longitude();
            guess = new Coordinates(guess.latitude() - north, guess.longitude() - east);
            if (Math.abs(north) < NEAR && Math.abs(east) < NEAR) {
                break;
            }
        }
        return guess;
    }

    static Coordinates ofBaidu(Coordinates bd09) {
        double x = bd09.longitude() - BAIDU.longitude();
        double y = bd09.latitude() - BAIDU.latitude();
        double far = Math.hypot(x, y) - 0.00002 * Math.sin(y * BAIDU_WAVE);
        double angle = Math.atan2(y, x) - 0.000003 * Math.cos(x * BAIDU_WAVE);
        return new Coordinates(far * Math.sin(angle), far * Math.cos(angle));
    }

    private static Coordinates rounded(Coordinates place) {
        return new Coordinates(Math.round(place.latitude() * 1e7) / 1e7, Math.round(place.longitude() * 1e7) / 1e7);
    }
}
