package io.guatu.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import net.coobird.thumbnailator.Thumbnails;

/** Decoding, turning, shrinking and encoding. */
final class Pixels {
    /** What is decoded of it at most: no side longer, so 25 megapixels, whatever the picture says of itself. */
    static final int DECODED = 5_000;

    private static final int HASH = 8;

    static {
        ImageIO.setUseCache(false);
    }

    private Pixels() {}

    /** Of a huge picture only every n-th pixel is read. */
    static BufferedImage read(Sifted sifted) throws NotAPicture {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(sifted.picture()))) {
            ImageReader reader =
                    ImageIO.getImageReadersByFormatName(sifted.format()).next();
            try {
                reader.setInput(in, true, true);
                ImageReadParam every = reader.getDefaultReadParam();
                int step = (Math.max(reader.getWidth(0), reader.getHeight(0)) + DECODED - 1) / DECODED;
                every.setSourceSubsampling(step, step, 0, 0);
                return reader.read(0, every);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            throw NotAPicture.unreadable();
        }
    }

    /** As it was seen, on white where it is transparent. {@code orientation} is EXIF's 1–8. */
    static BufferedImage upright(BufferedImage image, int orientation) {
        int w = image.getWidth();
        int h = image.getHeight();
        boolean lying = orientation >= 5;
        BufferedImage upright = new BufferedImage(lying ? h : w, lying ? w : h, BufferedImage.TYPE_INT_RGB);
        AffineTransform turn =
                switch (orientation) {
                    case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
                    case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
                    case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
                    case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
                    case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
                    case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
                    case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
                    default -> new AffineTransform();
                };
        Graphics2D paper = upright.createGraphics();
        paper.setColor(Color.WHITE);
        paper.fillRect(0, 0, upright.getWidth(), upright.getHeight());
        paper.drawImage(image, turn, null);
        paper.dispose();
        return upright;
    }

    /** No side longer than this; a smaller picture stays as it is. */
    static BufferedImage within(BufferedImage image, int longest) {
        return Math.max(image.getWidth(), image.getHeight()) <= longest ? image : sized(image, longest, longest, true);
    }

    static byte[] jpeg(BufferedImage image, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail to be written
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** dHash: whether each of 8 × 8 fields is brighter than its right neighbour. Small edits change few bits. */
    static String likeness(BufferedImage image) {
        BufferedImage tiny = sized(image, HASH + 1, HASH, false);
        long bits = 0;
        for (int y = 0; y < HASH; y++) {
            for (int x = 0; x < HASH; x++) {
                bits = bits << 1 | (bright(tiny, x, y) > bright(tiny, x + 1, y) ? 1 : 0);
            }
        }
        return String.format("%016x", bits);
    }

    private static int bright(BufferedImage image, int x, int y) {
        int rgb = image.getRGB(x, y);
        return 299 * (rgb >> 16 & 0xff) + 587 * (rgb >> 8 & 0xff) + 114 * (rgb & 0xff);
    }

    private static BufferedImage sized(BufferedImage image, int width, int height, boolean keepShape) {
        try {
            return Thumbnails.of(image)
                    .size(width, height)
                    .keepAspectRatio(keepShape)
                    .asBufferedImage();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is read or written
        }
    }
}
