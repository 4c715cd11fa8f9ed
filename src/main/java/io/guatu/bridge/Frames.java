package io.guatu.bridge;

import io.guatu.board.Board;
import io.guatu.board.Card;
import io.guatu.board.Frame;
import io.guatu.board.Totals;
import io.guatu.domain.BoardUpdate.BoardOpened;
import io.guatu.domain.Entry;
import io.guatu.domain.Name;
import io.guatu.domain.ProjectId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Makes frames of the board: the town's view, and the site's view of one project. */
public final class Frames {
    private static final Name UNNAMED = new Name("挂图", "Guatu");

    private final Clock clock;
    private final String version;

    public Frames(Clock clock, String version) {
        this.clock = clock;
        this.version = version;
    }

    /** Where a viewer says it is; parts that it does not know are null. */
    public record Position(UUID epoch, LocalDate day, Long seq) {
        public static final Position NOWHERE = new Position(null, null, null);

        boolean continues(Board board) {
            return seq != null
                    && board.continues(seq)
                    && board.epoch().equals(epoch)
                    && board.day().equals(day);
        }
    }

    /** One frame that brings a viewer from its position to now: the changed cards, or everything. */
    public Frame sync(Board board, ProjectId site, Position position) {
        return position.continues(board)
                ? changes(board, site, position.seq(), List.of())
                : frame(board, site, 0, cards(board, site, -1), List.of());
    }

    /** Every change in ({@code prev}, now]. */
    Frame changes(Board board, ProjectId site, long prev, List<Entry> entries) {
        return frame(board, site, prev, cards(board, site, prev), entries);
    }

    /** A sign of life. */
    Frame pulse(Board board, ProjectId site, long prev) {
        return frame(board, site, prev, List.of(), List.of());
    }

    private static List<Card> cards(Board board, ProjectId site, long after) {
        if (site == null) {
            return board.since(after);
        }
        Card card = board.cards().get(site);
        return card == null || card.seq() <= after ? List.of() : List.of(card.forSite());
    }

    /** A whole board needs none: what is not in it is gone. */
    private static List<ProjectId> gone(Board board, ProjectId site, long after) {
        List<ProjectId> gone = after == 0
                ? List.of()
                : board.goneSince(after).stream()
                        .filter(id -> site == null || site.equals(id))
                        .toList();
        return gone.isEmpty() ? null : gone;
    }

    public Frame.Title title(Board board) {
        BoardOpened opened = board.projects().settings().opened();
        return new Frame.Title(
                opened == null ? UNNAMED : opened.name(),
                opened == null ? null : opened.demo(),
                board.projects().settings().meeting(),
                board.zone(),
                version);
    }

    private Frame frame(Board board, ProjectId site, long prev, List<Card> cards, List<Entry> entries) {
        Totals totals = site == null && !(cards.isEmpty() && prev == board.seq()) ? board.totals() : null;
        return new Frame(
                board.epoch(),
                board.day(),
                board.seq(),
                prev,
                Instant.now(clock).truncatedTo(ChronoUnit.MILLIS),
                title(board),
                cards,
                gone(board, site, prev),
                totals,
                site == null ? entries : null);
    }
}
