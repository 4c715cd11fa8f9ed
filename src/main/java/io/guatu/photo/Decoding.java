package io.guatu.photo;

import io.guatu.apart.Errand;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/** Decoding as an errand. */
final class Decoding implements Errand<DecoderWire.Order, Picture, NotAPicture> {
    @Override
    public Class<?> main() {
        return DecoderMain.class;
    }

    @Override
    public List<String> options() {
        // The quick compiler alone: half of the processor for the first picture, and no more for each after it.
        return List.of("-Xmx320m", "-XX:TieredStopAtLevel=1");
    }

    @Override
    public void write(DataOutputStream out, DecoderWire.Order order) throws IOException {
        DecoderWire.write(out, order);
    }

    @Override
    public Picture read(DataInputStream in) throws IOException, NotAPicture {
        return DecoderWire.readPicture(in);
    }

    @Override
    public NotAPicture tooLarge() {
        return new NotAPicture(NotAPicture.Why.PHOTO_TOO_MANY_PIXELS);
    }

    @Override
    public NotAPicture tooLong() {
        return new NotAPicture(NotAPicture.Why.PHOTO_TOO_COMPLEX);
    }
}
