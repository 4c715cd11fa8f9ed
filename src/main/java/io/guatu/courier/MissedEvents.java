package io.guatu.courier;

import io.guatu.domain.Entry;
import io.guatu.domain.Update;
import io.guatu.ledger.EntrySearch;
import io.guatu.ledger.Json;
import io.guatu.ledger.Loop;
import io.guatu.ledger.Search;
import io.guatu.tidings.Tidings;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The events of entries that came while nobody looked: found by their kind, however many others came between. */
final class MissedEvents {
    private static final int PAGE = 500;

    private final EntrySearch entries;

    MissedEvents(EntrySearch entries) {
        this.entries = entries;
    }

    /** Those after one entry and up to another, the last included. */
    Future<List<Entry>> between(long after, long until) {
        List<Entry> all = new ArrayList<>();
        return Future.all(Tidings.EVENTS.stream()
                        .map(kind -> find(kind, after, until, all))
                        .toList())
                .map(found -> all);
    }

    private Future<Void> find(Class<? extends Update> kind, long after, long until, List<Entry> all) {
        long[] from = {after};
        return Loop.whileTrue(() -> entries.find(
                        new Search(from[0], until + 1, null, Json.kind(kind), null, null, null, null, Set.of()),
                        false,
                        PAGE)
                .map(found -> {
                    all.addAll(found.entries());
                    boolean more = found.entries().size() == PAGE;
                    if (more) {
                        from[0] = found.entries().get(PAGE - 1).seq();
                    }
                    return more;
                }));
    }
}
