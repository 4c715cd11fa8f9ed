package io.guatu.relay;

import io.guatu.bench.Growth;
import io.guatu.ledger.Batch;
import io.guatu.ledger.IdempotencyKey;
import io.guatu.ledger.MemoryLedger;
import java.time.LocalDate;
import java.time.ZoneId;

/** A ledger in memory that was told much. */
public final class GrownLedger {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate DAY = LocalDate.parse("2026-11-24");

    private GrownLedger() {}

    /** @param days over which they were told: another number makes another ledger */
    public static MemoryLedger of(int entries, int days) {
        MemoryLedger ledger = new MemoryLedger();
        Batch batch = new Batch(ledger.head().result());
        new Growth(entries, 3, 4, DAY.minusDays(days), DAY, ZONE)
                .tell(() -> batch.head().seq() + 1, batch::add);
        batch.take(new IdempotencyKey("office", "all"), "fingerprint");
        ledger.append(batch);
        return ledger;
    }
}
