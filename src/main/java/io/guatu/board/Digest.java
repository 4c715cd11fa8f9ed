package io.guatu.board;

import io.guatu.board.figures.Programme;
import io.guatu.board.fold.Project;
import io.guatu.board.lamp.Lamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What stands beside the cards on every wall and is more than a sum of them: the programme's curve, and how many lamps changed
 * since yesterday and since the last meeting.
 *
 * @param seq the newest entry that it shows
 * @param yesterday null while that day is still being read
 * @param meeting null before the first one, and while it is still being read
 */
public record Digest(UUID epoch, LocalDate day, long seq, Programme programme, Since yesterday, Since meeting) {
    /** @param projects how many the board showed then; {@code lamps}: how many of each colour more or fewer there are now */
    public record Since(long projects, Map<Lamp.Colour, Long> lamps) {
        public static Since of(Totals before, Totals now) {
            return new Since(before.projects(), Changes.lamps(before, now));
        }
    }

    public static Digest of(Board board, Since yesterday, Since meeting) {
        return new Digest(board.epoch(), board.day(), board.seq(), programme(board), yesterday, meeting);
    }

    /** The curve of the projects that count: on the board, neither cancelled nor suspended. */
    public static Programme programme(Board board) {
        List<Project> counted = board.projects().byId().values().stream()
                .filter(project -> board.cards().containsKey(project.id())
                        && !board.cards().get(project.id()).lamp().outside())
                .toList();
        return Programme.of(counted, board.projects().settings().weighting(), board.day(), board.zone());
    }
}
