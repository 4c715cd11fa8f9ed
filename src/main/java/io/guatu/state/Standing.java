package io.guatu.state;

import io.guatu.domain.Entry;
import io.vertx.core.Future;
import java.util.List;

/** Where this node stands. The follower moves it; the writer decides on it, and says what it has committed. */
public interface Standing {
    Present now();

    /** Reads what the ledger holds beyond it. Completes when it was read, or begun anew. */
    Future<Void> catchUp();

    /** This node's writer is about to write up to {@code seq}, and will say what came of it: nobody need read it. */
    void expecting(long seq);

    /**
     * {@code next} is committed: {@code base} after these entries. They are shown without being read and folded again, unless
     * this node stands elsewhere by now.
     */
    void committed(Present base, Present next, List<Entry> entries);
}
