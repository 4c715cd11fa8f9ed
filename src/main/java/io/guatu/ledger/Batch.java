package io.guatu.ledger;

import io.guatu.domain.BoardUpdate.SealChosen;
import io.guatu.domain.Entry;
import io.guatu.domain.SealHash;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Entries that will be committed together, after {@code base}. The only place where entries are numbered, timed and sealed:
 * what is added here is, part by part, what the ledger will hold. Each request adds its entries and then takes them as its
 * own, or leaves nothing behind. Not thread-safe.
 */
public final class Batch {
    private final Head base;
    private final List<Line> lines = new ArrayList<>();
    private final List<Request> requests = new ArrayList<>();
    private int taken;

    /** An entry as it is stored. */
    record Line(Entry entry, String body, Seal seal) {}

    /** What one request adds: neighbours, the first of them {@code seq}. */
    record Request(IdempotencyKey key, String fingerprint, long seq, int entries) {}

    public Batch(Head base) {
        this.base = base;
    }

    public Head base() {
        return base;
    }

    /** Where the ledger stands once this is committed. */
    public Head head() {
        if (lines.isEmpty()) {
            return base;
        }
        Line last = lines.get(lines.size() - 1);
        return new Head(base.epoch(), last.entry.seq(), last.seal, last.entry.at());
    }

    /** The entry as it will be in the ledger. */
    public Entry add(NewEntry told) {
        Head before = head();
        long seq = before.seq() + 1;
        // Clocks of nodes differ and step; the time of the ledger never goes back.
        Instant now = told.at().truncatedTo(ChronoUnit.MILLIS);
        Instant at = now.isBefore(before.at()) ? before.at() : now;
        String body = Json.write(told.update());
        String project = told.project() == null ? null : told.project().value();
        // The entry that chooses another hash is the first that is sealed by it.
        SealHash hash = told.update() instanceof SealChosen chosen
                ? chosen.hash()
                : before.seal().hash();
        Seal seal = before.seal().then(hash, seq, project, told.projectSeq(), at, told.by(), body);
        Entry entry = new Entry(seq, told.project(), told.projectSeq(), at, told.by(), told.update());
        lines.add(new Line(entry, body, seal));
        return entry;
    }

    /**
     * What was added since the last request is this one's: all of it enters the ledger, or nothing of it.
     *
     * @param fingerprint the SHA-256 of the request in hex: the same key with another fingerprint is another request
     */
    public void take(IdempotencyKey key, String fingerprint) {
        requests.add(new Request(key, fingerprint, lines.get(taken).entry.seq(), lines.size() - taken));
        taken = lines.size();
    }

    /** What was added since the last request was for nothing. */
    public void drop() {
        lines.subList(taken, lines.size()).clear();
    }

    /** Nothing was added. */
    public void clear() {
        lines.clear();
        requests.clear();
        taken = 0;
    }

    public boolean isEmpty() {
        return requests.isEmpty();
    }

    public List<Entry> entries() {
        return lines.stream().map(Line::entry).toList();
    }

    List<Line> lines() {
        return lines;
    }

    List<Request> requests() {
        return requests;
    }
}
