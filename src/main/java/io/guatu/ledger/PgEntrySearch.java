package io.guatu.ledger;

import io.guatu.domain.Entry;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;

/** Questions to the ledger in PostgreSQL. */
public final class PgEntrySearch implements EntrySearch {
    private final Pool pool;

    public PgEntrySearch(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Future<List<Entry>> after(long seq, int limit) {
        return entries(Sql.READ_AFTER, Tuple.of(seq, limit));
    }

    @Override
    public Future<List<Entry>> find(Search search, boolean newestFirst, int limit) {
        return entries(newestFirst ? Sql.FIND_NEWEST_FIRST : Sql.FIND, search.parameters(limit));
    }

    @Override
    public Future<List<Entry>> find(OwnSearch search, boolean newestFirst, int limit) {
        return entries(newestFirst ? Sql.FIND_OWN_NEWEST_FIRST : Sql.FIND_OWN, search.parameters(limit));
    }

    @Override
    public Future<List<Entry>> entries(Collection<Long> seqs) {
        return entries(Sql.READ_THESE, Tuple.of(seqs.toArray(Long[]::new)));
    }

    @Override
    public Future<Long> seqBefore(Instant moment) {
        return pool.preparedQuery(Sql.READ_SEQ_BEFORE)
                .execute(Tuple.of(moment.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.size() == 0 ? 0L : rows.iterator().next().getLong("seq"));
    }

    private Future<List<Entry>> entries(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(Rows::entry)
                .toList());
    }
}
