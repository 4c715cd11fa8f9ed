package io.guatu.board;

import io.guatu.board.fold.Profile;
import io.guatu.domain.Landmark;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** What a project is called and who it is: the facts that the office amends, and the days on which it began and ended. */
public enum Fact {
    NAME(Profile::name),
    SECTOR(Profile::sector),
    OWNER(Profile::owner),
    CAPACITY(Profile::capacity),
    CADENCE(Profile::cadence),
    SITE(Profile::site),
    COURSE(profile -> profile.course().isEmpty() ? null : profile.course()),
    WEIGHT(Profile::weight),
    START(profile -> profile.landmarks().get(Landmark.START)),
    COMPLETION(profile -> profile.landmarks().get(Landmark.COMPLETION)),
    PRODUCTION(profile -> profile.landmarks().get(Landmark.PRODUCTION));

    private final Function<Profile, Object> of;

    Fact(Function<Profile, Object> of) {
        this.of = of;
    }

    /** Null when all are the same. */
    static Map<Fact, Difference<?>> between(Profile before, Profile after) {
        Map<Fact, Difference<?>> changed = new EnumMap<>(Fact.class);
        for (Fact fact : values()) {
            Difference<?> turn = Difference.of(fact.of.apply(before), fact.of.apply(after));
            if (turn != null) {
                changed.put(fact, turn);
            }
        }
        return changed.isEmpty() ? null : changed;
    }
}
