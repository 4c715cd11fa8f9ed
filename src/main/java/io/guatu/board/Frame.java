package io.guatu.board;

import io.guatu.board.fold.BoardSettings;
import io.guatu.domain.Entry;
import io.guatu.domain.Name;
import io.guatu.domain.ProjectId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * What travels: every change in ({@code prev}, {@code seq}], as whole cards. A frame with {@code prev} 0 is the whole
 * board; one without cards is a pulse. {@code gone} are projects that left the board, null for none. {@code totals} and
 * {@code entries} are for the town alone and null for a site.
 */
public record Frame(
        UUID epoch,
        LocalDate day,
        long seq,
        long prev,
        Instant at,
        Title board,
        List<Card> cards,
        List<ProjectId> gone,
        Totals totals,
        List<Entry> entries) {

    /**
     * @param demo whether the board shows invented data, else null
     * @param meeting the last one that was held, or null
     * @param zone in which the board's day turns
     * @param version of the program that speaks; another one means that a page is out of date
     */
    public record Title(Name name, Boolean demo, BoardSettings.Meeting meeting, ZoneId zone, String version) {}
}
