package io.guatu.photo;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;

/**
 * The process that decodes: one picture after the other from its input to its output, until the input ends with whoever
 * started it. What a picture does to its memory, it does to nobody else's.
 */
final class DecoderMain {
    private DecoderMain() {}

    public static void main(String[] none) throws IOException {
        // Not System.out: a library that prints must not speak in between.
        try (DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in));
                DataOutputStream out =
                        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))) {
            while (true) {
                DecoderWire.Order order = DecoderWire.readOrder(in);
                try {
                    DecoderWire.write(out, Picture.of(order.bytes(), order.site(), order.zone()));
                } catch (NotAPicture not) {
                    DecoderWire.write(out, not.why());
                }
                out.flush();
            }
        } catch (EOFException over) {
            // nobody needs it any more
        }
    }
}
