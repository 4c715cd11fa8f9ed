package io.guatu.ledger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A ledger whose appends are timed and counted: how long a commit takes, and how many entries share one. */
public final class MeteredLedger implements Ledger {
    private final Ledger ledger;
    private final Timer time;
    private final DistributionSummary entries;
    private final Counter failed;
    private final Counter again;

    public MeteredLedger(Ledger ledger, MeterRegistry registry) {
        this.ledger = ledger;
        time = Timer.builder("guatu.append")
                .description("How long a commit of entries took, from when it was sent until it was answered")
                .serviceLevelObjectives(
                        Duration.ofMillis(5),
                        Duration.ofMillis(20),
                        Duration.ofMillis(100),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(8))
                .register(registry);
        entries = DistributionSummary.builder("guatu.append.entries")
                .description("How many entries were committed together")
                .register(registry);
        failed = Counter.builder("guatu.append.failures")
                .description("Commits that the database did not answer, or refused; they are tried again")
                .register(registry);
        again = Counter.builder("guatu.append.overtaken")
                .description("Commits before which another node's came: decided again under the ledger's lock")
                .register(registry);
    }

    @Override
    public Future<Boolean> append(Batch batch) {
        long began = System.nanoTime();
        int size = size(batch);
        return ledger.append(batch).onComplete(done -> {
            if (done.failed()) {
                failed.increment();
            } else if (done.result()) {
                committed(began, size);
            } else {
                again.increment();
            }
        });
    }

    @Override
    public Future<Void> append(
            Head seen, Collection<IdempotencyKey> keys, Function<LockedLedger, Future<Void>> decide) {
        long began = System.nanoTime();
        int[] size = {0};
        return ledger.append(
                        seen, keys, locked -> decide.apply(locked).onSuccess(decided -> size[0] = size(locked.batch())))
                .onComplete(done -> {
                    if (done.failed()) {
                        failed.increment();
                    } else if (size[0] > 0) {
                        committed(began, size[0]);
                    }
                });
    }

    private static int size(Batch batch) {
        return (int) (batch.head().seq() - batch.base().seq());
    }

    private void committed(long began, int size) {
        time.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        entries.record(size);
    }

    @Override
    public Future<Head> head() {
        return ledger.head();
    }

    @Override
    public Future<Page> from(long seq, int limit) {
        return ledger.from(seq, limit);
    }

    @Override
    public Future<Void> renewEpoch(Head gone) {
        return ledger.renewEpoch(gone);
    }

    @Override
    public Future<Void> forgetOldKeys() {
        return ledger.forgetOldKeys();
    }

    @Override
    public Future<Void> ring(String payload) {
        return ledger.ring(payload);
    }
}
