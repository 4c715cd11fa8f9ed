package io.guatu.ledger;

import io.guatu.domain.Entry;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What people ask the ledger for: they look, and hold up nobody who writes or follows. */
public interface EntrySearch {
    /** Entries after {@code seq} in order, {@code limit} at most. */
    Future<List<Entry>> after(long seq, int limit);

    /**
     * The entries that fit, in order or newest first, {@code limit} at most. For a text it is looked through so many entries
     * and no more, and the answer says how far. Fails with {@link TooLong} when that takes too long all the same.
     */
    Future<Found> find(Search search, boolean newestFirst, int limit);

    /** A company's part of a project's history, in order or newest first, {@code limit} at most. */
    Future<List<Entry>> find(OwnSearch search, boolean newestFirst, int limit);

    /** These entries, in order; those that are not there are left out. */
    Future<List<Entry>> entries(Collection<Long> seqs);

    /** The newest entry that was written before this moment, or 0. */
    Future<Long> seqBefore(Instant moment);
}
