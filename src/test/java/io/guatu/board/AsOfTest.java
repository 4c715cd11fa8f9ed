package io.guatu.board;

import static io.guatu.board.Entries.CONTRACTOR;
import static io.guatu.board.Entries.MANAGER;
import static io.guatu.board.Entries.ROAD;
import static io.guatu.board.Entries.TODAY;
import static io.guatu.board.Entries.ZONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.guatu.board.lamp.Lamp;
import io.guatu.domain.BlockerUpdate.BlockerRaised;
import io.guatu.domain.BlockerUpdate.RelocationCounted;
import io.guatu.domain.Factor;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.Percent;
import io.guatu.domain.PhotoId;
import io.guatu.domain.ProgressUpdate.ProgressReported;
import io.guatu.domain.ProgressUpdate.ProgressVerified;
import io.guatu.domain.ProgressUpdate.ProgressWithdrawn;
import io.guatu.domain.ProgressUpdate.StillTrue;
import io.guatu.domain.Relocation;
import io.guatu.domain.Stage;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A site without a network tells late: a statement is of the day it names, and a late one takes nothing back. */
class AsOfTest {
    private final Entries entries = Entries.road(Stage.IMPLEMENTATION).plan("all", 100, -50, 50);

    @Test
    void still_true_of_twelve_days_ago_is_not_still_true_of_today() {
        entries.report(-20, MANAGER, "all", 50, null)
                .add(0, CONTRACTOR, ROAD, new StillTrue(null, TODAY.minusDays(12)));
        assertEquals(Lamp.Code.SILENT, card().lamp().reasons().get(0).code());
        assertEquals(
                TODAY.minusDays(11).atStartOfDay(ZONE).toInstant(),
                card().freshness().told(),
                "as old as its day");
        assertEquals(card().freshness().told(), card().freshness().confirmed(), "and confirms no younger one");
        entries.add(0, CONTRACTOR, ROAD, new StillTrue(null, TODAY));
        assertEquals(Lamp.Colour.GREEN, card().lamp().colour());
        assertEquals(Entries.at(0), card().freshness().told());
    }

    @Test
    void a_blocker_is_as_old_as_its_day() {
        entries.add(
                0, CONTRACTOR, ROAD, new BlockerRaised(Factor.LAND, "堵", null, null, null, null, TODAY.minusDays(12)));
        assertEquals(12, card().blockers().get(0).days());
    }

    @Test
    void a_report_of_an_earlier_day_that_comes_later_replaces_no_newer_one_and_its_photo_is_shown() {
        reported(-1, 60, null);
        reported(-3, 45, "aa");
        assertEquals(Percent.of(60), card().pending().get(0).percent());
        assertEquals(List.of(photo("aa")), card().pending().get(0).photos());
        entries.add(0, MANAGER, ROAD, new ProgressVerified(3, null));
        assertEquals(TODAY.minusDays(1), card().freshness().asOf());
        reported(-2, 50, null);
        assertNull(card().milestones().get(0).percent().pending(), "what is verified is newer");
    }

    @Test
    void a_report_that_takes_anothers_place_shows_what_that_one_showed() {
        reported(-1, 60, "aa");
        reported(-1, 60, null);
        assertEquals(1, card().pending().size());
        assertEquals(List.of(photo("aa")), card().pending().get(0).photos());
    }

    @Test
    void a_correction_of_an_earlier_day_takes_the_cards_day_not_back() {
        entries.report(-1, MANAGER, "all", 60, null).add(0, MANAGER, ROAD, report(-5, 55, null));
        assertEquals(TODAY.minusDays(1), card().freshness().asOf());
        assertEquals(Percent.of(55), card().milestones().get(0).percent().verified());
    }

    @Test
    void what_is_taken_back_waits_no_more() {
        reported(-1, 60, null);
        entries.add(0, CONTRACTOR, ROAD, new ProgressWithdrawn(3));
        assertEquals(List.of(), card().pending());
    }

    @Test
    void a_count_of_an_earlier_day_takes_nothing_back() {
        entries.add(0, MANAGER, ROAD, counted(20, -1)).add(0, MANAGER, ROAD, counted(10, -3));
        assertEquals(TODAY.minusDays(1), card().relocation().asOf());
        assertEquals(counted(20, -1).households(), card().relocation().households());
    }

    private static RelocationCounted counted(int signed, int day) {
        BigDecimal many = BigDecimal.valueOf(signed);
        BigDecimal none = BigDecimal.ZERO;
        return new RelocationCounted(
                new Relocation(BigDecimal.valueOf(30), many, none, none, none), null, TODAY.plusDays(day));
    }

    private void reported(int day, int percent, String photo) {
        entries.add(0, CONTRACTOR, ROAD, report(day, percent, photo));
    }

    private static ProgressReported report(int day, int percent, String photo) {
        List<PhotoId> photos = photo == null ? null : List.of(photo(photo));
        return new ProgressReported(
                new MilestoneId("all"), Percent.of(percent), TODAY.plusDays(day), "补报", null, null, photos, null);
    }

    private static PhotoId photo(String id) {
        return new PhotoId(id);
    }

    private Card card() {
        return Board.empty(new UUID(1, 1), TODAY, ZONE, Sets.named("daguan-1"))
                .after(entries.all())
                .cards()
                .get(ROAD);
    }
}
