package io.guatu.photo;

import com.drew.lang.ByteArrayReader;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import io.guatu.domain.Coordinates;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.TimeZone;

/**
 * What the camera wrote into the photo. Of this only the time and a distance are ever kept.
 *
 * @param orientation 1–8 as in EXIF, 1 when nothing is said
 * @param taken null when nothing is said
 * @param place null when nothing is said
 */
record Exif(int orientation, Instant taken, Coordinates place) {
    private static final Exif NOTHING = new Exif(1, null, null);

    /** @param tiff the camera's block alone, never the file: of a file the library believes every length; or null */
    static Exif of(byte[] tiff, ZoneId zone) {
        if (tiff == null) {
            return NOTHING;
        }
        try {
            Metadata metadata = new Metadata();
            new ExifReader().extract(new ByteArrayReader(tiff), metadata);
            return new Exif(orientation(metadata), taken(metadata, zone), place(metadata));
        } catch (RuntimeException e) {
            return NOTHING; // whatever is wrong with its metadata, the picture may still be one
        }
    }

    private static int orientation(Metadata metadata) {
        ExifIFD0Directory exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        Integer said = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        return said == null || said < 1 || said > 8 ? 1 : said;
    }

    /** The library applies the offset that newer cameras write; the zone is for the others. */
    private static Instant taken(Metadata metadata, ZoneId zone) {
        ExifSubIFDDirectory exif = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        Date taken = exif == null ? null : exif.getDateOriginal(TimeZone.getTimeZone(zone));
        return taken == null ? null : taken.toInstant();
    }

    private static Coordinates place(Metadata metadata) {
        GpsDirectory gps = metadata.getFirstDirectoryOfType(GpsDirectory.class);
        GeoLocation place = gps == null ? null : gps.getGeoLocation();
        return place == null || place.isZero() ? null : new Coordinates(place.getLatitude(), place.getLongitude());
    }
}
