package io.guatu.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Finding in bytes what a load must know of them, cheaper than by reading them whole. */
final class Bytes {
    static final byte[] BLANK_LINE = of("\r\n\r\n");

    private Bytes() {}

    static byte[] of(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Where it begins, or -1. */
    static int indexOf(ByteBuffer in, int from, int to, byte[] what) {
        byte first = what[0];
        for (int i = from; i <= to - what.length; i++) {
            if (in.get(i) == first) {
                int k = 1;
                while (k < what.length && in.get(i + k) == what[k]) {
                    k++;
                }
                if (k == what.length) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** The digits that stand behind it, or -1 if it is not there. */
    static long number(ByteBuffer in, int from, int to, byte[] behind) {
        int at = indexOf(in, from, to, behind);
        if (at < 0) {
            return -1;
        }
        long number = 0;
        for (int i = at + behind.length; i < to && in.get(i) >= '0' && in.get(i) <= '9'; i++) {
            number = number * 10 + in.get(i) - '0';
        }
        return number;
    }
}
