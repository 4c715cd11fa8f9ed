package io.guatu.relay;

import io.guatu.ledger.Aside;
import io.guatu.ledger.Loop;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Large work aside, piece by piece, on as many processors as it may take: between two pieces whoever else works there has his
 * turn, and who must end need not wait for the rest.
 */
final class Lanes {
    private Lanes() {}

    /**
     * What the pieces come to, in their order.
     *
     * @param goOn called before each piece: what it throws ends the work
     */
    static <T> Future<List<T>> all(Aside aside, List<Callable<T>> pieces, Runnable goOn) {
        List<T> made = new ArrayList<>(pieces.stream().map(piece -> (T) null).toList());
        int[] next = new int[1];
        List<Future<Void>> lanes = new ArrayList<>();
        int wide = aside.wide() ? Runtime.getRuntime().availableProcessors() : 1;
        for (int lane = 0; lane < wide; lane++) {
            lanes.add(Loop.whileTrue(() -> {
                if (next[0] == pieces.size()) {
                    return Future.succeededFuture(false);
                }
                int piece = next[0]++;
                return aside.run(() -> {
                            goOn.run();
                            return pieces.get(piece).call();
                        })
                        .map(done -> {
                            made.set(piece, done);
                            return true;
                        });
            }));
        }
        return Future.join(lanes).map(done -> made);
    }
}
