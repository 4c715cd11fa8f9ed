package io.guatu.board.fold;

import io.guatu.domain.Author;
import io.guatu.domain.Entry;
import io.guatu.domain.ProgressUpdate.SiteDiary;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
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
        pages = Collections.unmodifiableMap(pages);
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
            Map<String, Page> more = new LinkedHashMap<>(pages);
            more.put(day, new Page(entry.seq(), said, entry.at(), entry.by()));
            thin(more, entry.by());
            return new Diary(more);
        }
        return this;
    }

    /** Takes this side's oldest day away, when it has one too many. */
    private static void thin(Map<String, Page> pages, Author side) {
        int own = 0;
        Map.Entry<String, Page> oldest = null;
        for (Map.Entry<String, Page> page : pages.entrySet()) {
            if (page.getValue().by().sameSide(side)) {
                own++;
                oldest = oldest == null || NEWEST_DAY.compare(page.getValue(), oldest.getValue()) > 0 ? page : oldest;
            }
        }
        if (own > DAYS) {
            pages.remove(oldest.getKey());
        }
    }
}
