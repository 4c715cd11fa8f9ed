package io.guatu.board;

import io.guatu.domain.ProjectId;
import java.util.List;

/**
 * What somebody sees of the board: the town all of it, a project's contractors its {@link SiteCard},
 * and no totals. Frames are made of this and of nothing else.
 */
public record View(Frame.Title board, List<? extends ProjectCard> cards, Totals totals) {

    public static View ofTown(Board board, Frame.Title title) {
        return new View(title, List.copyOf(board.cards().values()), board.totals());
    }

    public static View ofSite(Board board, Frame.Title title, ProjectId site) {
        Card card = board.cards().get(site);
        return new View(title, card == null ? List.of() : List.of(SiteCard.of(card)), null);
    }
}
