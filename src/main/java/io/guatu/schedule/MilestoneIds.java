package io.guatu.schedule;

import io.guatu.domain.MilestoneId;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Ids of new milestones, as the plan's editor makes them: of the letters of an English name, numbered where it has none. */
final class MilestoneIds {
    private static final int LONGEST = 56;

    private final Set<MilestoneId> taken;

    /** @param taken also by those that a baseline dropped: who takes up their id takes up what was done */
    MilestoneIds(Set<MilestoneId> taken) {
        this.taken = new HashSet<>(taken);
    }

    MilestoneId next(String name) {
        String base = plain(name);
        MilestoneId id = new MilestoneId(base);
        for (int number = 2; !taken.add(id); number++) {
            id = new MilestoneId(base + "-" + number);
        }
        return id;
    }

    private static String plain(String name) {
        if (name.codePoints().anyMatch(sign -> Character.UnicodeScript.of(sign) == Character.UnicodeScript.HAN)) {
            return "m";
        }
        String plain = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String cut = plain.substring(0, Math.min(plain.length(), LONGEST)).replaceAll("-+$", "");
        return cut.isEmpty() ? "m" : cut;
    }
}
