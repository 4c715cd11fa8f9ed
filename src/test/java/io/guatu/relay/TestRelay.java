package io.guatu.relay;

import io.guatu.domain.RuleSet;
import io.guatu.ledger.Json;
import io.guatu.ledger.Ledger;
import io.guatu.ledger.Silence;
import io.guatu.state.Present;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** A relay that no bell wakes, on a day of its own. */
final class TestRelay {
    private TestRelay() {}

    static Relay of(Vertx vertx, Ledger ledger, Snapshots snapshots, LocalDate day) throws IOException {
        RuleSet rules = Json.read(Files.readString(Path.of("seeds/rules/daguan-1.json")), RuleSet.class);
        return new Relay(
                vertx,
                ledger,
                ring -> new Silent(),
                Silence.BORNE,
                Clock.fixed(day.atStartOfDay(GrownLedger.ZONE).toInstant(), GrownLedger.ZONE),
                System::nanoTime,
                snapshots,
                Present.begin(new UUID(0, 0), day, GrownLedger.ZONE, rules));
    }

    private static final class Silent implements Bell {
        @Override
        public void listen() {}

        @Override
        public boolean deaf() {
            return false;
        }

        @Override
        public void close() {}
    }
}
