package io.guatu.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.guatu.domain.Author;
import io.guatu.domain.ProgressUpdate.StillTrue;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Role;
import io.guatu.ledger.Batch;
import io.guatu.ledger.Head;
import io.guatu.ledger.IdempotencyKey;
import io.guatu.ledger.MemoryLedger;
import io.guatu.ledger.NewEntry;
import io.guatu.ledger.Seal;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealsTest {
    private final MemoryLedger ledger = new MemoryLedger();
    private final Seals seals = new Seals(ledger);
    private int told;

    private Head tell() {
        Batch batch = new Batch(ledger.head().result());
        batch.add(new NewEntry(
                new ProjectId("road"),
                ++told,
                Instant.EPOCH,
                new Author("office", Role.OFFICE, "办", null),
                new StillTrue(null, null)));
        batch.take(new IdempotencyKey("office", "k" + told), "f");
        ledger.append(batch);
        return ledger.head().result();
    }

    @Test
    void where_it_stood_is_known_and_the_ledger_is_asked_for_the_rest() {
        Head one = tell();
        Head two = tell();
        Head three = tell();
        seals.stand(two);
        assertEquals(one.seal(), seals.at(1).result());
        assertEquals(two.seal(), seals.at(2).result());
        assertEquals(three.seal(), seals.at(3).result(), "ahead of this node");
        assertNull(seals.at(4).result());
        Head four = tell();
        assertEquals(four.seal(), seals.at(4).result(), "that there was none is not kept");
    }

    @Test
    void of_another_epoch_nothing_is_known_that_was_so_before() {
        Head one = tell();
        Seal other = new Seal("sha-256:" + "f".repeat(64));
        seals.stand(new Head(one.epoch(), 1, other, one.at()));
        assertEquals(other, seals.at(1).result());
        seals.stand(new Head(new UUID(2, 2), 0, Seal.NONE, one.at()));
        assertEquals(one.seal(), seals.at(1).result());
    }
}
