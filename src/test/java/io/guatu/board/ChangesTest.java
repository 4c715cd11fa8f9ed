package io.guatu.board;

import static io.guatu.board.Entries.CONTRACTOR;
import static io.guatu.board.Entries.MANAGER;
import static io.guatu.board.Entries.OFFICE;
import static io.guatu.board.Entries.ROAD;
import static io.guatu.board.Entries.TODAY;
import static io.guatu.board.Entries.ZONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guatu.board.fold.Projects;
import io.guatu.domain.Author;
import io.guatu.domain.Entry;
import io.guatu.domain.Factor;
import io.guatu.domain.Name;
import io.guatu.domain.ProjectId;
import io.guatu.domain.ProjectKind;
import io.guatu.domain.ProjectUpdate.ProjectArchived;
import io.guatu.domain.ProjectUpdate.ProjectOpened;
import io.guatu.domain.Stage;
import io.guatu.domain.Update;
import io.guatu.ledger.Json;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is different between two boards, field by field; and what a meeting speaks of because of it. */
class ChangesTest {
    /** A road on time, with a blocker (entry 4) and a directive (entry 5). */
    private static Entries before() {
        return Entries.road(Stage.IMPLEMENTATION)
                .plan("base", 40, -90, 60)
                .plan("top", 60, 20, 120)
                .add(-6, MANAGER, ROAD, read("{'kind':'blocker-raised','factor':'land','text':'未交地'}"))
                .add(-6, OFFICE, ROAD, read("{'kind':'directive-issued','text':'交地','deadline':'2026-12-20'}"))
                .report(-5, MANAGER, "base", 55, null);
    }

    private static Update read(String update) {
        return Json.read(update.replace('\'', '"'), Update.class);
    }

    private static Board board(List<Entry> entries) {
        return Board.of(new UUID(0, 0), TODAY, ZONE, Sets.named("daguan-1"), Projects.NONE.after(entries));
    }

    private static List<Change> after(Author by, Update update) {
        Entries entries = before();
        Board then = board(entries.all());
        return Changes.between(then, board(entries.add(0, by, ROAD, update).all()))
                .projects();
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'kind':'stage-changed','stage':'completion'} | {'stage':{'from':'implementation','to':'completion'}}",
                "{'kind':'project-amended','owner':'城投公司'} | {'facts':{'owner':{'to':'城投公司'}}}",
                "{'kind':'project-amended','name':{'zh':'大道','en':'Avenue'}} | {'facts':{'name':{'from':{'zh':'道路','en':'Road'},'to':{'zh':'大道','en':'Avenue'}}}}",
                "{'kind':'project-amended','sector':'economy','cadence':3} | {'facts':{'sector':{'from':'transport.road','to':'economy'},'cadence':{'from':5,'to':3}}}",
                "{'kind':'project-amended','site':{'latitude':31.1,'longitude':117.2}} | {'facts':{'site':{'to':{'latitude':31.1,'longitude':117.2}}}}",
                "{'kind':'landmark-reached','landmark':'start','on':'2026-11-20'} | {'facts':{'start':{'to':'2026-11-20'}}}",
                "{'kind':'forecast-moved','milestone':'top','forecast':'2027-03-20','cause':'land'} | {'dates':[{'milestone':'top','name':{'zh':'top','en':'top'},'from':'2027-03-24','to':'2027-03-20'}]}",
                "{'kind':'blocker-cleared','blocker':4,'how':'交了'} | {'cleared':[{'seq':4,'factor':'land','text':'未交地'}]}",
                "{'kind':'blocker-promised','blocker':4,'promised':'2026-12-01'} | {'renewed':[{'seq':4,'factor':'land','text':'未交地','promised':{'to':'2026-12-01'}}]}",
                "{'kind':'blocker-escalated','blocker':4,'level':'town'} | {'renewed':[{'seq':4,'factor':'land','text':'未交地','level':{'from':'project','to':'town'}}]}",
                "{'kind':'directive-withdrawn','directive':5,'reason':'不用了'} | {'directives':{'opened':0,'closed':1}}",
                "{'kind':'hazard-found','severity':'general','place':'北侧','text':'缺护栏'} | {'hazards':{'opened':1,'closed':0}}",
                "{'kind':'investment-planned','total':900,'year':2026,'planned':300} | {'investment':{'total':{'to':900},'planned':{'to':300}}}",
                "{'kind':'investment-completed','month':'2026-10','completed':20.5} | {'investment':{'completed':{'to':20.5}}}",
                "{'kind':'relocation-counted','asOf':'2026-11-20','households':{'due':9,'signed':4,'vacated':0,'cleared':0,'handedOver':0}} | {'households':{'to':{'due':9,'signed':4,'vacated':0,'cleared':0,'handedOver':0}}}",
                "{'kind':'still-true'} | {}",
                "{'kind':'petitions-counted','level':'high','open':2,'asOf':'2026-11-20'} | {}",
            })
    void one_update_makes_one_field_different(String update, String change) {
        List<Change> changes = after(OFFICE, read(update));
        JsonNode expected = Json.read(change.replace('\'', '"'), JsonNode.class);
        if (expected.isEmpty()) {
            assertEquals(List.of(), changes);
            return;
        }
        ObjectNode found = (ObjectNode) Json.read(Json.write(changes.get(0)), JsonNode.class);
        found.remove(List.of("id", "name"));
        assertEquals(expected, found);
    }

    @Test
    void what_was_in_the_way_only_in_between_is_told_as_well() {
        Entries entries = before();
        Board then = board(entries.all());
        entries.add(-3, MANAGER, ROAD, read("{'kind':'blocker-raised','factor':'weather','text':'暴雨'}"));
        entries.add(-1, MANAGER, ROAD, read("{'kind':'blocker-cleared','blocker':7,'how':'雨停'}"));
        Change change = Changes.between(then, board(entries.all())).projects().get(0);
        assertEquals(List.of(new BlockerChange(7, Factor.WEATHER, "暴雨", null, null)), change.raised());
        assertEquals(change.raised(), change.cleared());
    }

    @Test
    void a_new_baseline_says_what_it_weighs_and_when_and_what_it_left_out() {
        Change change = after(
                        OFFICE,
                        read(
                                "{'kind':'baseline-set','name':{'zh':'二版','en':'second'},'cause':'scope-change','reason':'扩建',"
                                        + "'approver':'李书记','milestones':[{'milestone':'base','name':{'zh':'base','en':'base'},'weight':30,"
                                        + "'start':'2026-08-26','finish':'2027-02-01'},{'milestone':'lamps','name':{'zh':'路灯','en':'Lamps'},"
                                        + "'weight':70,'start':'2027-01-01','finish':'2027-05-01'}]}"))
                .get(0);
        assertEquals(new Difference<>(1, 2), change.baseline());
        assertEquals(3, change.plan().size());
        PlanChange base = change.plan().get(0);
        assertEquals("40 → 30", text(base.weight()));
        assertEquals(
                "2027-01-23 → 2027-02-01",
                base.finish().from() + " → " + base.finish().to());
        assertNull(base.start());
        assertNull(change.plan().get(1).weight().from(), "lamps were added");
        assertNull(change.plan().get(2).weight().to(), "the top was left out");
        assertTrue(change.notable());
    }

    private static String text(Difference<io.guatu.domain.Weight> turn) {
        return turn.from().value().toPlainString() + " → " + turn.to().value().toPlainString();
    }

    @Test
    void what_is_verified_moves_progress_and_what_is_not_is_pending() {
        Change verified = after(
                        MANAGER,
                        read("{'kind':'progress-reported','milestone':'base','percent':60,'asOf':'2026-11-24'}"))
                .get(0);
        assertEquals("22.0", verified.progress().from().toPlainString());
        assertEquals("24.0", verified.progress().to().toPlainString());
        assertEquals(1, verified.plan().size());
        assertFalse(verified.notable(), "work that goes on is no news to a meeting");
        Change reported = after(
                        CONTRACTOR,
                        read("{'kind':'progress-reported','milestone':'base','percent':60,'asOf':'2026-11-24'}"))
                .get(0);
        assertNull(reported.progress());
        assertEquals("24.0", reported.pending().to().toPlainString());
    }

    @Test
    void a_suspension_and_its_end_are_told_apart() {
        Update suspended = read("{'kind':'project-suspended','reason':'汛期','approver':'李书记'}");
        Change stopped = after(OFFICE, suspended).get(0);
        assertNull(stopped.pause().from());
        assertEquals("汛期", stopped.pause().to().reason());
        Entries entries = before().add(-1, OFFICE, ROAD, suspended);
        Board then = board(entries.all());
        entries.add(0, OFFICE, ROAD, read("{'kind':'project-resumed','reason':'汛期已过','approver':'李书记'}"));
        Change resumed = Changes.between(then, board(entries.all())).projects().get(0);
        assertNull(resumed.pause().to());
        assertEquals("汛期", resumed.pause().from().reason());
    }

    @Test
    void a_project_appears_and_leaves() {
        ProjectId bridge = new ProjectId("bridge");
        Entries entries = before();
        Board first = board(entries.all());
        entries.add(
                0,
                OFFICE,
                bridge,
                new ProjectOpened(
                        new Name("桥", "Bridge"),
                        "transport.road",
                        ProjectKind.WORKS,
                        Stage.PREPARATION,
                        null,
                        null,
                        null));
        Board second = board(entries.all());
        Change appeared = Changes.between(first, second).projects().get(0);
        assertEquals(Change.Presence.APPEARED, appeared.presence());
        assertNull(appeared.facts());
        entries.add(0, OFFICE, bridge, new ProjectArchived("并入别的项目"));
        Board third = board(entries.all());
        assertEquals(
                Change.Presence.ARCHIVED,
                Changes.between(second, third).projects().get(0).presence());
        assertEquals(List.of(), Changes.between(first, third).projects(), "came and went in between");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'kind':'still-true'} |",
                "{'kind':'progress-reported','milestone':'base','percent':60,'asOf':'2026-11-24'} |",
                "{'kind':'blocker-cleared','blocker':4,'how':'交了'} | CHANGED",
                "{'kind':'blocker-promised','blocker':4,'promised':'2026-11-27'} | PROMISE",
                "{'kind':'blocker-promised','blocker':4,'promised':'2026-11-28'} | CHANGED",
                "{'kind':'forecast-moved','milestone':'top','forecast':'2027-08-24','cause':'land'} | RED",
            })
    void a_meeting_speaks_of_what_is_red_due_silent_or_changed(String update, Agenda.Why why) {
        Entries entries = before();
        Board last = board(entries.all());
        Agenda agenda =
                Agenda.of(board(entries.add(0, MANAGER, ROAD, read(update)).all()), last);
        assertEquals(
                why, agenda.items().stream().map(Agenda.Item::why).findFirst().orElse(null));
    }

    @Test
    void who_owes_a_report_is_spoken_of_and_before_the_first_meeting_nothing_changed() {
        Entries silent = Entries.road(Stage.IMPLEMENTATION).plan("base", 100, -90, 60);
        Agenda agenda = Agenda.of(board(silent.all()), null);
        assertEquals(List.of(new Agenda.Item(ROAD, Agenda.Why.SILENT, null)), agenda.items());
    }
}
