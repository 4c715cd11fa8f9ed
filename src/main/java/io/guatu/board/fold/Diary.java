package io.guatu.board.fold;

import io.guatu.domain.Author;
import io.guatu.domain.Entry;
import io.guatu.domain.ProgressUpdate.SiteDiary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * 施工日志: what each side said of each of its newest days, by both. The newest word on a day takes the place of the one
 * before. The older days are in the ledger: a site of six years carries no two thousand pages with it.
 */
public record Diary(List<Page> pages) {
    /** So many days of each side, and no more, are shown anywhere. */
    public static final int DAYS = 14;

    static final Diary NONE = new Diary(List.of());

    private static final Comparator<Page> NEWEST_DAY = Comparator.comparing(
                    (Page page) -> page.said().asOf())
            .thenComparing(Page::seq)
            .reversed();

    /** One side's word on one day. {@code seq} is the entry that brought it. */
    public record Page(long seq, SiteDiary said, Instant at, Author by) {}

    public Diary {
        pages = List.copyOf(pages);
    }

    /** At most so many, the newest day first. */
    public List<Page> newest(int most, Predicate<Author> by) {
        return pages.stream()
                .filter(page -> by.test(page.by()))
                .sorted(NEWEST_DAY)
                .limit(most)
                .toList();
    }

    Diary after(Entry entry) {
        return entry.update() instanceof SiteDiary said
                ? with(new Page(entry.seq(), said, entry.at(), entry.by()))
                : this;
    }

    /** In the place of what this side said of the day; its oldest day goes, when it has one too many. */
    private Diary with(Page page) {
        List<Page> next = new ArrayList<>(pages.size() + 1);
        Page oldest = page;
        int own = 1;
        for (Page known : pages) {
            boolean side = known.by().sameSide(page.by());
            if (side && known.said().asOf().equals(page.said().asOf())) {
                continue;
            }
            next.add(known);
            own += side ? 1 : 0;
            oldest = side && NEWEST_DAY.compare(known, oldest) > 0 ? known : oldest;
        }
        next.add(page);
        if (own > DAYS) {
            next.remove(oldest);
        }
        return new Diary(next);
    }
}
