package io.guatu.state;

import io.guatu.domain.Entry;
import io.guatu.ledger.Head;
import io.guatu.ledger.NotUnderstood;
import io.guatu.ledger.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * A state after a stretch of the ledger, as far as this program understands it: an entry that was read and cannot be folded ends
 * it as one that cannot be read does.
 *
 * @param news the entries that it holds now and did not before
 * @param end the entry after these, where it is not understood; else null
 */
public record Understood(State state, List<Entry> news, NotUnderstood end) {
    public Understood {
        news = List.copyOf(news);
    }

    /** @param from where the stretch was read: at {@code base} or before it */
    public static Understood of(State base, Page page, Head from) {
        List<Entry> news = page.entries().stream()
                .filter(entry -> entry.seq() > base.seq())
                .toList();
        try {
            return new Understood(base.after(news, page.after(from)), news, page.end());
        } catch (RuntimeException somewhere) {
            return oneByOne(base, page, from, news);
        }
    }

    private static Understood oneByOne(State base, Page page, Head from, List<Entry> news) {
        State state = base;
        List<Entry> taken = new ArrayList<>();
        for (Entry entry : news) {
            int place = (int) (entry.seq() - page.entries().get(0).seq());
            Head head = new Head(from.epoch(), entry.seq(), page.seals().get(place), entry.at());
            try {
                state = state.after(List.of(entry), head);
            } catch (RuntimeException fault) {
                return new Understood(state, taken, new NotUnderstood(entry.seq(), entry.at(), fault.toString()));
            }
            taken.add(entry);
        }
        return new Understood(state, taken, page.end());
    }
}
