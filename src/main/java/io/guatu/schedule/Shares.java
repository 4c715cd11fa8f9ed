package io.guatu.schedule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Weights by what things are worth: whole hundredths that sum to exactly what there is, by the largest remainder. */
final class Shares {
    private Shares() {}

    /**
     * What is worth nothing gets a hundredth, the least that a weight can be, from whoever has most. All worth nothing: equal ones.
     *
     * @param worth not negative
     * @param hundredths to be shared out; at least one for each
     */
    static int[] of(List<BigDecimal> worth, int hundredths) {
        if (worth.isEmpty()) {
            return new int[0];
        }
        List<BigInteger> whole = worth.stream()
                .map(each -> each.movePointRight(2).toBigInteger())
                .toList();
        BigInteger sum = whole.stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (sum.signum() == 0) {
            whole = worth.stream().map(none -> BigInteger.ONE).toList();
            sum = BigInteger.valueOf(worth.size());
        }
        int[] shares = new int[whole.size()];
        BigInteger[] rest = new BigInteger[whole.size()];
        int given = 0;
        for (int i = 0; i < shares.length; i++) {
            BigInteger[] part =
                    whole.get(i).multiply(BigInteger.valueOf(hundredths)).divideAndRemainder(sum);
            shares[i] = part[0].intValueExact();
            rest[i] = part[1];
            given += shares[i];
        }
        int left = hundredths - given;
        IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.<Integer, BigInteger>comparing(i -> rest[i]).reversed())
                .limit(left)
                .forEach(i -> shares[i]++);
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] == 0) {
                shares[most(shares)]--;
                shares[i] = 1;
            }
        }
        return shares;
    }

    private static int most(int[] shares) {
        return IntStream.range(0, shares.length)
                .boxed()
                .max(Comparator.comparingInt(i -> shares[i]))
                .orElseThrow();
    }
}
