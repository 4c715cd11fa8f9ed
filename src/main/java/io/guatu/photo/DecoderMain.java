package io.guatu.photo;

import io.guatu.apart.Errand;
import java.io.IOException;

/** The process that decodes, one picture after the other. What a picture does to its memory, it does to nobody else's. */
final class DecoderMain {
    private DecoderMain() {}

    public static void main(String[] none) throws IOException {
        Errand.serve((in, out) -> {
            DecoderWire.Order order = DecoderWire.readOrder(in);
            try {
                DecoderWire.write(out, Picture.of(order.bytes(), order.site(), order.zone()));
            } catch (NotAPicture not) {
                DecoderWire.write(out, not.why());
            }
        });
    }
}
