package io.guatu.ledger;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who came in, who was refused, what was taken away: apart from the ledger. Written once a second, so that nobody waits for it
 * and a flood is one transaction; what is the same within it is one row; of the rest so many a day and no more, strangers and
 * known ones apart, and how many were only counted is a row too. Lives on one event loop.
 */
public final class AccessLog {
    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
    private static final long EVERY_MILLIS = 1_000;
    private static final int TOGETHER = 500;
    /** About ten megabytes a day, in the worst case and for each node. */
    private static final int A_DAY = 20_000;

    private final Pool pool;
    private final Pool questions;
    private final AccessMarks marks;
    private final Clock clock;
    private final List<Waiting> waiting = new ArrayList<>();
    private LocalDate day = LocalDate.EPOCH;
    private int known;
    private int strange;
    private int notKept;
    private Future<Void> writing = Future.succeededFuture();
    private boolean complained;

    private static final class Waiting {
        private final AccessEvent event;
        private int times = 1;

        Waiting(AccessEvent event) {
            this.event = event;
        }
    }

    /** @param questions connections for those who only look */
    public AccessLog(Pool pool, Pool questions, AccessMarks marks, Clock clock) {
        this.pool = pool;
        this.questions = questions;
        this.marks = marks;
        this.clock = clock;
    }

    /** @param who null: anybody, as is every other that is null */
    public record Search(
            long before, String who, AccessEvent.Kind kind, String address, Instant from, Instant to, int limit) {}

    /** From now on what is noted is written, and what is older than {@code days} forgotten; 180 days are kept at least. */
    public void start(Vertx vertx, IntSupplier days) {
        vertx.setPeriodic(EVERY_MILLIS, timer -> write());
        vertx.setPeriodic(TimeUnit.HOURS.toMillis(1), timer -> prune(days.getAsInt()));
    }

    /** Never fails and never waits: nobody is kept out, or let in, because this could not be written. */
    public void note(AccessEvent event) {
        LocalDate today = LocalDate.ofInstant(event.at(), ZoneOffset.UTC);
        if (!today.equals(day)) {
            day = today;
            known = 0;
            strange = 0;
        }
        for (Waiting before : waiting) {
            if (before.event.like(event)) {
                before.times++;
                return;
            }
        }
        boolean room = waiting.size() < TOGETHER && (event.kind().known() ? ++known : ++strange) <= A_DAY;
        if (room) {
            waiting.add(new Waiting(event));
        } else {
            notKept++;
        }
    }

    /** Completes when what was noted so far is on disk. */
    public Future<Void> write() {
        if (!writing.isComplete()) {
            return writing;
        }
        boolean hour = clock.instant().getEpochSecond() % 3_600 == 0;
        if (notKept > 0 && (waiting.size() < TOGETHER || hour)) {
            waiting.add(counted());
        }
        if (waiting.isEmpty()) {
            return Future.succeededFuture();
        }
        List<Waiting> now = List.copyOf(waiting);
        writing = pool.withTransaction(connection -> connection
                        .query(AccessSql.LOCK_HEAD)
                        .execute()
                        .compose(head -> connection
                                .preparedQuery(AccessSql.ADD)
                                .execute(columns(head.iterator().next(), now))))
                .<Void>mapEmpty()
                .onSuccess(written -> {
                    waiting.subList(0, now.size()).clear();
                    complained = false;
                })
                .onFailure(this::complain)
                .otherwiseEmpty();
        return writing;
    }

    private Waiting counted() {
        Waiting counted =
                new Waiting(new AccessEvent(clock.instant(), AccessEvent.Kind.NOT_KEPT, null, null, "", null));
        counted.times = notKept;
        notKept = 0;
        return counted;
    }

    /** Once, and not every second. What waits is tried again, and what does not fit counted. */
    private void complain(Throwable fault) {
        if (!complained) {
            LOG.warn("who came in could not be written, it is tried again: {}", fault.toString());
        }
        complained = true;
    }

    private Tuple columns(Row head, List<Waiting> now) {
        long id = head.getLong("id");
        String mac = head.getString("mac");
        String kid = marks.kid();
        List<AccessRow> rows = new ArrayList<>();
        List<String> macs = new ArrayList<>();
        for (Waiting each : now) {
            AccessEvent event = each.event;
            Instant at = Instant.ofEpochMilli(event.at().toEpochMilli());
            AccessRow row = new AccessRow(
                    ++id, at, event.kind(), event.who(), event.role(), event.address(), event.what(), each.times);
            mac = marks.mark(kid, row.marked(mac)).orElseThrow();
            rows.add(row);
            macs.add(mac);
        }
        return Tuple.of(id, mac)
                .addArrayOfLong(rows.stream().map(AccessRow::id).toArray(Long[]::new))
                .addArrayOfOffsetDateTime(rows.stream()
                        .map(row -> row.at().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new))
                .addArrayOfString(rows.stream().map(row -> row.kind().name()).toArray(String[]::new))
                .addArrayOfString(rows.stream().map(AccessRow::who).toArray(String[]::new))
                .addArrayOfString(rows.stream().map(AccessRow::role).toArray(String[]::new))
                .addArrayOfString(rows.stream().map(AccessRow::address).toArray(String[]::new))
                .addArrayOfString(rows.stream().map(AccessRow::what).toArray(String[]::new))
                .addArrayOfInteger(rows.stream().map(AccessRow::times).toArray(Integer[]::new))
                .addArrayOfString(rows.stream().map(row -> kid).toArray(String[]::new))
                .addArrayOfString(macs.toArray(String[]::new));
    }

    /** Newest first. */
    public Future<List<AccessRow>> find(Search asked) {
        Tuple values = Tuple.of(
                asked.before(),
                asked.who(),
                asked.kind() == null ? null : asked.kind().name(),
                asked.address(),
                utc(asked.from()),
                utc(asked.to()),
                asked.limit());
        return questions.preparedQuery(AccessSql.FIND).execute(values).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(AccessLog::row)
                .toList());
    }

    static AccessRow row(Row row) {
        return new AccessRow(
                row.getLong("id"),
                row.getOffsetDateTime("at").toInstant(),
                AccessEvent.Kind.valueOf(row.getString("kind")),
                row.getString("who"),
                row.getString("role"),
                row.getString("address"),
                row.getString("what"),
                row.getInteger("times"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private void prune(int days) {
        Loop.whileTrue(() -> pool.preparedQuery(AccessSql.PRUNE)
                        .execute(Tuple.of(days))
                        .map(rows -> rows.iterator().next().getLong("pruned") > 0))
                .onFailure(fault -> LOG.warn("the old lines of who came in are forgotten later: {}", fault.toString()));
    }
}
