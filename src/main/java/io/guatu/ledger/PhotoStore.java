package io.guatu.ledger;

import io.guatu.domain.PhotoId;
import io.guatu.domain.ProjectId;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The pictures themselves, beside the ledger: an entry names each by its hash. Kept once, never changed. */
public final class PhotoStore {
    private final Pool pool;

    public PhotoStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * Keeps the bytes if, and only if, this telling adds the entry that names them: both in one transaction. What the rules
     * refuse leaves nothing behind.
     *
     * @param tell adds the entry; a value of it, whatever it says, or a fault for which {@code refused} holds is its last word
     */
    public <T> Future<T> with(
            ProjectId project,
            PhotoId id,
            Buffer picture,
            Buffer thumbnail,
            Supplier<Future<T>> tell,
            Predicate<Throwable> refused) {
        UUID waiting = UUID.randomUUID();
        return pool.preparedQuery(PhotoSql.BRING_PHOTO)
                .execute(Tuple.of(waiting, project.value(), id.value(), picture, thumbnail))
                .compose(brought -> tell.get())
                .onComplete(told -> {
                    // With another fault the entry may still be on its way: later ones tidy up.
                    if (told.succeeded() || refused.test(told.cause())) {
                        pool.preparedQuery(PhotoSql.DROP_PHOTO).execute(Tuple.of(waiting));
                    }
                });
    }

    /** The picture as JPEG, or its thumbnail. */
    public Future<Optional<Buffer>> read(ProjectId project, PhotoId id, boolean thumbnail) {
        return pool.preparedQuery(thumbnail ? PhotoSql.READ_THUMBNAIL : PhotoSql.READ_PICTURE)
                .execute(Tuple.of(project.value(), id.value()))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next().getBuffer("bytes")));
    }
}
