package io.guatu.relay;

import io.guatu.ledger.Aside;
import io.guatu.ledger.Loop;
import io.guatu.ledger.SnapshotStore;
import io.guatu.ledger.SnapshotStore.Kept;
import io.guatu.state.Snapshot;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;

/** Reads a snapshot part by part: one is made into projects while the next one comes from the database. */
final class SnapshotReading {
    private record Made(SnapshotStore.Part part, Snapshot.Part of) {}

    private SnapshotReading() {}

    /** Its parts. Fails when they are not those that were written, or cannot be read. */
    static Future<List<Snapshot.Part>> of(Vertx vertx, Aside aside, SnapshotStore store, Kept kept) {
        List<Future<Made>> making = new ArrayList<>();
        return Loop.whileTrue(() -> Patience.with(vertx, () -> store.part(kept, making.size()))
                        .map(bytes -> {
                            if (bytes == null) {
                                return false;
                            }
                            int number = making.size();
                            making.add(aside.run(
                                    () -> new Made(SnapshotStore.Part.of(bytes), Snapshot.part(number, bytes))));
                            return true;
                        }))
                .compose(read -> Future.join(making))
                .map(made -> {
                    List<Made> parts = made.list();
                    if (!kept.holds(parts.stream().map(Made::part).toList())) {
                        throw new IllegalStateException("its bytes are not those that were written");
                    }
                    return parts.stream().map(Made::of).toList();
                });
    }
}
