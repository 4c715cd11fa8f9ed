package io.guatu.board;

import io.guatu.board.fold.BoardSettings;
import io.guatu.domain.Entry;
import io.guatu.domain.Name;
import io.guatu.domain.ProjectId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What travels: it brings a viewer from {@code prev} to {@code seq}, and says nothing that stayed. News is a {@code delta},
 * for those who stand exactly at {@code prev}; a sync answers with whole {@code cards}, those that changed since
 * {@code prev} or, when that is 0, all. A frame with neither is a sign of life. Members are null where there is nothing to
 * say; when it left is said as it leaves.
 *
 * @param seal the first digits of the seal at {@code seq}: after a restore the same numbers may stand for another past
 * @param prevSeal the same at {@code prev}; null where that is 0
 * @param board on a sync
 * @param gone the projects that left the board, on a sync
 * @param totals on a sync, for the town alone
 * @param delta between two {@link View}s
 * @param entries what was said, newest last, for the town alone
 */
public record Frame(
        UUID epoch,
        LocalDate day,
        long seq,
        String seal,
        long prev,
        String prevSeal,
        Title board,
        List<? extends ProjectCard> cards,
        List<ProjectId> gone,
        Totals totals,
        Map<Object, Object> delta,
        List<Entry> entries) {

    /**
     * @param demo whether the board shows invented data, else null
     * @param meeting the last one that was held, or null
     * @param zone in which the board's day turns
     * @param rules what the rule set is called by which the lamps are lit
     * @param version of the program that speaks; another one means that a page is out of date
     */
    public record Title(
            Name name, Boolean demo, BoardSettings.Meeting meeting, ZoneId zone, Name rules, String version) {}
}
