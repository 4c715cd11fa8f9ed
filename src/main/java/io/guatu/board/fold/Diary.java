package io.guatu.board.fold;

import io.guatu.domain.Author;
import io.guatu.domain.Entry;
import io.guatu.domain.ProgressUpdate.SiteDiary;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * 施工日志: what each side said of each of its newest days, by both. The newest word on a day takes the place of the one
 * before. The older days are in the ledger: a site of six years carries no two thousand pages with it.
 */
public record Diary(Map<String, Page> pages) {
    /** So many days of each side, and no more, are shown anywhere. */
    public static final int DAYS = 14;

    static final Diary NONE = new Diary(Map.of());

    private static final Comparator<Page> NEWEST_DAY = Comparator.comparing(
                    (Page page) -> page.said().asOf())
            .thenComparing(Page::seq)
            .reversed();

    /** One side's word on one day. {@code seq} is the entry that brought it. */
    public record Page(long seq, SiteDiary said, Instant at, Author by) {}

    public Diary {
        pages = Ordered.copyOf(pages);
    }

    /** At most so many, the newest day first. */
    public List<Page> newest(int most, Predicate<Author> by) {
        return pages.values().stream()
                .filter(page -> by.test(page.by()))
                .sorted(NEWEST_DAY)
                .limit(most)
                .toList();
    }

    Diary after(Entry entry) {
        if (entry.update() instanceof SiteDiary said) {
            String day = said.asOf() + " " + entry.by().side();
            Map<String, Page> more =
                    Ordered.copyOf(pages).with(day, new Page(entry.seq(), said, entry.at(), entry.by()));
            return new Diary(thinned(more, entry.by()));
        }
        return this;
    }

    /** Without this side's oldest day, when it has one too many. */
    private static Map<String, Page> thinned(Map<String, Page> pages, Author side) {
        List<Page> own = pages.values().stream()
                .filter(page -> page.by().sameSide(side))
                .sorted(NEWEST_DAY)
                .toList();
        if (own.size() <= DAYS) {
            return pages;
        }
        Page oldest = own.get(DAYS);
        Ordered<String, Page> kept = Ordered.none();
        for (Map.Entry<String, Page> page : pages.entrySet()) {
            kept = page.getValue() == oldest ? kept : kept.with(page.getKey(), page.getValue());
        }
        return kept;
    }
}
