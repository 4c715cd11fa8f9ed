package io.guatu.board;

import static io.guatu.board.PhotoView.Flag.AHEAD;
import static io.guatu.board.PhotoView.Flag.FAR;
import static io.guatu.board.PhotoView.Flag.OLD;
import static io.guatu.board.PhotoView.Flag.SEEN;
import static io.guatu.board.PhotoView.Flag.UNDATED;
import static io.guatu.board.PhotoView.Flag.UNPLACED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.guatu.domain.Photo;
import io.guatu.domain.PhotoId;
import io.guatu.domain.ProjectUpdate.PhotoReceived;
import io.guatu.domain.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is said of a photo that arrived today at nine in the morning in Shanghai. */
class PhotoViewTest {
    private static final PhotoId ID = new PhotoId("a".repeat(32));

    @Test
    void the_early_shift_photographs_on_its_own_day() {
        assertEquals(
                LocalDate.parse("2026-11-20"),
                view("2026-11-19T22:30:00Z", 10L, null).takenOn(),
                "half past six in the morning in Shanghai is still the day before in Greenwich");
    }

    @Test
    void a_photo_that_could_not_be_checked_says_so() {
        assertEquals(Set.of(UNPLACED, UNDATED), view(null, null, null).flags());
        assertEquals(Set.of(UNPLACED), view("2026-11-24T00:00:00Z", null, null).flags());
        assertEquals(Set.of(UNDATED), view(null, 0L, null).flags());
    }

    @Test
    void what_was_checked_and_is_well_has_no_flag() {
        assertEquals(Set.of(), view("2026-11-24T00:00:00Z", 1_000L, null).flags());
        assertEquals(Set.of(), view("2026-11-21T01:00:00Z", 0L, null).flags(), "three days to the minute");
        assertEquals(Set.of(), view("2026-11-24T03:00:00Z", 0L, null).flags(), "a clock of another zone");
    }

    @Test
    void what_is_far_old_dated_ahead_or_seen_before_has_one() {
        assertEquals(Set.of(FAR), view("2026-11-24T00:00:00Z", 1_001L, null).flags());
        assertEquals(Set.of(OLD), view("2026-11-21T00:59:59Z", 0L, null).flags());
        assertEquals(Set.of(AHEAD), view("2027-01-01T00:00:00Z", 0L, null).flags());
        assertEquals(
                Set.of(FAR, OLD, SEEN), view("2026-01-01T00:00:00Z", 9_999L, ID).flags());
    }

    private static PhotoView view(String taken, Long metres, PhotoId seen) {
        Photo photo =
                new Photo(ID, "a".repeat(64), "0", 640, 480, taken == null ? null : Instant.parse(taken), metres, seen);
        Entries entries =
                Entries.road(Stage.IMPLEMENTATION).add(0, Entries.CONTRACTOR, Entries.ROAD, new PhotoReceived(photo));
        Board board = Board.empty(new UUID(1, 1), Entries.TODAY, Entries.ZONE, Sets.named("daguan-1"))
                .after(entries.all());
        return ProjectView.of(board, board.projects().byId().get(Entries.ROAD), List.of())
                .photos()
                .get(0);
    }
}
