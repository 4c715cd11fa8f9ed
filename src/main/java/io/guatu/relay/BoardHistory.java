package io.guatu.relay;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guatu.board.Board;
import io.guatu.board.Totals;
import io.guatu.ledger.Aside;
import io.guatu.ledger.EntrySearch;
import io.guatu.ledger.Ledger;
import io.guatu.ledger.Loop;
import io.guatu.ledger.OutOfStep;
import io.guatu.state.Present;
import io.guatu.state.State;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The board as it was at the end of a past day, or just after an entry: from the entries that were in the ledger by then (known on), under the
 * rules adopted by then, by today's program. A past moment never changes: it is folded once however many ask for it, from the
 * nearest state before it that is at hand or kept as a snapshot. Who waits too long for one is told how far it is, and it goes
 * on. For use on one event loop.
 */
public final class BoardHistory {
    /** A board of ten million entries weighs a hundred: three of those are kept, or sixteen small ones. */
    private static final int KEPT = 320;

    private static final int LEAST = 20;
    private static final int ENTRIES = 100_000;
    private static final int KEPT_TOTALS = 500;
    /** States on the way of a fold that are kept, a page of entries apart. */
    private static final int STONES = 12;

    /** Less than a request may take: what is said then says more than that there was no answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(7);

    private final Vertx vertx;
    private final Aside aside;
    private final Ledger ledger;
    private final EntrySearch entries;
    private final Relay relay;
    private final Snapshots snapshots;
    private final long patienceMillis;
    /** How much of what is being folded now is folded. */
    private final Map<Moment, Progress> reading = new HashMap<>();

    /** Who walks back through the past asks for the day before: the last steps of what was folded share most of it. */
    private final Deque<State> stones = new ArrayDeque<>();

    private boolean stopped;
    private final AsyncCache<Moment, Present> kept = Caffeine.newBuilder()
            .maximumWeight(KEPT)
            .weigher((Moment moment, Present past) -> (int) Math.max(LEAST, moment.seq() / ENTRIES))
            .buildAsync();
    private final AsyncCache<Moment, Totals> totals =
            Caffeine.newBuilder().maximumSize(KEPT_TOTALS).buildAsync();

    public BoardHistory(Vertx vertx, Ledger ledger, EntrySearch entries, Relay relay, Snapshots snapshots) {
        this(vertx, ledger, entries, relay, snapshots, PATIENCE);
    }

    /** @param patience so long somebody waits for a past moment */
    BoardHistory(Vertx vertx, Ledger ledger, EntrySearch entries, Relay relay, Snapshots snapshots, Duration patience) {
        this.vertx = vertx;
        this.aside = Aside.past(vertx);
        this.ledger = ledger;
        this.entries = entries;
        this.relay = relay;
        this.snapshots = snapshots;
        this.patienceMillis = patience.toMillis();
    }

    /** @param day today or before; today's is the present moment */
    public Future<Moment> on(LocalDate day) {
        Present now = relay.now();
        return day.isBefore(now.board().day())
                ? entries.seqBefore(
                                day.plusDays(1).atStartOfDay(now.board().zone()).toInstant())
                        .compose(seq -> after(seq, day))
                : Future.succeededFuture(Moment.of(now));
    }

    /** @param seq an entry that the present board shows; the day is the one on which it was written */
    public Future<Moment> at(long seq) {
        Board now = relay.board();
        return entries.entries(List.of(seq))
                .compose(found -> found.isEmpty()
                        ? Future.failedFuture(new OutOfStep("entry " + seq + " is no more"))
                        : after(seq, LocalDate.ofInstant(found.get(0).at(), now.zone())));
    }

    /**
     * Just after an entry, or before the first one, as it is looked at on that day.
     *
     * @param seq an entry that the present board shows, or 0
     */
    public Future<Moment> after(long seq, LocalDate day) {
        UUID epoch = relay.board().epoch();
        return relay.seal(seq)
                .compose(seal -> seal == null
                        ? Future.failedFuture(new OutOfStep("entry " + seq + " is no more"))
                        : Future.succeededFuture(new Moment(epoch, seq, seal, day)));
    }

    /** @return the present board for its own moment */
    public Future<Board> board(Moment moment) {
        return present(moment).map(Present::board);
    }

    /**
     * The state of then with its board; the present one for its own moment. Fails with {@link BeingRead} when that takes long:
     * then it is folded all the same.
     */
    public Future<Present> present(Moment moment) {
        Present now = relay.now();
        return moment.equals(Moment.of(now))
                ? Future.succeededFuture(now)
                : inTime(moment, once(kept, moment, () -> fold(moment)));
    }

    private Future<Present> inTime(Moment moment, Future<Present> folded) {
        return folded.timeout(patienceMillis, TimeUnit.MILLISECONDS).recover(fault -> {
            Progress now = reading.get(moment);
            return now == null
                    ? Future.failedFuture(fault)
                    : Future.failedFuture(new BeingRead(moment.day(), 100 * now.folded() / Math.max(1, now.of())));
        });
    }

    /** Completes when nothing is being folded any more: what a program that ends began for somebody is left as it is. */
    public Future<Void> stop() {
        stopped = true;
        List<Future<Present>> under = kept.asMap().values().stream()
                .filter(folding -> !folding.isDone())
                .map(Future::fromCompletionStage)
                .toList();
        return Future.join(under).<Void>mapEmpty().otherwiseEmpty();
    }

    private Folding folding(Moment moment, long from) {
        return new Folding(vertx, aside, ledger, state -> {
            if (stopped) {
                throw new CancellationException("the program ends at entry " + state.seq());
            }
            reading.computeIfPresent(moment, (same, before) -> new Progress(state.seq() - from, moment.seq() - from));
            if (state.seq() < moment.seq()) {
                keep(state);
            }
        });
    }

    private void keep(State state) {
        stones.addLast(state);
        if (stones.size() > STONES) {
            stones.removeFirst();
        }
    }

    /** The day of the first entry. */
    public Future<LocalDate> first() {
        return at(1).map(Moment::day);
    }

    /**
     * What these days ended with one after the other, each when the one before was taken: one fold goes through them all.
     *
     * @param to a past day, included
     */
    public Future<Void> each(LocalDate from, LocalDate to, BiFunction<Moment, Present, Future<Void>> take) {
        return on(from).compose(moment -> snapshots.upTo(moment.epoch(), moment.seq()))
                .compose(state -> each(state, from, to, take));
    }

    private Future<Void> each(
            State begin, LocalDate from, LocalDate to, BiFunction<Moment, Present, Future<Void>> take) {
        State[] state = {begin};
        LocalDate[] day = {from};
        return Loop.whileTrue(() -> day[0].isAfter(to)
                ? Future.succeededFuture(false)
                : on(day[0])
                        .compose(moment -> folding(moment, state[0].seq())
                                .fold(state[0], moment.seq())
                                .compose(folded -> {
                                    state[0] = folded;
                                    day[0] = day[0].plusDays(1);
                                    return drawn(folded, moment);
                                })
                                .compose(past -> take.apply(moment, past)))
                        .map(true));
    }

    /** The totals of a past board outlive it: many ask for them day after day. */
    public Future<Totals> totals(Moment moment) {
        return once(totals, moment, () -> board(moment).map(Board::totals));
    }

    private Future<Present> fold(Moment moment) {
        State near = nearest(moment);
        reading.put(moment, Progress.NONE);
        return snapshots
                .upTo(moment.epoch(), near.seq(), moment.seq())
                .map(snapshot -> snapshot.orElse(near))
                .compose(from -> folding(moment, from.seq()).fold(from, moment.seq()))
                .recover(fault -> {
                    if (!(fault instanceof OutOfStep)) {
                        return Future.failedFuture(fault);
                    }
                    stones.clear(); // what was near is of a past that is gone
                    return folding(moment, 0).fold(State.begin(moment.epoch()), moment.seq());
                })
                .compose(state -> drawn(state, moment))
                .onComplete(folded -> reading.remove(moment));
    }

    /** Many cards at once: not on the event loop. */
    private Future<Present> drawn(State state, Moment moment) {
        Board now = relay.board();
        return aside.run(() ->
                new Present(state, Board.of(moment.epoch(), moment.day(), now.zone(), now.rules(), state.projects())));
    }

    private State nearest(Moment moment) {
        Stream<State> boards = kept.synchronous().asMap().values().stream().map(Present::state);
        return Stream.concat(boards, stones.stream())
                .filter(past -> past.head().epoch().equals(moment.epoch()) && past.seq() <= moment.seq())
                .reduce(State.begin(moment.epoch()), (best, other) -> other.seq() > best.seq() ? other : best);
    }

    private static <V> Future<V> once(AsyncCache<Moment, V> cache, Moment moment, Supplier<Future<V>> make) {
        return Future.fromCompletionStage(cache.get(
                moment, (missing, executor) -> make.get().toCompletionStage().toCompletableFuture()));
    }
}
