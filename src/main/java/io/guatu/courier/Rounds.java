package io.guatu.courier;

import io.guatu.board.Board;
import io.guatu.ledger.Json;
import io.guatu.ledger.Outbox;
import io.guatu.relay.Relay;
import io.guatu.tidings.Channel;
import io.guatu.tidings.Receiver;
import io.guatu.tidings.Tiding;
import io.guatu.tidings.Tidings;
import io.guatu.tidings.What;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells receivers what is due, a few at once. Whom, and what, is claimed in the database first: no other node tells the same,
 * and of what was claimed by a node that died it stays unknown whether it was told. Lives on the node's event loop.
 */
final class Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final int AT_ONCE = 4;
    /** A digest of more is no digest: the rest is counted. */
    private static final int DIGEST = 200;

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int SETTLING_TRIES = 10;
    private static final long SETTLE_AGAIN_MILLIS = 3_000;

    private final Vertx vertx;
    private final Relay relay;
    private final Outbox outbox;
    private final Directory directory;
    private final Channels channels;
    private final OutboxMetrics metrics;
    private final Clock clock;
    private int busy;
    private boolean stopped;
    private String complaint;
    private final Promise<Void> idle = Promise.promise();

    Rounds(
            Vertx vertx,
            Relay relay,
            Outbox outbox,
            Directory directory,
            Channels channels,
            OutboxMetrics metrics,
            Clock clock) {
        this.vertx = vertx;
        this.relay = relay;
        this.outbox = outbox;
        this.directory = directory;
        this.channels = channels;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Somebody may have something to hear. */
    void ring() {
        if (stopped || busy >= AT_ONCE) {
            return;
        }
        busy++;
        Instant now = clock.instant();
        outbox.claim(now, now.plus(LEASE))
                .compose(claim -> {
                    if (claim.isEmpty()) {
                        return Future.succeededFuture(false);
                    }
                    ring(); // and for another one beside it
                    return tell(claim.get()).map(true);
                })
                .onComplete(done -> {
                    busy--;
                    complain(done.failed() ? done.cause().toString() : null);
                    if (stopped && busy == 0) {
                        idle.tryComplete();
                    } else if (done.succeeded() && done.result()) {
                        ring();
                    }
                });
    }

    /** Once, and not with every second for which the database is away. */
    private void complain(String fault) {
        if (fault != null && !fault.equals(complaint) && !stopped) {
            LOG.warn("what is due is told later: {}", fault);
        }
        complaint = fault;
    }

    /** Completes when nothing is on its way any more: what is being told is told. */
    Future<Void> stop() {
        stopped = true;
        if (busy == 0) {
            idle.tryComplete();
        }
        return idle.future();
    }

    /** What is told one receiver in one message. @param said what was written of each, by its id */
    private record Bundle(Outbox.Claim claim, Receiver receiver, List<Outbox.Item> items, Map<Long, String> said) {}

    private Future<Void> tell(Outbox.Claim claim) {
        Receiver receiver = Wish.receiver(claim.receiver());
        boolean digest = receiver.hours().digest() != null && receiver.channel() != Channel.WEBHOOK;
        int most = digest ? DIGEST : channels.together(receiver.channel());
        Instant now = clock.instant();
        return outbox.claim(claim, now, now.plus(LEASE), most).compose(items -> {
            Board board = relay.board();
            List<Outbox.Item> live = new ArrayList<>();
            List<Outbox.Item> moot = new ArrayList<>();
            for (Outbox.Item item : items) {
                Tiding tiding = Writing.tiding(item);
                boolean worth = Tidings.stands(tiding, board) && receiver.stillHears(tiding, relay.roster());
                (worth ? live : moot).add(item);
            }
            return settle(new Bundle(claim, receiver, moot, Map.of()), "moot", null, null)
                    .compose(settled -> live.isEmpty()
                            ? outbox.release(claim, clock.instant())
                            : send(claim, receiver, live, board));
        });
    }

    private Future<Void> send(Outbox.Claim claim, Receiver receiver, List<Outbox.Item> items, Board board) {
        Writing writing = new Writing(receiver, board);
        Bundle bundle = new Bundle(claim, receiver, items, writing.said(items));
        Optional<Reached> reached = directory.reached(claim.receiver());
        return reached.isEmpty()
                ? settled(bundle, Outcome.failed("secret-lost"))
                : channels.send(
                                receiver.channel(),
                                reached.get(),
                                writing.message(items),
                                writing.why(),
                                clock.instant())
                        .compose(outcome -> settled(bundle, outcome));
    }

    private Future<Void> settled(Bundle bundle, Outcome outcome) {
        int tries = bundle.items().stream().mapToInt(Outbox.Item::tries).max().orElse(1);
        boolean givenUp = outcome.state() == Outcome.State.LATER && tries >= Backoff.TRIES;
        Instant now = clock.instant();
        metrics.told(bundle.receiver().channel(), outcome, bundle.items().size());
        if (outcome.state() != Outcome.State.LATER || givenUp) {
            String state = givenUp ? "failed" : Json.kebab(outcome.state());
            Instant next = now.plus(channels.between(bundle.receiver().channel()));
            return settle(bundle, state, outcome.fault(), null)
                    .compose(settled -> outbox.release(bundle.claim(), next));
        }
        double chance = ThreadLocalRandom.current().nextDouble();
        Instant again = now.plus(Backoff.after(tries, outcome.after(), chance));
        return settle(bundle, "waiting", outcome.fault(), due(bundle, again))
                .compose(settled -> outbox.release(bundle.claim(), again));
    }

    /** A test and a digest are tried again at any hour: the one is waited for, the other would be a day late. */
    private Instant due(Bundle bundle, Instant again) {
        boolean test =
                bundle.items().stream().anyMatch(item -> Writing.tiding(item).what() == What.TEST);
        Board board = relay.board();
        return test || bundle.receiver().hours().digest() != null
                ? again
                : bundle.receiver()
                        .hours()
                        .next(again, board.zone(), board.projects().settings().calendar());
    }

    private Future<Void> settle(Bundle bundle, String state, String fault, Instant due) {
        if (bundle.items().isEmpty()) {
            return Future.succeededFuture();
        }
        List<Long> ids = bundle.items().stream().map(Outbox.Item::id).toList();
        Instant now = clock.instant();
        return again(() -> outbox.settle(bundle.claim(), ids, bundle.said(), state, fault, due, now), SETTLING_TRIES);
    }

    /** It was told already: that must be known, or it would count as unknown for ever. */
    private Future<Void> again(Supplier<Future<Void>> settling, int left) {
        return settling.get()
                .recover(lost -> left == 0
                        ? Future.failedFuture(lost)
                        : vertx.timer(SETTLE_AGAIN_MILLIS, TimeUnit.MILLISECONDS)
                                .compose(later -> again(settling, left - 1)));
    }
}
