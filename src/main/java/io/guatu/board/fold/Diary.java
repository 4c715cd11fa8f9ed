package io.guatu.board.fold;

import io.guatu.domain.Author;
import io.guatu.domain.Entry;
import io.guatu.domain.ProgressUpdate.SiteDiary;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** 施工日志: what each side said of each day, by both. The newest word on a day takes the place of the one before. */
public record Diary(Map<String, Page> pages) {
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
            return new Diary(Ordered.copyOf(pages).with(day, new Page(entry.seq(), said, entry.at(), entry.by())));
        }
        return this;
    }
}
