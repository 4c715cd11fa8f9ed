package io.guatu.tidings;

import static io.guatu.board.Entries.CONTRACTOR;
import static io.guatu.board.Entries.MANAGER;
import static io.guatu.board.Entries.OFFICE;
import static io.guatu.board.Entries.ROAD;
import static io.guatu.board.Entries.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.board.Board;
import io.guatu.board.Entries;
import io.guatu.board.Sets;
import io.guatu.board.lamp.Lamp;
import io.guatu.domain.BlockerUpdate.BlockerCleared;
import io.guatu.domain.BlockerUpdate.BlockerRaised;
import io.guatu.domain.DirectiveUpdate.DirectiveAnswered;
import io.guatu.domain.DirectiveUpdate.DirectiveIssued;
import io.guatu.domain.DirectiveUpdate.DirectiveSentBack;
import io.guatu.domain.DirectiveUpdate.DirectiveWithdrawn;
import io.guatu.domain.Factor;
import io.guatu.domain.HazardUpdate.HazardFound;
import io.guatu.domain.HazardUpdate.HazardRechecked;
import io.guatu.domain.HazardUpdate.NoticeIssued;
import io.guatu.domain.ProgressUpdate.ProgressReturned;
import io.guatu.domain.ProjectUpdate.ProjectSuspended;
import io.guatu.domain.Severity;
import io.guatu.domain.Stage;
import io.guatu.ledger.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes worth telling, and that it does so once. The board's day is a Tuesday. */
class TidingsTest {
    private static final int LATE = 50;

    private static Entries onTime() {
        return Entries.road(Stage.IMPLEMENTATION).plan("all", 100, -50, LATE).report(-1, MANAGER, "all", 50, null);
    }

    private static Board board(Entries entries) {
        return Board.empty(new UUID(0, 1), TODAY, Entries.ZONE, Sets.named("daguan-1"))
                .after(entries.all());
    }

    private static Mark mark(Board board) {
        Mark mark = Mark.of(board.cards().get(ROAD), board.day(), board.terms());
        assertEquals(mark, Json.read(Json.write(mark), Mark.class), "it is kept as JSON");
        return mark;
    }

    private static List<Tiding> news(Board before, Board after) {
        List<Tiding> news = mark(before).news(after.cards().get(ROAD), after.day(), after.terms());
        news.forEach(tiding -> assertEquals(tiding, Json.read(Json.write(tiding), Tiding.class)));
        return news;
    }

    private static List<String> ids(List<Tiding> news) {
        return news.stream().map(Tiding::id).toList();
    }

    private static Board days(Board board, int days) {
        return board.on(board.day().plusDays(days));
    }

    @Test
    void a_milestone_is_told_of_on_its_last_day_and_when_that_is_over_and_never_again() {
        Board board = board(onTime());
        Board last = days(board, LATE);
        String due = "due/milestone/road/all/" + TODAY.plusDays(LATE);
        assertTrue(ids(news(days(last, -1), last)).contains(due));
        List<Tiding> over = news(last, days(last, 1));
        assertTrue(ids(over).contains("overdue/milestone/road/all/" + TODAY.plusDays(LATE)));
        assertFalse(ids(over).contains(due));
        assertEquals(List.of(), news(days(last, 1), days(last, 2)));
    }

    @Test
    void whoever_slept_for_days_hears_what_is_so_and_not_what_was() {
        Board board = board(onTime().add(-1, OFFICE, ROAD, new DirectiveIssued("办", TODAY.plusDays(3), null, null)));
        long directive = board.seq();
        List<String> ids = ids(news(board, days(board, 10)));
        assertTrue(ids.contains("overdue/directive/" + directive + "/" + TODAY.plusDays(3)), ids.toString());
        assertTrue(ids.contains("lamp/road/red/" + TODAY.plusDays(10)), ids.toString());
        assertTrue(ids.stream().noneMatch(id -> id.startsWith("due/") || id.startsWith("silent/")), ids.toString());
    }

    @Test
    void a_deadline_on_a_day_off_ends_with_the_next_working_day() {
        Board board = board(onTime().add(-1, OFFICE, ROAD, new DirectiveIssued("办", TODAY.plusDays(4), null, null)));
        long directive = board.seq();
        String due = "due/directive/" + directive + "/" + TODAY.plusDays(6);
        assertFalse(ids(news(board, days(board, 4))).contains(due), "Saturday");
        assertTrue(ids(news(days(board, 4), days(board, 6))).contains(due), "Monday");
    }

    @Test
    void a_directive_is_told_of_when_it_is_issued_and_no_more_when_it_is_answered() {
        Entries entries = onTime();
        Board before = board(entries);
        Board issued = board(entries.add(0, OFFICE, ROAD, new DirectiveIssued("办", TODAY, null, null)));
        long directive = issued.seq();
        assertEquals(
                List.of("directive/" + directive, "due/directive/" + directive + "/" + TODAY),
                ids(news(before, issued)));
        Tiding due = news(before, issued).get(1);
        assertTrue(Tidings.stands(due, issued));
        Board answered = board(entries.add(0, MANAGER, ROAD, new DirectiveAnswered(directive, "已办", null, null)));
        assertEquals(List.of(), news(issued, answered));
        assertFalse(Tidings.stands(due, answered), "what waited for the morning is not worth a message any more");
        Board gone = board(entries.add(0, OFFICE, ROAD, new DirectiveWithdrawn(directive, "不办了")));
        assertFalse(Tidings.stands(news(before, issued).get(0), gone));
    }

    @Test
    void a_hazard_a_broken_promise_and_a_silence_have_their_day() {
        Entries entries =
                onTime().add(-1, OFFICE, ROAD, new HazardFound(Severity.GENERAL, "塔吊", "无限位", null, null, null));
        long hazard = entries.all().size();
        entries.add(-1, OFFICE, ROAD, new NoticeIssued("1号", List.of(hazard), TODAY.plusDays(1), null));
        entries.add(-1, MANAGER, ROAD, new BlockerRaised(Factor.LAND, "地", null, null, TODAY.plusDays(2), null, null));
        long blocker = entries.all().size();
        Board board = board(entries);
        assertEquals(List.of("due/hazard/" + hazard + "/" + TODAY.plusDays(1)), ids(news(board, days(board, 1))));
        List<String> third = ids(news(days(board, 2), days(board, 3)));
        assertTrue(third.contains("promise/" + blocker + "/" + TODAY.plusDays(2)), third.toString());
        // Last heard on Monday, five working days: the next Monday is the last day.
        List<String> monday = ids(news(days(board, 5), days(board, 6)));
        assertTrue(monday.contains("silent/road/" + TODAY.plusDays(6)), monday.toString());
        Board cleared = board(entries.add(0, MANAGER, ROAD, new BlockerCleared(blocker, "通了")));
        assertEquals(List.of(), news(board, cleared));
    }

    @Test
    void a_lamp_that_turns_says_why_and_from_red_to_green_is_good_news() {
        Entries entries = onTime();
        Board green = board(entries);
        Board red = board(entries.add(-9, OFFICE, ROAD, new DirectiveIssued("办", TODAY.minusDays(8), null, null)));
        Tiding turned = news(green, red).get(news(green, red).size() - 1);
        assertEquals("lamp/road/red/" + TODAY, turned.id());
        assertEquals(Lamp.Code.DIRECTIVE_OVERDUE, turned.reason().code());
        assertEquals(Lamp.Colour.GREEN, turned.from());
        Board again = board(entries.add(0, MANAGER, ROAD, new DirectiveAnswered(red.seq(), "已办", null, null)));
        assertEquals(
                List.of(What.RECOVERED),
                news(red, again).stream().map(Tiding::what).toList());
        assertFalse(Tidings.stands(turned, again));
        assertTrue(Tidings.stands(news(red, again).get(0), again));
    }

    @Test
    void what_waits_by_agreement_is_late_in_nothing() {
        Board paused = board(onTime().add(0, MANAGER, ROAD, new ProjectSuspended("汛期", null, null)));
        List<String> ids = ids(news(paused, days(paused, LATE + 10)));
        assertEquals(List.of(), ids);
    }

    @Test
    void a_returned_report_is_an_event() {
        Entries entries = onTime().report(0, CONTRACTOR, "all", 60, null);
        long report = entries.all().size();
        entries.add(0, MANAGER, ROAD, new ProgressReturned(report, "数不对"));
        List<Tiding> events = Tidings.events(entries.all());
        assertEquals(List.of("returned/" + (report + 1)), ids(events));
        assertEquals(report, events.get(0).ref());
        entries.add(0, OFFICE, ROAD, new DirectiveSentBack(7, "不够", null));
        entries.add(0, OFFICE, ROAD, new HazardRechecked(8, true, null, null));
        entries.add(0, OFFICE, ROAD, new HazardRechecked(9, false, "没改", null));
        assertEquals(
                List.of(report, 7L, 9L),
                Tidings.events(entries.all()).stream().map(Tiding::ref).toList());
    }

    @Test
    void nothing_that_somebody_wrote_is_in_a_fact() {
        Entries entries = onTime();
        Board before = board(entries);
        entries.add(0, OFFICE, ROAD, new DirectiveIssued("机密之事", TODAY, "张三", null));
        entries.add(
                -9, MANAGER, ROAD, new BlockerRaised(Factor.LAND, "机密", "机密", "机密", TODAY.minusDays(5), null, null));
        List<Tiding> news = new ArrayList<>(news(before, board(entries)));
        assertTrue(news.size() >= 3, news.toString());
        assertFalse(Json.write(news).contains("机密"));
    }
}
