package io.guatu.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.board.Board;
import io.guatu.board.Card;
import io.guatu.board.figures.Slippage;
import io.guatu.board.fold.Milestone;
import io.guatu.board.fold.Project;
import io.guatu.board.fold.Projects;
import io.guatu.board.fold.Slip;
import io.guatu.board.lamp.Lamp;
import io.guatu.domain.Cause;
import io.guatu.domain.Entry;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.RuleSet;
import io.guatu.domain.Weighting;
import io.guatu.ledger.Json;
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
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What is true of every history that the rules allow: histories are made by saying things at random. */
class HistoryTest {
    private static final RuleSet RULES = rules();

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
            "office: {'kind':'baseline-set','name':{'zh':'二','en':'2'},'cause':'scope-change','reason':'增','approver':'会','milestones':["
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
            "wang: {'kind':'project-suspended','reason':'汛期','approver':'镇长'}",
            "wang: {'kind':'project-resumed','reason':'水退','approver':'镇长'}",
            "office: {'kind':'project-amended','weight':%w}",
            "office: {'kind':'weighting-chosen','weighting':'set'}",
            "office: {'kind':'weighting-chosen','weighting':'equal'}");

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
        boolean weighed = board.projects().byId().get(Town.ROAD).about().weight() != null
                || board.projects().charter().weighting() != Weighting.SET;
        boolean outside = card.lamp().outside();
        assertEquals(weighed && !outside, board.totals().progress() != null);
    }

    private static long sum(Map<Cause, Long> days) {
        return days.values().stream().mapToLong(Long::longValue).sum();
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

    private static Board empty() {
        return Board.empty(new UUID(1, 1), Town.TODAY, Town.ZONE, RULES);
    }

    private static Town history(long seed) {
        Random random = new Random(seed);
        Town town = Town.withRoad();
        List<String> all = new ArrayList<>(BAD);
        all.addAll(OTHER);
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
