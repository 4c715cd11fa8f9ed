package io.guatu.board;

import io.guatu.board.lamp.Lamp;
import io.guatu.domain.ProjectId;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What is different between two boards, each as it was shown then: only projects in which something is. {@code lamps} are
 * how many more, or fewer, of each colour there are.
 *
 * @param fromSeq the newest entry that the earlier board showed
 * @param toSeq the newest entry that the later one showed
 */
public record Changes(
        LocalDate from,
        LocalDate to,
        long fromSeq,
        long toSeq,
        Totals before,
        Totals after,
        Map<Lamp.Colour, Long> lamps,
        List<Change> projects) {

    public static Changes between(Board before, Board after) {
        Set<ProjectId> ids = new LinkedHashSet<>(before.cards().keySet());
        ids.addAll(after.cards().keySet());
        List<Change> changes = ids.stream()
                .map(id -> Change.between(id, before, after))
                .filter(Objects::nonNull)
                .toList();
        return new Changes(
                before.day(),
                after.day(),
                before.seq(),
                after.seq(),
                before.totals(),
                after.totals(),
                lamps(before.totals(), after.totals()),
                changes);
    }

    /** How many more, or fewer, of each colour there are. */
    static Map<Lamp.Colour, Long> lamps(Totals before, Totals after) {
        Map<Lamp.Colour, Long> more = new EnumMap<>(after.lamps());
        before.lamps().forEach((colour, count) -> more.merge(colour, -count, Long::sum));
        return more;
    }
}
