package io.guatu.board;

import io.guatu.board.fold.About;
import io.guatu.domain.Landmark;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** What a project is called and who it is: the facts that the office amends, and the days on which it began and ended. */
public enum Fact {
    NAME(About::name),
    SECTOR(About::sector),
    OWNER(About::owner),
    CAPACITY(About::capacity),
    CADENCE(About::cadence),
    SITE(About::site),
    WEIGHT(About::weight),
    START(about -> about.landmarks().get(Landmark.START)),
    COMPLETION(about -> about.landmarks().get(Landmark.COMPLETION)),
    PRODUCTION(about -> about.landmarks().get(Landmark.PRODUCTION));

    private final Function<About, Object> of;

    Fact(Function<About, Object> of) {
        this.of = of;
    }

    /** Null when all are the same. */
    static Map<Fact, Turn<?>> between(About before, About after) {
        Map<Fact, Turn<?>> changed = new EnumMap<>(Fact.class);
        for (Fact fact : values()) {
            Turn<?> turn = Turn.of(fact.of.apply(before), fact.of.apply(after));
            if (turn != null) {
                changed.put(fact, turn);
            }
        }
        return changed.isEmpty() ? null : changed;
    }
}
