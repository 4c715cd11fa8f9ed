package io.guatu.app;

import io.guatu.access.KeyMarks;
import io.guatu.access.Keys;
import io.guatu.ledger.AccessLog;
import io.guatu.ledger.Aside;
import io.guatu.ledger.Chain;
import io.guatu.ledger.Complaints;
import io.guatu.ledger.Credentials;
import io.guatu.ledger.Database;
import io.guatu.ledger.Feeds;
import io.guatu.ledger.FormFiles;
import io.guatu.ledger.FrameStore;
import io.guatu.ledger.GrantUsage;
import io.guatu.ledger.Outbox;
import io.guatu.ledger.Pairings;
import io.guatu.ledger.PgEntrySearch;
import io.guatu.ledger.PgLedger;
import io.guatu.ledger.PgSnapshotStore;
import io.guatu.ledger.PhotoStore;
import io.guatu.ledger.Receivers;
import io.guatu.ledger.ScreenHeartbeats;
import io.guatu.ledger.SecondFactors;
import io.guatu.ledger.Seeding;
import io.guatu.ledger.Sessions;
import io.guatu.ledger.SigningKeys;
import io.guatu.ledger.Silence;
import io.guatu.ledger.TidingMarks;
import io.guatu.ledger.Tries;
import io.guatu.ledger.TypedFields;
import io.guatu.ledger.WriteProbe;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.function.LongSupplier;

/**
 * What a node keeps in the database. Writing and following have connections of their own, which no question takes from them:
 * what is asked of the past goes over others.
 *
 * @param past the ledger, as it is asked
 * @param pastSnapshots where past days begin
 */
record Stores(
        PgLedger ledger,
        AccessLog access,
        WriteProbe probe,
        PgSnapshotStore snapshots,
        PgLedger past,
        PgSnapshotStore pastSnapshots,
        PgEntrySearch entries,
        FrameStore frames,
        Chain chain,
        Credentials credentials,
        Sessions sessions,
        SecondFactors factors,
        SigningKeys signingKeys,
        Seeding seeding,
        PhotoStore photos,
        FormFiles forms,
        TypedFields typed,
        GrantUsage usage,
        ScreenHeartbeats heartbeats,
        Pairings pairings,
        Receivers receivers,
        Outbox outbox,
        TidingMarks marks,
        Feeds feeds,
        Complaints complaints,
        Tries tries) {

    /** @param end the first entry that this program does not understand */
    static Stores of(Vertx vertx, Database database, Keys keys, Clock clock, Silence silence, LongSupplier end) {
        Pool pool = database.pool(vertx, silence);
        Pool questions = database.questions(vertx, silence);
        return new Stores(
                new PgLedger(pool, database.line(vertx, silence), silence),
                new AccessLog(pool, questions, new KeyMarks(keys), clock),
                new WriteProbe(pool),
                new PgSnapshotStore(pool),
                new PgLedger(questions, silence, Aside.past(vertx)),
                new PgSnapshotStore(questions),
                new PgEntrySearch(questions, end),
                new FrameStore(questions),
                new Chain(vertx, questions, clock),
                new Credentials(pool),
                new Sessions(pool),
                new SecondFactors(pool),
                new SigningKeys(pool),
                new Seeding(pool),
                new PhotoStore(pool),
                new FormFiles(pool),
                new TypedFields(questions),
                new GrantUsage(pool),
                new ScreenHeartbeats(vertx, pool),
                new Pairings(pool),
                new Receivers(pool),
                new Outbox(pool),
                new TidingMarks(pool),
                new Feeds(pool),
                new Complaints(pool),
                new Tries(pool));
    }
}
