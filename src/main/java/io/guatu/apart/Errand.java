package io.guatu.apart;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * What a process of its own does, and how it is spoken with. Both ends are this program: one writes what the other reads.
 *
 * @param <O> an order
 * @param <A> an answer
 * @param <X> what is said instead: it cannot be done, and will not be the next time
 */
public interface Errand<O, A, X extends Exception> {
    /** Whose {@code main} {@link #serve}s. */
    Class<?> main();

    /** Options of its Java beyond those that every one has, its {@code -Xmx} among them. */
    List<String> options();

    void write(DataOutputStream out, O order) throws IOException;

    /** @throws X when that is the answer */
    A read(DataInputStream in) throws IOException, X;

    /** What it means that its memory was not enough. */
    X tooLarge();

    /** What it means that it worked for too long. */
    X tooLong();

    /** Reads one order and writes its answer. */
    interface Server {
        void answer(DataInputStream in, DataOutputStream out) throws IOException;
    }

    /** In the process: one order after the other from its input to its output, until the input ends with whoever started it. */
    static void serve(Server server) throws IOException {
        // A library that prints must not speak in between.
        System.setOut(System.err);
        try (DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in));
                DataOutputStream out =
                        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))) {
            while (true) {
                server.answer(in, out);
                out.flush();
            }
        } catch (EOFException over) {
            // nobody needs it any more
        }
    }
}
