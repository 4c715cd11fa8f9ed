package io.guatu.bridge;

import io.guatu.board.Board;
import io.guatu.board.Delta;
import io.guatu.board.Frame;
import io.guatu.board.View;
import io.guatu.domain.BoardUpdate.BoardOpened;
import io.guatu.domain.Entry;
import io.guatu.domain.Name;
import io.guatu.domain.ProjectId;
import io.guatu.state.Present;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes frames of the board: the town's view, and the site's view of one project. Pure. */
public final class Frames {
    private static final Name UNNAMED = new Name("挂图", "Guatu");

    private final String version;

    public Frames(String version) {
        this.version = version;
    }

    /** Where a viewer says it is; parts that it does not know are null. */
    public record Position(UUID epoch, LocalDate day, Long seq, String seal) {
        public static final Position NOWHERE = new Position(null, null, null, null);

        public static Position of(Present present) {
            Board board = present.board();
            return new Position(
                    board.epoch(),
                    board.day(),
                    board.seq(),
                    present.head().seal().digits());
        }

        /**
         * Whence a frame can bring it to this board: its own {@code seq}, or 0 for all cards. One that is ahead, by another
         * node, has nothing to learn here: the board's. Whether its seal is the ledger's is not asked here.
         */
        public long base(Board board) {
            if (seq == null
                    || seal == null
                    || !board.epoch().equals(epoch)
                    || !board.day().equals(day)) {
                return 0;
            }
            return seq > board.seq() ? board.seq() : board.continues(seq) ? seq : 0;
        }
    }

    /** Brings a viewer from its position to this board: the cards that changed since, or everything. */
    public Frame sync(Present present, ProjectId site, Position position) {
        Board board = present.board();
        String seal = present.head().seal().digits();
        long base = position.base(board);
        View view = view(board, site);
        boolean whole = base == 0;
        return new Frame(
                board.epoch(),
                board.day(),
                board.seq(),
                seal,
                base,
                whole ? null : base == board.seq() ? seal : position.seal(),
                view.board(),
                whole
                        ? view.cards()
                        : view.cards().stream()
                                .filter(card -> card.seq() > base)
                                .toList(),
                whole ? null : gone(board, site, base),
                whole || base < board.seq() ? view.totals() : null,
                null,
                null);
    }

    /** Brings a viewer from exactly {@code shown} to {@code now}, of the same epoch and day. */
    public Frame news(Present shown, Present now, ProjectId site, List<Entry> entries) {
        Map<Object, Object> delta = Delta.between(view(shown.board(), site), view(now.board(), site));
        return new Frame(
                now.board().epoch(),
                now.board().day(),
                now.seq(),
                now.head().seal().digits(),
                shown.seq(),
                shown.seq() == 0 ? null : shown.head().seal().digits(),
                null,
                null,
                null,
                null,
                delta.isEmpty() ? null : delta,
                site != null || entries.isEmpty() ? null : entries);
    }

    private View view(Board board, ProjectId site) {
        return site == null ? View.ofTown(board, title(board)) : View.ofSite(board, title(board), site);
    }

    private static List<ProjectId> gone(Board board, ProjectId site, long base) {
        List<ProjectId> gone = board.goneSince(base).stream()
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
                board.terms().rules().name(),
                version);
    }
}
