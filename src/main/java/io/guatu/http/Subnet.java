package io.guatu.http;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Addresses that begin alike: {@code 10.1.0.0/16}, or one address. */
public record Subnet(InetAddress first, int bits) {
    /** @throws IllegalArgumentException when it is neither; names are not looked up */
    public static Subnet parse(String text) {
        String[] parts = text.split("/", 2);
        if (!parts[0].matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            throw new IllegalArgumentException("not an address: " + parts[0]);
        }
        try {
            InetAddress first = InetAddress.getByName(parts[0]);
            int all = first.getAddress().length * 8;
            int bits = parts.length == 1 ? all : Integer.parseInt(parts[1]);
            if (bits < 0 || bits > all) {
                throw new IllegalArgumentException("no such network: " + text);
            }
            return new Subnet(first, bits);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    boolean holds(InetAddress address) {
        byte[] one = first.getAddress();
        byte[] other = address.getAddress();
        int rest = one.length * 8 - bits;
        return one.length == other.length
                && new BigInteger(1, one).shiftRight(rest).equals(new BigInteger(1, other).shiftRight(rest));
    }
}
