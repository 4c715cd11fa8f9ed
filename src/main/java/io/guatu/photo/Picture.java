package io.guatu.photo;

import io.guatu.domain.Coordinates;
import io.guatu.domain.Photo;
import io.guatu.domain.PhotoId;
import java.awt.image.BufferedImage;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.HexFormat;

/**
 * A photo as the board keeps it: a JPEG without metadata, upright, no side longer than {@value #LONGEST}, its thumbnail,
 * and what the ledger says of it.
 */
public record Picture(byte[] jpeg, byte[] thumbnail, Photo photo) {
    static final int LONGEST = 2_560;
    static final int THUMBNAIL = 360;

    /**
     * Blocks, for up to a second.
     *
     * @param site where the project is, or null: then no distance is known
     * @param zone of a camera's clock that does not name its own
     * @throws NotAPicture when these bytes are not to be kept
     */
    public static Picture of(byte[] bytes, Coordinates site, ZoneId zone) throws NotAPicture {
        Sifted sifted = Sifted.of(bytes);
        Exif exif = Exif.of(sifted.exif(), zone);
        // Shrunk before it is turned: there are never two large ones.
        BufferedImage kept = Pixels.upright(Pixels.within(Pixels.read(sifted), LONGEST), exif.orientation());
        String sha256 = sha256(bytes);
        Photo photo = new Photo(
                new PhotoId(sha256.substring(0, 32)),
                sha256,
                Pixels.likeness(kept),
                kept.getWidth(),
                kept.getHeight(),
                exif.taken(),
                site == null || exif.place() == null ? null : site.metresTo(exif.place()),
                null);
        return new Picture(Pixels.jpeg(kept, 0.85f), Pixels.jpeg(Pixels.within(kept, THUMBNAIL), 0.8f), photo);
    }

    /** Of bytes as they were sent, in hex. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }
}
