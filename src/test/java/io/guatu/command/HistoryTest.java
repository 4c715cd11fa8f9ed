package io.guatu.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.board.Board;
import io.guatu.board.Card;
import io.guatu.board.ProjectView;
import io.guatu.board.fold.Milestone;
import io.guatu.board.fold.Project;
import io.guatu.board.fold.Projects;
import io.guatu.board.fold.Slip;
import io.guatu.board.fold.Slippage;
import io.guatu.board.lamp.Lamp;
import io.guatu.domain.Cause;
import io.guatu.domain.DirectiveUpdate.DirectiveIssued;
import io.guatu.domain.DirectiveUpdate.DirectiveWithdrawn;
import io.guatu.domain.Entry;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.RuleSet;
import io.guatu.domain.Update;
import io.guatu.domain.Weighting;
import io.guatu.http.contract.Contract;
import io.guatu.ledger.Json;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What is true of every history that the rules allow: histories are made by saying things at random. */
class HistoryTest {
    static final RuleSet RULES = rules();

    /** News that nobody likes to hear, none of which tells how far the work is. */
    private static final List<String> BAD = List.of(
            "office: {'kind':'hazard-found','severity':'general','place':'基坑','text':'无护栏'}",
            "wang: {'kind':'notice-issued','number':'N%d','hazards':[%h],'deadline':'@%s'}",
            "wang: {'kind':'hazard-rechecked','hazard':%h,'passed':false,'text':'不行'}",
            "wang: {'kind':'blocker-raised','factor':'land','text':'未签约','promised':'@%s'}",
            "g-li: {'kind':'blocker-raised','factor':'weather','text':'下雨','milestones':['base']}",
            "li: {'kind':'blocker-escalated','blocker':%b,'level':'county'}",
            "li: {'kind':'directive-issued','text':'办','deadline':'@%s'}",
            "li: {'kind':'directive-sent-back','directive':%d,'reason':'不够'}",
            "wang: {'kind':'forecast-moved','milestone':'base','forecast':'@%f','cause':'weather'}",
            "wang: {'kind':'relocation-counted','asOf':'@%n','households':{'due':9,'signed':1,'vacated':0,'cleared':0,'handedOver':0}}",
            "wang: {'kind':'petitions-counted','level':'high','open':3,'asOf':'@%n'}");

    private static final List<String> OTHER = List.of(
            "g-li: {'kind':'progress-reported','milestone':'base','percent':%p,'asOf':'@%n','note':'报'}",
            "wang: {'kind':'progress-reported','milestone':'base','percent':%p,'asOf':'@%n','note':'报','forecast':'@%l','cause':'land'}",
            "wang: {'kind':'progress-reported','milestone':'top','percent':%p,'asOf':'@%n','note':'报'}",
            "wang: {'kind':'progress-reported','milestone':'base','percent':100,'asOf':'@%n'}",
            "wang: {'kind':'progress-verified','report':%d}",
            "wang: {'kind':'progress-returned','report':%d,'reason':'再报'}",
            "g-li: {'kind':'still-true'}",
            "office: {'kind':'forecast-moved','milestone':'top','forecast':'@%s','imported':true}",
            "office: {'kind':'baseline-set','name':{'zh':'二N%d','en':'N%d'},'cause':'scope-change','reason':'增','approval':{'office':'镇党委会','document':'纪要7号'},'milestones':["
                    + "{'milestone':'base','name':{'zh':'一','en':'x'},'weight':70,'start':'@-80','finish':'@%l'},"
                    + "{'milestone':'top','name':{'zh':'一','en':'x'},'weight':30,'start':'@20','finish':'@70','after':['base']}]}",
            "wang: {'kind':'blocker-promised','blocker':%b,'promised':'@%l'}",
            "wang: {'kind':'blocker-cleared','blocker':%b,'how':'好了'}",
            "g-li: {'kind':'hazard-fixed-on-spot','hazard':%h,'text':'补好'}",
            "office: {'kind':'hazard-rectified','hazard':%h,'text':'补好'}",
            "wang: {'kind':'hazard-rechecked','hazard':%h,'passed':true}",
            "wang: {'kind':'directive-acknowledged','directive':%d}",
            "wang: {'kind':'directive-answered','directive':%d,'text':'已办'}",
            "li: {'kind':'directive-accepted','directive':%d}",
            "wang: {'kind':'investment-planned','total':500,'year':2026,'planned':%p}",
            "wang: {'kind':'investment-completed','month':'2026-10','completed':%p,'note':'更正'}",
            "wang: {'kind':'project-suspended','reason':'汛期','approval':{'office':'镇党委会','document':'纪要7号'}}",
            "wang: {'kind':'project-resumed','reason':'水退','approval':{'office':'镇党委会','document':'纪要7号'}}",
            "office: {'kind':'project-amended','weight':%w}",
            "office: {'kind':'weighting-chosen','weighting':'set'}",
            "office: {'kind':'weighting-chosen','weighting':'equal'}");

    private static final List<String> EXAMPLES = examples();

    @Property(tries = 120)
    void folding_all_entries_equals_folding_any_first_part_and_then_the_rest(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 90) int cut) {
        List<Entry> entries = history(seed).entries();
        int at = Math.min(cut, entries.size());
        Board parts = empty().after(entries.subList(0, at)).after(entries.subList(at, entries.size()));
        assertEquals(empty().after(entries), parts);
    }

    @Property(tries = 120)
    void totals_kept_by_differences_equal_totals_counted_anew(@ForAll long seed) {
        Board board = empty();
        for (Entry entry : history(seed).entries()) {
            board = board.after(List.of(entry));
        }
        assertEquals(board.on(board.day()).totals(), board.totals());
        Board anew = Board.of(board.epoch(), board.day(), Town.ZONE, RULES, board.projects());
        assertEquals(anew.totals(), board.totals());
        assertEquals(anew, Board.wide(board.epoch(), board.day(), Town.ZONE, RULES, board.projects()));
    }

    @Property(tries = 120)
    void what_changed_since_any_point_brings_a_viewer_to_now(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 90) int cut) {
        List<Entry> entries = history(seed).entries();
        int at = Math.min(cut, entries.size());
        Board before = empty().after(entries.subList(0, at));
        Board now = before.after(entries.subList(at, entries.size()));
        Map<Object, Card> viewer = new LinkedHashMap<>(before.cards());
        if (!now.continues(before.seq())) {
            viewer.clear();
            viewer.putAll(now.cards());
        }
        now.since(before.seq()).forEach(card -> viewer.put(card.id(), card));
        now.goneSince(before.seq()).forEach(viewer::remove);
        assertEquals(now.cards(), viewer);
    }

    @Property(tries = 120)
    void the_days_of_all_slips_are_the_last_end_minus_the_first(@ForAll long seed) {
        Map<MilestoneId, LocalDate> first = new HashMap<>();
        Projects projects = Projects.NONE;
        for (Entry entry : history(seed).entries()) {
            projects = projects.after(List.of(entry));
            projects.find(Town.ROAD).ifPresent(project -> project.plan()
                    .milestones()
                    .values()
                    .forEach(milestone -> first.putIfAbsent(milestone.id(), milestone.end())));
        }
        Project project = projects.byId().get(Town.ROAD);
        for (Milestone milestone : project.plan().milestones().values()) {
            long days = project.plan().slips().stream()
                    .filter(slip -> slip.milestone().equals(milestone.id()))
                    .mapToLong(Slip::days)
                    .sum();
            assertEquals(first.get(milestone.id()).plusDays(days), milestone.end());
        }
    }

    @Property(tries = 120)
    void the_days_charged_sum_to_the_days_that_slipped(@ForAll long seed) {
        Project project = Projects.NONE.after(history(seed).entries()).byId().get(Town.ROAD);
        for (Slip slip : project.plan().slips()) {
            assertEquals(
                    slip.days(),
                    slip.shares().stream().mapToLong(Slip.Share::days).sum());
        }
        Card card = empty().after(history(seed).entries()).cards().get(Town.ROAD);
        if (card.slippage() != null) {
            Slippage slippage = card.slippage();
            assertEquals(project.plan().slips().size(), slippage.moves());
            assertEquals(project.plan().slips().stream().mapToLong(Slip::days).sum(), slippage.days());
            assertEquals(
                    slippage.days(), sum(slippage.byReason()) + slippage.finishingDays() + slippage.unexplainedDays());
            assertEquals(slippage.days(), sum(slippage.byFactor()) + slippage.unchargedDays());
        }
    }

    @Property(tries = 250)
    void a_lamp_never_turns_greener_by_bad_news(@ForAll long seed, @ForAll @IntRange(min = 0, max = 10) int which) {
        Town town = history(seed);
        Lamp before = lamp(town);
        long count = town.entries().size();
        say(town, 0, BAD.get(which), new Random(seed));
        Lamp after = lamp(town);
        if (town.entries().size() > count) {
            assertTrue(
                    badness(after) >= badness(before),
                    () -> before + " became " + after + " by "
                            + town.entries().get(town.entries().size() - 1));
        }
    }

    @Property(tries = 120)
    void a_figure_is_absent_rather_than_wrong(@ForAll long seed) {
        Board board = empty().after(history(seed).entries());
        Card card = board.cards().get(Town.ROAD);
        boolean verified =
                card.milestones().stream().anyMatch(step -> step.percent().verified() != null);
        assertTrue(card.forecast() == null || verified);
        assertTrue(card.progress().verified().signum() >= 0
                && card.progress().verified().intValue() <= 100);
        assertTrue(card.investment() == null
                || card.investment().rate() == null
                || card.investment().planned() != null && card.investment().completed() != null);
        boolean weighed = board.projects().byId().get(Town.ROAD).profile().weight() != null
                || board.projects().settings().weighting() != Weighting.SET;
        boolean outside = card.lamp().outside();
        assertEquals(weighed && !outside, board.totals().progress() != null);
    }

    private static long sum(Map<Cause, Long> days) {
        return days.values().stream().mapToLong(Long::longValue).sum();
    }

    @Property(tries = 200)
    void whatever_the_rules_accept_makes_a_card(@ForAll long seed) {
        Random random = new Random(seed);
        Town town = Town.withRoad();
        for (int i = 0; i < 40; i++) {
            String told = EXTREME.get(random.nextInt(EXTREME.size()));
            while (told.contains("%")) {
                int at = told.indexOf('%');
                told = told.substring(0, at) + extreme(told.charAt(at + 1), town, random) + told.substring(at + 2);
            }
            town.say(0, told.substring(0, told.indexOf(':')), told.substring(told.indexOf('{')));
        }
        for (int day : new int[] {0, 1, 400, 40_000}) {
            Board board = empty().on(Town.TODAY.plusDays(day)).after(town.entries());
            assertEquals(Map.of(), board.unshown());
            Project road = board.projects().byId().get(Town.ROAD);
            assertFalse(Json.write(ProjectView.of(board, road, List.of())).isEmpty());
            assertFalse(Json.write(board.totals()).isEmpty());
        }
    }

    /** What the contract allows at its ends: %d dates, %m money, %p percent, %w weights that sum to 100, %h hazards… */
    private static final List<String> EXTREME = List.of(
            "wang: {'kind':'investment-completed','month':'%y','completed':%m,'note':'更正'}",
            "wang: {'kind':'investment-planned','total':%m,'year':2026,'planned':%m}",
            "wang: {'kind':'progress-reported','milestone':'base','percent':%p,'asOf':'%d','note':'报','forecast':'%d','cause':'land'}",
            "g-li: {'kind':'progress-reported','milestone':'base','percent':%p,'asOf':'%d','note':'报','forecast':'%d','cause':'land'}",
            "wang: {'kind':'forecast-moved','milestone':'top','forecast':'%d','cause':'land'}",
            "office: {'kind':'forecast-moved','milestone':'base','forecast':'%d','imported':true}",
            "office: {'kind':'baseline-set','name':{'zh':'二%n','en':'%n'},'cause':'scope-change','reason':'增','approval':{'office':'镇党委会','document':'纪要7号'},'milestones':["
                    + "{'milestone':'base','name':{'zh':'一','en':'x'},'weight':99.99,'start':'%d','finish':'%d'},"
                    + "{'milestone':'top','name':{'zh':'一','en':'x'},'weight':0.01,'start':'%d','finish':'%d','after':['base']}]}",
            "wang: {'kind':'blocker-raised','factor':'land','text':'未','promised':'%d'}",
            "wang: {'kind':'relocation-counted','asOf':'%d','mu':{'due':1000000,'signed':1000000,'vacated':0,'cleared':0,'handedOver':0}}",
            "office: {'kind':'hazard-found','severity':'major','place':'坑','text':'无'}",
            "wang: {'kind':'notice-issued','number':'%n','hazards':[%h],'deadline':'%d'}",
            "li: {'kind':'directive-issued','text':'办','deadline':'%d'}",
            "wang: {'kind':'landmark-reached','landmark':'start','on':'%d','note':'更正'}",
            "wang: {'kind':'project-suspended','reason':'汛','approval':{'office':'镇党委会','document':'纪要7号'}}",
            "wang: {'kind':'project-resumed','reason':'退','approval':{'office':'镇党委会','document':'纪要7号'}}",
            "office: {'kind':'project-amended','weight':%m,'cadence':366}",
            "office: {'kind':'weighting-chosen','weighting':'investment'}",
            "office: {'kind':'weighting-chosen','weighting':'set'}",
            "office: {'kind':'rules-adopted','rules':{'id':'r-%n','name':{'zh':'一','en':'x'},'late':{'yellow':0,'red':0},"
                    + "'behind':{'measure':'share','yellow':0,'red':0},'dueSoon':{'days':366,'remaining':0},"
                    + "'forecastLate':{'yellow':0,'red':3660},'blockerOpen':{'yellow':0,'red':0},'blockerPromise':{'yellow':3660,'red':3660}}}");

    private static String extreme(char of, Town town, Random random) {
        List<String> values =
                switch (of) {
                    case 'd' ->
                        List.of(
                                "0000-01-01",
                                "0001-02-28",
                                "1999-12-31",
                                "@-100",
                                "@-1",
                                "@0",
                                "@1",
                                "2400-02-29",
                                "9999-12-31");
                    case 'y' -> List.of("0000-01", "2025-12", "2026-01", "2026-10", "2026-11");
                    case 'm' -> List.of("0", "0.0001", "1", "99999999.9999", "100000000", "6000000000");
                    case 'p' -> List.of("0", "0.01", "50", "99.99", "100");
                    case 'h' -> List.of(any(town, random, "hazard-found"));
                    default -> List.of(Integer.toString(random.nextInt(1_000)));
                };
        return values.get(random.nextInt(values.size()));
    }

    @Test
    void a_project_that_cannot_be_shown_keeps_its_last_card_and_the_others_go_on() {
        Town town = Town.withRoad();
        Board shown = empty().after(town.entries());
        Board next = shown.after(List.of(entry(town.last() + 1, new DirectiveIssued("办", null, null, null))));
        assertEquals(Set.of(Town.ROAD), next.unshown().keySet());
        assertEquals(shown.cards(), next.cards());
        assertEquals(town.last() + 1, next.seq());
        Board whole = next.on(Town.TODAY.plusDays(1));
        assertEquals(shown.cards(), whole.cards());
        // What made it so can be made good.
        Board good = next.after(List.of(entry(next.seq() + 1, new DirectiveWithdrawn(next.seq(), "误"))));
        assertEquals(Map.of(), good.unshown());
        assertEquals(next.seq() + 1, good.cards().get(Town.ROAD).seq());
        assertEquals(good.on(Town.TODAY).totals(), good.totals());
    }

    /** Of kinds that no line above tells: as the contract's example does. */
    private static List<String> examples() {
        try {
            JsonNode contract =
                    Contract.json(Buffer.buffer(Files.readString(Path.of("src/main/resources/openapi.yaml"))));
            return contract
                    .at(
                            "/paths/~1api~1projects~1{project}~1updates/post/requestBody/content/application~1json/examples")
                    .findValues("value")
                    .stream()
                    .filter(update -> !update.path("kind").asText().startsWith("project-"))
                    .filter(update -> Stream.concat(BAD.stream(), OTHER.stream())
                            .noneMatch(line ->
                                    line.contains("'" + update.path("kind").asText() + "'")))
                    .map(update -> "wang: " + update)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entry entry(long seq, Update update) {
        return new Entry(seq, Town.ROAD, seq, Town.at(0), Town.who("li").author(), update);
    }

    /** Grey is worse than green, and no better than any colour it may hide. */
    private static int badness(Lamp lamp) {
        return switch (lamp.colour()) {
            case DONE, GREEN -> 0;
            case YELLOW -> 1;
            case GREY -> 2;
            case RED -> 3;
        };
    }

    private static Lamp lamp(Town town) {
        return empty().after(town.entries()).cards().get(Town.ROAD).lamp();
    }

    static Board empty() {
        return Board.empty(new UUID(1, 1), Town.TODAY, Town.ZONE, RULES);
    }

    static Town history(long seed) {
        Random random = new Random(seed);
        Town town = Town.withRoad();
        List<String> all = new ArrayList<>(BAD);
        all.addAll(OTHER);
        all.addAll(EXAMPLES);
        for (int i = 0; i < 60; i++) {
            say(town, -1, all.get(random.nextInt(all.size())), random);
        }
        return town;
    }

    /** What the rules refuse is not said; what they allow must fold. */
    private static void say(Town town, int day, String template, Random random) {
        String told = template.replace("%h", any(town, random, "hazard-found"))
                .replace("%b", any(town, random, "blocker-raised"))
                .replace("'directive':%d", "'directive':" + any(town, random, "directive-issued"))
                .replace("'report':%d", "'report':" + any(town, random, "progress-reported"))
                .replace("N%d", "N" + random.nextInt(1_000_000))
                .replace("%s", Integer.toString(random.nextInt(40)))
                // The news of today is the latest date that anybody ever said: earlier would be good news.
                .replace("%f", Integer.toString(day == 0 ? 300 : 21 + random.nextInt(60)))
                .replace("%l", Integer.toString(21 + random.nextInt(60)))
                .replace("%n", Integer.toString(day - random.nextInt(3)))
                .replace("%p", Integer.toString(random.nextInt(101)))
                .replace("%w", Integer.toString(1 + random.nextInt(9)));
        town.say(day, told.substring(0, told.indexOf(':')), told.substring(told.indexOf('{')));
    }

    private static String any(Town town, Random random, String kind) {
        List<Long> seqs = town.entries().stream()
                .filter(entry -> Json.kind(entry.update().getClass()).equals(kind))
                .map(Entry::seq)
                .toList();
        return seqs.isEmpty() ? "1" : seqs.get(random.nextInt(seqs.size())).toString();
    }

    private static RuleSet rules() {
        try {
            return Json.read(Files.readString(Path.of("seeds/rules/daguan-1.json")), RuleSet.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
