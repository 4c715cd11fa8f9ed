package io.guatu.ledger;

import io.guatu.domain.PersonId;
import io.guatu.domain.ProjectId;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The addresses at which other programs read the board in a person's name, by the hashes of their secrets. */
public final class Feeds {
    private final Pool pool;

    public Feeds(Pool pool) {
        this.pool = pool;
    }

    /**
     * @param kind {@code calendar} or {@code news}
     * @param project null: all that are the person's
     * @param used the last day on which it was read, or null
     */
    public record Feed(String id, PersonId person, String kind, ProjectId project, Instant made, LocalDate used) {}

    /** @return false when the person has as many as may be */
    public Future<Boolean> add(Feed feed, byte[] hash, int most) {
        Tuple row = Tuple.of(
                feed.id(),
                feed.person().value(),
                feed.kind(),
                feed.project() == null ? null : feed.project().value(),
                Buffer.buffer(hash),
                feed.made().atOffset(ZoneOffset.UTC),
                most);
        return pool.preparedQuery(FeedSql.ADD).execute(row).map(rows -> rows.rowCount() == 1);
    }

    public Future<List<Feed>> of(PersonId person) {
        return pool.preparedQuery(FeedSql.OF_PERSON)
                .execute(Tuple.of(person.value()))
                .map(rows -> {
                    List<Feed> feeds = new ArrayList<>();
                    rows.forEach(row -> feeds.add(feed(row)));
                    return feeds;
                });
    }

    /** Whose secret has this hash; that it was used today is noted. */
    public Future<Optional<Feed>> find(byte[] hash, LocalDate today) {
        return pool.preparedQuery(FeedSql.FIND)
                .execute(Tuple.of(Buffer.buffer(hash)))
                .map(rows -> rows.size() == 0
                        ? Optional.<Feed>empty()
                        : Optional.of(feed(rows.iterator().next())))
                .compose(found ->
                        found.filter(feed -> !today.equals(feed.used())).isEmpty()
                                ? Future.succeededFuture(found)
                                : pool.preparedQuery(FeedSql.USE)
                                        .execute(Tuple.of(Buffer.buffer(hash), today))
                                        .map(used -> found));
    }

    /** @return false when this person has none of that id */
    public Future<Boolean> remove(String id, PersonId person) {
        return pool.preparedQuery(FeedSql.REMOVE)
                .execute(Tuple.of(id, person.value()))
                .map(rows -> rows.rowCount() == 1);
    }

    private static Feed feed(Row row) {
        String project = row.getString("project");
        return new Feed(
                row.getString("id"),
                new PersonId(row.getString("person")),
                row.getString("kind"),
                project == null ? null : new ProjectId(project),
                row.getOffsetDateTime("made").toInstant(),
                row.getLocalDate("used"));
    }
}
