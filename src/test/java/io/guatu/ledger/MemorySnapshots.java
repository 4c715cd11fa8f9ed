package io.guatu.ledger;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Snapshots in a map, which a test may damage. One thread at a time. */
public class MemorySnapshots implements SnapshotStore {
    private final Map<Kept, List<byte[]>> all = new LinkedHashMap<>();
    private final Ledger ledger;

    public MemorySnapshots(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Future<List<Kept>> upTo(String mark, long seq) {
        return Future.succeededFuture(all.keySet().stream()
                .filter(kept -> kept.mark().equals(mark) && kept.seq() <= seq)
                .filter(kept ->
                        kept.seal().equals(ledger.from(kept.seq(), 1).result().seal()))
                .sorted(Comparator.comparing(Kept::seq).reversed())
                .toList());
    }

    @Override
    public Future<byte[]> part(Kept kept, int number) {
        List<byte[]> parts = all.get(kept);
        return Future.succeededFuture(number < parts.size() ? parts.get(number) : null);
    }

    @Override
    public Future<Void> keep(String mark, Head head, List<Part> parts) {
        put(
                new Kept(mark, head.seq(), head.seal(), head.at(), SnapshotStore.sum(parts)),
                parts.stream().map(Part::bytes).toList());
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> thin(String mark) {
        return Future.succeededFuture();
    }

    /** As it is, right or wrong. */
    public void put(Kept kept, List<byte[]> parts) {
        all.put(kept, new ArrayList<>(parts));
    }

    public List<Kept> all() {
        return List.copyOf(all.keySet());
    }

    /** The parts themselves: what is changed in them is changed in the snapshot. */
    public List<byte[]> bytes(Kept kept) {
        return all.get(kept);
    }
}
