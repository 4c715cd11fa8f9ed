package io.guatu.ledger;

import io.guatu.domain.Entry;
import io.guatu.domain.GrantId;
import io.guatu.domain.Role;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ledger in a list, for tests and simulations: whatever is asked is answered at once. {@link LedgerContract} holds it to
 * what PostgreSQL does. One thread at a time.
 */
public final class MemoryLedger implements Ledger, EntrySearch {
    private final List<Batch.Line> lines = new ArrayList<>();
    private final Map<IdempotencyKey, Batch.Request> requests = new HashMap<>();
    private final List<Renewal> renewals = new ArrayList<>(List.of(new Renewal(0, UUID.randomUUID())));

    /** Since the ledger was so long it has this epoch. */
    private record Renewal(long length, UUID epoch) {}

    /** The same ledger as a backup of this moment would bring it back. */
    public MemoryLedger upTo(long seq) {
        MemoryLedger restored = new MemoryLedger();
        restored.lines.addAll(lines.subList(0, (int) seq));
        requests.values().stream()
                .filter(request -> request.seq() + request.entries() - 1 <= seq)
                .forEach(request -> restored.requests.put(request.key(), request));
        restored.renewals.clear();
        renewals.stream().filter(renewal -> renewal.length() <= seq).forEach(restored.renewals::add);
        return restored;
    }

    /** Tells here what another ledger holds from that entry on. */
    public void tellAsBefore(MemoryLedger other, long from) {
        Batch batch = new Batch(end());
        other.entries()
                .filter(entry -> entry.seq() >= from)
                .forEach(entry -> batch.add(
                        new NewEntry(entry.project(), entry.projectSeq(), entry.at(), entry.by(), entry.update())));
        lines.addAll(batch.lines());
    }

    @Override
    public Future<Head> head() {
        return Future.succeededFuture(end());
    }

    @Override
    public Future<Page> from(long seq, int limit) {
        Seal before =
                seq == 0 ? Seal.NONE : seq > lines.size() ? null : line(seq).seal();
        List<Entry> entries =
                entries().filter(entry -> entry.seq() > seq).limit(limit).toList();
        List<Seal> seals =
                entries.stream().map(entry -> line(entry.seq()).seal()).toList();
        return Future.succeededFuture(new Page(before, entries, seals));
    }

    @Override
    public Future<Boolean> append(Batch batch) {
        boolean goesOn = batch.base().seq() == lines.size()
                && batch.base().seal().equals(end().seal())
                && batch.requests().stream().noneMatch(request -> requests.containsKey(request.key()));
        if (goesOn) {
            lines.addAll(batch.lines());
            batch.requests().forEach(request -> requests.put(request.key(), request));
        }
        return Future.succeededFuture(goesOn);
    }

    @Override
    public Future<Void> append(
            Head seen, Collection<IdempotencyKey> keys, Function<LockedLedger, Future<Void>> decide) {
        Head head = end();
        boolean same = seen.epoch().equals(epoch())
                && seen.seq() <= head.seq()
                && head.seq() - seen.seq() <= UNSEEN
                && seen.seal()
                        .equals(seen.seq() == 0 ? Seal.NONE : line(seen.seq()).seal());
        if (!same) {
            return Future.failedFuture(new OutOfStep("elsewhere"));
        }
        Map<IdempotencyKey, IdempotencyRecord> known = new HashMap<>();
        keys.stream().filter(requests::containsKey).forEach(key -> known.put(key, record(requests.get(key))));
        List<Entry> unseen = entries().filter(entry -> entry.seq() > seen.seq()).toList();
        Batch batch = new Batch(head);
        return decide.apply(new LockedLedger(unseen, known, batch))
                .compose(decided -> batch.isEmpty() ? Future.succeededFuture(true) : append(batch))
                .compose(done -> done
                        ? Future.succeededFuture()
                        : Future.failedFuture(new OutOfStep("the head moved though it was locked")));
    }

    @Override
    public Future<Void> renewEpoch(Head gone) {
        if (gone.epoch().equals(epoch())) {
            renewals.add(new Renewal(lines.size(), UUID.randomUUID()));
        }
        return Future.succeededFuture();
    }

    /** It never grows old. */
    @Override
    public Future<Void> forgetOldKeys() {
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> ring(String payload) {
        return Future.succeededFuture();
    }

    @Override
    public Future<List<Entry>> after(long seq, int limit) {
        return Future.succeededFuture(
                entries().filter(entry -> entry.seq() > seq).limit(limit).toList());
    }

    @Override
    public Future<Found> find(Search search, boolean newestFirst, int limit) {
        return found(entry -> fits(search, entry), search.after(), search.before(), newestFirst, limit)
                .map(found -> new Found(found, null));
    }

    @Override
    public Future<List<Entry>> find(OwnSearch search, boolean newestFirst, int limit) {
        Set<Long> told = seqs(
                search,
                entry -> entry.by().role() == Role.CONTRACTOR
                        && search.grants().contains(new GrantId(entry.by().id())));
        Set<Long> theirs = new HashSet<>(told);
        theirs.addAll(search.named());
        return found(
                entry -> search.project().equals(entry.project())
                        && (told.contains(entry.seq())
                                || search.sent().contains(entry.seq())
                                || theirs.contains(entry.update().answers())),
                search.after(),
                search.before(),
                newestFirst,
                limit);
    }

    @Override
    public Future<List<Entry>> entries(Collection<Long> seqs) {
        return Future.succeededFuture(
                entries().filter(entry -> seqs.contains(entry.seq())).toList());
    }

    @Override
    public Future<Long> seqBefore(Instant moment) {
        return Future.succeededFuture(entries()
                .filter(entry -> entry.at().isBefore(moment))
                .map(Entry::seq)
                .max(Comparator.naturalOrder())
                .orElse(0L));
    }

    private Set<Long> seqs(OwnSearch search, Predicate<Entry> fits) {
        return entries()
                .filter(entry -> search.project().equals(entry.project()) && fits.test(entry))
                .map(Entry::seq)
                .collect(Collectors.toSet());
    }

    private Future<List<Entry>> found(Predicate<Entry> fits, long after, long before, boolean newestFirst, int limit) {
        Comparator<Entry> order = Comparator.comparing(Entry::seq);
        return Future.succeededFuture(entries()
                .filter(entry -> entry.seq() > after && entry.seq() < before)
                .filter(fits)
                .sorted(newestFirst ? order.reversed() : order)
                .limit(limit)
                .toList());
    }

    private boolean fits(Search search, Entry entry) {
        Batch.Line line = line(entry.seq());
        String kind = Json.kind(entry.update().getClass());
        String text = search.text() == null ? "" : search.text().toLowerCase(Locale.ROOT);
        return (search.project() == null || search.project().equals(entry.project()))
                && (search.kind() == null || search.kind().equals(kind))
                && (search.author() == null || search.author().equals(entry.by().id()))
                && (search.from() == null || !entry.at().isBefore(search.from()))
                && (search.to() == null || entry.at().isBefore(search.to()))
                && !search.hidden().contains(kind)
                && (line.body().toLowerCase(Locale.ROOT).contains(text)
                        || entry.by().name().toLowerCase(Locale.ROOT).contains(text));
    }

    private IdempotencyRecord record(Batch.Request request) {
        return new IdempotencyRecord(
                request.fingerprint(),
                entries().skip(request.seq() - 1).limit(request.entries()).toList());
    }

    private Head end() {
        return lines.isEmpty()
                ? new Head(epoch(), 0, Seal.NONE, Instant.EPOCH)
                : new Head(
                        epoch(),
                        lines.size(),
                        line(lines.size()).seal(),
                        line(lines.size()).entry().at());
    }

    private UUID epoch() {
        return renewals.get(renewals.size() - 1).epoch();
    }

    private Batch.Line line(long seq) {
        return lines.get((int) seq - 1);
    }

    private Stream<Entry> entries() {
        return lines.stream().map(Batch.Line::entry);
    }
}
