package io.guatu.courier;

import io.guatu.access.Vault;
import io.guatu.board.Board;
import io.guatu.domain.PersonId;
import io.guatu.ledger.Json;
import io.guatu.ledger.Outbox;
import io.guatu.ledger.Receivers;
import io.guatu.tidings.Tiding;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Who hears from the board: kept with the address sealed, never shown again. */
public final class Directory {
    /** Somebody's mailbox is not to be filled by a button. */
    private static final int TESTS_AN_HOUR = 10;

    private final Receivers receivers;
    private final Outbox outbox;
    private final Vault vault;
    private final Supplier<Board> board;
    private final Clock clock;

    public Directory(Receivers receivers, Outbox outbox, Vault vault, Supplier<Board> board, Clock clock) {
        this.receivers = receivers;
        this.outbox = outbox;
        this.vault = vault;
        this.board = board;
        this.clock = clock;
    }

    /** @param id as the ledger room keeps it */
    public record Listed(String id, Wish wish, Instant changed, String changedBy) {
        static Listed of(Receivers.Kept kept) {
            return new Listed(kept.id(), Wish.of(kept), kept.changed(), kept.changedBy());
        }
    }

    /** Under which a person's own mail is kept: no group can be called so. */
    public static String own(PersonId person) {
        return "person:" + person;
    }

    public Future<List<Listed>> groups() {
        return receivers.all().map(all -> all.stream()
                .filter(kept -> kept.person() == null)
                .map(Listed::of)
                .toList());
    }

    public Future<Optional<Listed>> find(String id) {
        return receivers.find(id).map(found -> found.map(Listed::of));
    }

    /** What it is reached by, as long as it can still be read: for who changes it, never for an answer. */
    public Future<Optional<Reached>> reached(String id) {
        return receivers.find(id).map(found -> found.flatMap(this::reached));
    }

    Optional<Reached> reached(Receivers.Kept kept) {
        return kept.sealed() == null
                ? Optional.empty()
                : vault.open(kept.sealed(), kept.id()).map(text -> Json.read(text, Reached.class));
    }

    /**
     * @param person whose own it is, or null
     * @param reached null: as before
     * @return false when there are too many
     */
    public Future<Boolean> save(String id, PersonId person, Wish wish, Reached reached, String by) {
        Instant now = clock.instant();
        String sealed = reached == null ? null : vault.seal(Json.write(reached), id);
        return receivers.save(
                id, person == null ? null : person.value(), Json.write(wish), sealed, now, by, due(wish, now));
    }

    private Instant due(Wish wish, Instant now) {
        Board shown = board.get();
        return wish.hours().next(now, shown.zone(), shown.projects().settings().calendar());
    }

    /** @return whether there was one */
    public Future<Boolean> remove(String id, String by) {
        return find(id).compose(found -> found.isEmpty()
                ? Future.succeededFuture(false)
                : receivers.remove(id, Json.write(found.get().wish().removed()), clock.instant(), by));
    }

    /** Sends a test, at once and at any hour; the same key sends it once. @return false when it was tried too often */
    public Future<Boolean> test(Listed receiver, String key) {
        Instant now = clock.instant();
        return outbox.tests(receiver.id(), now.minus(Duration.ofHours(1))).compose(sent -> {
            if (sent >= TESTS_AN_HOUR) {
                return Future.succeededFuture(false);
            }
            Tiding test = Tiding.test(key);
            String channel = Json.kebab(receiver.wish().channel());
            return outbox.put(List.of(new Outbox.Letter(test.id(), receiver.id(), channel, Json.write(test), now, now)))
                    .map(true);
        });
    }

    /** Sends once more what failed. @return false where nothing did */
    public Future<Boolean> again(long message) {
        return outbox.again(message, clock.instant());
    }

    /** What it was told, or will be, newest first. @param id null: all groups */
    public Future<List<Outbox.Item>> told(String id, long before, int limit) {
        return outbox.list(id, before, limit);
    }
}
