package io.guatu.ledger;

import io.guatu.domain.PhotoId;
import io.guatu.domain.ProjectId;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/** The pictures themselves, beside the ledger: an entry names each by its hash. Kept once, never changed. */
public final class PhotoStore {
    private final Pool pool;

    public PhotoStore(Pool pool) {
        this.pool = pool;
    }

    /** Keeping the same photo again changes nothing. */
    public Future<Void> keep(ProjectId project, PhotoId id, Buffer picture, Buffer thumbnail) {
        return pool.preparedQuery(Sql.KEEP_PHOTO)
                .execute(Tuple.of(project.value(), id.value(), picture, thumbnail))
                .mapEmpty();
    }

    /** The picture as JPEG, or its thumbnail. */
    public Future<Optional<Buffer>> read(ProjectId project, PhotoId id, boolean thumbnail) {
        return pool.preparedQuery(thumbnail ? Sql.READ_THUMBNAIL : Sql.READ_PICTURE)
                .execute(Tuple.of(project.value(), id.value()))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next().getBuffer("bytes")));
    }
}
