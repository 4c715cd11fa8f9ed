package io.guatu.apart;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * An errand whose order is some byte arrays and whose answer is one, or the number of a reason why there is none.
 *
 * @param <X> that reason
 */
public abstract class BytesErrand<X extends Exception> implements Errand<List<byte[]>, byte[], X> {
    private static final int LONGEST = 32 * 1024 * 1024;
    private static final int MOST_PARTS = 8;

    private static final int DONE = 'D';
    private static final int REFUSAL = 'R';

    /** The work itself, in the process. */
    public interface Work<X extends Exception> {
        byte[] done(List<byte[]> order) throws X;
    }

    /** @param why its number, from 0 */
    protected abstract X refused(int why);

    /** In the process: does the work for one order after the other. @param number of a reason, from 0 */
    @SuppressWarnings("unchecked") // the work throws nothing else that is checked
    public static <X extends Exception> void serve(Work<X> work, java.util.function.ToIntFunction<X> number)
            throws IOException {
        Errand.serve((in, out) -> {
            List<byte[]> order = new ArrayList<>();
            for (int parts = bounded(in.readInt(), MOST_PARTS); parts > 0; parts--) {
                order.add(bytes(in));
            }
            try {
                byte[] done = work.done(order);
                out.writeByte(DONE);
                bytes(out, done);
            } catch (RuntimeException fault) {
                throw fault;
            } catch (Exception refusal) {
                out.writeByte(REFUSAL);
                out.writeByte(number.applyAsInt((X) refusal));
            }
        });
    }

    @Override
    public void write(DataOutputStream out, List<byte[]> order) throws IOException {
        out.writeInt(order.size());
        for (byte[] part : order) {
            bytes(out, part);
        }
    }

    @Override
    public byte[] read(DataInputStream in) throws IOException, X {
        int what = in.readUnsignedByte();
        if (what == REFUSAL) {
            throw refused(in.readUnsignedByte());
        }
        if (what != DONE) {
            throw new IOException("the other end speaks another language: " + what);
        }
        return bytes(in);
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        byte[] bytes = new byte[bounded(in.readInt(), LONGEST)];
        in.readFully(bytes);
        return bytes;
    }

    private static int bounded(int number, int most) throws IOException {
        if (number < 0 || number > most) {
            throw new IOException("the other end speaks another language: " + number);
        }
        return number;
    }
}
