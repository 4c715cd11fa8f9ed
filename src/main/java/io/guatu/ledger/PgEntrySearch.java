package io.guatu.ledger;

import io.guatu.domain.Entry;
import io.vertx.core.Future;
import io.vertx.sqlclient.DatabaseException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Questions to the ledger in PostgreSQL, over connections of their own: {@link Database#questions}. */
public final class PgEntrySearch implements EntrySearch {
    private static final String CANCELLED = "57014";

    /** The index is one of three letters together: shorter words are not found by it. */
    private static final Pattern WORD = Pattern.compile("[\\p{IsAlphabetic}\\p{IsDigit}]{3}");

    private final Pool pool;
    private final int looked;
    private final LongSupplier end;

    /** @param end the first entry that this program does not understand: it is not asked for, and nothing after it */
    public PgEntrySearch(Pool pool, LongSupplier end) {
        this(pool, 20_000, end);
    }

    /** @param looked so many entries are looked through for a text in one question */
    public PgEntrySearch(Pool pool, int looked) {
        this(pool, looked, () -> Long.MAX_VALUE);
    }

    private PgEntrySearch(Pool pool, int looked, LongSupplier end) {
        this.pool = pool;
        this.looked = looked;
        this.end = end;
    }

    @Override
    public Future<List<Entry>> after(long seq, int limit) {
        return entries(EntrySql.READ_AFTER, Tuple.of(seq, limit, end.getAsLong()));
    }

    @Override
    public Future<Found> find(Search search, boolean newestFirst, int limit) {
        if (search.text() == null) {
            SearchSql fitting = fitting(search);
            return entries(fitting.first(newestFirst, limit), fitting.values()).map(found -> new Found(found, null));
        }
        return bound(search, newestFirst).compose(until -> {
            String within = newestFirst ? "seq >= ?" : "seq <= ?";
            SearchSql near = fitting(search).and(within, until).text(search.text());
            return entries(near.first(newestFirst, limit), near.values())
                    .map(found -> new Found(found, found.size() < limit ? until : null));
        });
    }

    private SearchSql fitting(Search search) {
        long last = end.getAsLong();
        return new SearchSql(search).and("seq < ?", last == Long.MAX_VALUE ? null : last);
    }

    /** How far it is looked: to the end where the words have an index. */
    private Future<Long> bound(Search search, boolean newestFirst) {
        SearchSql fitting = fitting(search);
        return indexed(search.text())
                .compose(indexed -> indexed
                        ? Future.succeededFuture()
                        : place(fitting.placeAfter(looked, newestFirst), fitting.values()));
    }

    private Future<Boolean> indexed(String text) {
        return WORD.matcher(text).find()
                ? is(EntrySql.READ_WORDS_INDEXED)
                        .compose(indexed -> indexed ? is(EntrySql.READ_WORDS_CHINESE) : Future.succeededFuture(false))
                : Future.succeededFuture(false);
    }

    private Future<Boolean> is(String sql) {
        return pool.query(sql).execute().map(rows -> rows.iterator().next().getBoolean("so"));
    }

    @Override
    public Future<List<Entry>> find(OwnSearch search, boolean newestFirst, int limit) {
        return entries(
                EntrySql.FIND_OWN.formatted(newestFirst ? "DESC" : "ASC"), search.parameters(limit, end.getAsLong()));
    }

    @Override
    public Future<List<Entry>> entries(Collection<Long> seqs) {
        return entries(EntrySql.READ_THESE, Tuple.of(seqs.toArray(Long[]::new), end.getAsLong()));
    }

    @Override
    public Future<Long> seqBefore(Instant moment) {
        return place(EntrySql.READ_SEQ_BEFORE, Tuple.of(moment.atOffset(ZoneOffset.UTC)))
                .map(seq -> seq == null ? 0L : seq);
    }

    /** Null when there is none. */
    private Future<Long> place(String sql, Tuple values) {
        return pool.preparedQuery(sql)
                .execute(values)
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getLong("seq"))
                .recover(PgEntrySearch::tooLong);
    }

    private Future<List<Entry>> entries(String sql, Tuple values) {
        return pool.preparedQuery(sql)
                .execute(values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Rows::entry)
                        .toList())
                .recover(PgEntrySearch::tooLong);
    }

    private static <T> Future<T> tooLong(Throwable fault) {
        boolean cancelled = fault instanceof DatabaseException refused && CANCELLED.equals(refused.getSqlState());
        return Future.failedFuture(cancelled ? new TooLong(fault) : fault);
    }
}
