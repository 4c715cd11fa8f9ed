package io.guatu.photo;

import io.guatu.domain.Coordinates;
import io.guatu.domain.Photo;
import io.guatu.domain.PhotoId;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;

/** What a decoding process and whoever started it say to each other. */
final class DecoderWire {
    /** A picture of ours has less, whatever it was made of. */
    private static final int LONGEST = 32 * 1024 * 1024;

    private static final int PICTURE = 'P';
    private static final int REFUSAL = 'R';

    private DecoderWire() {}

    /** @param site may be null */
    record Order(byte[] bytes, Coordinates site, ZoneId zone) {}

    static void write(DataOutputStream out, Order order) throws IOException {
        write(out, order.bytes());
        out.writeBoolean(order.site() != null);
        if (order.site() != null) {
            out.writeDouble(order.site().latitude());
            out.writeDouble(order.site().longitude());
        }
        out.writeUTF(order.zone().getId());
    }

    static Order readOrder(DataInputStream in) throws IOException {
        byte[] bytes = readBytes(in);
        Coordinates site = in.readBoolean() ? new Coordinates(in.readDouble(), in.readDouble()) : null;
        return new Order(bytes, site, ZoneId.of(in.readUTF()));
    }

    static void write(DataOutputStream out, NotAPicture.Why why) throws IOException {
        out.writeByte(REFUSAL);
        out.writeByte(why.ordinal());
    }

    static void write(DataOutputStream out, Picture picture) throws IOException {
        Photo photo = picture.photo();
        out.writeByte(PICTURE);
        out.writeUTF(photo.sha256());
        out.writeUTF(photo.likeness());
        out.writeInt(photo.width());
        out.writeInt(photo.height());
        out.writeUTF(photo.taken() == null ? "" : photo.taken().toString());
        out.writeUTF(photo.metres() == null ? "" : photo.metres().toString());
        write(out, picture.jpeg());
        write(out, picture.thumbnail());
    }

    /** @throws NotAPicture when that is the answer */
    static Picture readPicture(DataInputStream in) throws IOException, NotAPicture {
        int what = in.readUnsignedByte();
        if (what == REFUSAL) {
            throw new NotAPicture(NotAPicture.Why.values()[in.readUnsignedByte()]);
        }
        if (what != PICTURE) {
            throw new IOException("the decoder speaks another language: " + what);
        }
        String sha256 = in.readUTF();
        String likeness = in.readUTF();
        int width = in.readInt();
        int height = in.readInt();
        String taken = in.readUTF();
        String metres = in.readUTF();
        Photo photo = new Photo(
                new PhotoId(sha256.substring(0, 32)),
                sha256,
                likeness,
                width,
                height,
                taken.isEmpty() ? null : Instant.parse(taken),
                metres.isEmpty() ? null : Long.valueOf(metres),
                null);
        return new Picture(readBytes(in), readBytes(in), photo);
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("the decoder speaks another language: a length of " + length);
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }
}
