package io.guatu.domain;

/**
 * A place on Earth, WGS-84, in degrees.
 *
 * @param latitude −90 to 90
 * @param longitude −180 to 180
 */
public record Coordinates(double latitude, double longitude) {
    private static final double EARTH_METRES = 6_371_008.8;

    /** Along the surface, by the haversine formula on a sphere; good to half a percent. */
    public long metresTo(Coordinates other) {
        double north = Math.toRadians(other.latitude - latitude) / 2;
        double east = Math.toRadians(other.longitude - longitude) / 2;
        double half = Math.pow(Math.sin(north), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.pow(Math.sin(east), 2);
        return Math.round(2 * EARTH_METRES * Math.asin(Math.sqrt(half)));
    }
}
