package io.guatu.app;

import io.guatu.access.HeadSignatures;
import io.guatu.access.HeadSignatures.Signed;
import io.guatu.access.KeyMarks;
import io.guatu.access.Keys;
import io.guatu.ledger.AccessCheck;
import io.guatu.ledger.ChainCheck;
import io.guatu.ledger.Head;
import io.guatu.ledger.PgLedger;
import io.guatu.ledger.PgSnapshotStore;
import io.guatu.relay.SnapshotAudit;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;

/** {@code guatu verify}: whether the ledger is as it was written, for whoever is at the terminal. Blocks. */
final class Verification {
    private final Vertx vertx;
    private final Pool pool;

    Verification(Vertx vertx, Pool pool) {
        this.vertx = vertx;
        this.pool = pool;
    }

    /** The chain from its first entry to the head. */
    boolean chain() throws Exception {
        ChainCheck.Result result = new ChainCheck(vertx, pool).run().await();
        System.out.println(result.broken()
                .map(broken -> "The ledger is broken: entry " + broken.seq() + " " + broken.why() + ".")
                .orElse("The ledger is whole: " + result.entries() + " entries."));
        return result.broken().isEmpty();
    }

    /** What the nodes signed at the time, against what is there: an end that was cut off shows here alone. */
    boolean heads(Config config) throws Exception {
        if (!Files.exists(config.keys())) {
            System.out.println("There are no keys at " + config.keys()
                    + ": signed heads and the access log were not compared. Name them by GUATU_KEYS.");
            return !Files.exists(
                    config.data().resolve(HeadFile.NAME)); // where nothing was ever signed, nothing is amiss
        }
        HeadSignatures signatures = new HeadSignatures(vertx, Keys.load(vertx, config.keys()), Clock.systemUTC());
        HeadFile file = new HeadFile(config.data(), signatures);
        List<Signed> heads = file.read();
        if (heads.isEmpty()) {
            System.out.println(
                    "There is no signed head in " + file.path() + ": an end that was cut off would not show.");
            return true;
        }
        PgLedger ledger = new PgLedger(pool);
        Head now = ledger.head().await();
        int agree = 0;
        int before = 0;
        for (Signed signed : heads) {
            Head then = signed.head();
            if (then.seal().equals(ledger.from(then.seq(), 1).await().seal())) {
                agree++;
            } else if (then.epoch().equals(now.epoch())) {
                System.out.println("The ledger is broken: entry " + then.seq() + " " + ChainCheck.Why.SIGNED + " ("
                        + signed.signed() + ", in " + file.path() + ").");
                return false;
            } else {
                before++;
            }
        }
        System.out.println("Signed heads in " + file.path() + " that agree with it: " + agree + ".");
        if (before > 0) {
            System.out.println(
                    before + " were signed before the ledger was renewed (after a restore, say), and name what is"
                            + " no more. If nobody restored it, ask who did.");
        }
        return true;
    }

    /** Who came in: whether a line was changed, or cut out. */
    boolean access(Config config) throws Exception {
        if (!Files.exists(config.keys())) {
            return true;
        }
        AccessCheck.Result result = new AccessCheck(pool, new KeyMarks(Keys.load(vertx, config.keys())))
                .run()
                .await();
        System.out.println(result.broken()
                .map(line -> "The access log is broken: line " + line + " is missing, or is not as it was written.")
                .orElse("The access log is whole: " + result.checked() + " lines"
                        + (result.unknown() > 0
                                ? ", " + result.unknown() + " of them by keys that are no more."
                                : ".")));
        return result.broken().isEmpty();
    }

    /** Every snapshot against a fold of all entries. */
    boolean snapshots() throws Exception {
        SnapshotAudit.Result result = new SnapshotAudit(
                        vertx, new PgLedger(pool), new PgSnapshotStore(pool), Build.FOLD)
                .run()
                .await();
        for (long seq : result.different()) {
            System.out.println("The snapshot at entry " + seq + " is not what the entries up to it say.");
        }
        System.out.println(result.compared() + " snapshots of this program were compared with the entries, "
                + result.different().size() + " differ.");
        return result.different().isEmpty();
    }
}
