package io.guatu.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.guatu.access.Claims;
import io.guatu.access.Principal;
import io.guatu.access.Subject;
import io.guatu.board.fold.Diary;
import io.guatu.domain.GrantAction;
import io.guatu.domain.GrantId;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.ProgressUpdate.StillTrue;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What may be told: line by line as the tables in {@code src/test/resources/rules} say it, and what no line can show. */
class RulesTest {
    private static final String FOUND =
            "office: {'kind':'hazard-found','severity':'general','place':'基坑','text':'无护栏'}";
    private static final String ISSUED = "li: {'kind':'directive-issued','text':'办','deadline':'@7'}";
    private static final String SUSPENDED =
            "wang: {'kind':'project-suspended','reason':'汛期','approval':{'office':'镇党委会','document':'纪要7号'}}";

    private static String line(String id, int weight, String after) {
        return "{'milestone':'" + id + "','name':{'zh':'一','en':'x'},'weight':" + weight + ",'start':'@0','finish':'@9'"
                + (after == null ? "" : ",'after':['" + after + "']") + "}";
    }

    private static String baseline(String who, int first, int second) {
        return who + ": {'kind':'baseline-set','name':{'zh':'2号计划','en':'Plan 2'},'cause':'scope-change','reason':'增项',"
                + "'approval':{'office':'镇党委会','document':'纪要7号'},'milestones':[" + line("base", first, null) + ","
                + line("top", second, "base")
                + "]}";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.guatu.command.RuleTable#lines")
    void what_may_be_told(RuleTable.Line line) {
        Town town = Town.withRoad();
        for (String told : line.before()) {
            Optional<Refusal> refused = town.say(-1, RuleTable.who(told), RuleTable.update(told, town.last()));
            assertEquals(Optional.empty(), refused, told);
        }
        assertEquals(
                line.refused(),
                town.say(0, RuleTable.who(line.now()), RuleTable.update(line.now(), town.last()))
                        .map(Refusal::code)
                        .orElse(null));
    }

    /** What no line can show; see the tests below and {@link SessionTest}. */
    private static final Set<Refusal.Code> ELSEWHERE = EnumSet.of(
            Refusal.Code.ACCESS_ENDED,
            Refusal.Code.DOUBTFUL_PHOTO_WITHOUT_NOTE,
            Refusal.Code.KEY_REUSED,
            Refusal.Code.MOVED_MEANWHILE,
            Refusal.Code.NO_BASELINE,
            Refusal.Code.PERSON_EXISTS);

    @Test
    void every_refusal_has_a_case() {
        Set<Refusal.Code> without = EnumSet.allOf(Refusal.Code.class);
        RuleTable.lines().forEach(line -> without.remove(line.refused()));
        assertEquals(ELSEWHERE, without);
    }

    @Test
    void a_contractor_closes_what_it_found_itself_on_the_same_day_but_nothing_major() {
        Town town = Town.withRoad();
        for (String severity : List.of("general", "serious", "major")) {
            town.must(0, "g-li", "{'kind':'hazard-found','severity':'" + severity + "','place':'坑','text':'无护栏'}");
            assertEquals(
                    severity.equals("major") ? Refusal.Code.FIX_NOT_YOURS_TO_CLOSE : null,
                    town.say(0, "g-li", "{'kind':'hazard-fixed-on-spot','hazard':" + town.last() + ",'text':'补好'}")
                            .map(Refusal::code)
                            .orElse(null));
        }
    }

    @Test
    void a_contractors_blocker_holds_up_its_own_milestones_and_the_towns_the_whole_project() {
        Town town = Town.withRoad();
        town.must(0, "g-li", "{'kind':'blocker-raised','factor':'weather','text':'下雨'}");
        town.must(0, "wang", "{'kind':'blocker-raised','factor':'land','text':'未签约'}");
        List<Boolean> holdTop = town.road().blockers().open().stream()
                .map(blocker -> blocker.holds(new MilestoneId("top")))
                .toList();
        assertEquals(List.of(false, true), holdTop);
    }

    @Test
    void a_hazard_that_is_sent_back_may_get_a_new_deadline_and_its_neighbour_keeps_the_notices() {
        Town town = Town.withRoad();
        for (String told : List.of(FOUND, FOUND)) {
            town.must(-1, "office", update(told, town));
        }
        town.must(-1, "wang", "{'kind':'notice-issued','number':'1号','hazards':[6,7],'deadline':'@2'}");
        town.must(-1, "office", "{'kind':'hazard-rectified','hazard':6,'text':'补好'}");
        town.must(0, "wang", "{'kind':'hazard-rechecked','hazard':6,'passed':false,'text':'不行','deadline':'@5'}");
        var hazards = town.road().hazards().all();
        assertEquals(Town.TODAY.plusDays(5), hazards.get(6).deadline());
        assertEquals(Town.TODAY.plusDays(2), hazards.get(7).deadline());
    }

    @Test
    void a_day_of_the_diary_has_one_page_a_side_and_the_newest_word_stays() {
        Town town = Town.withRoad();
        String page = "{'kind':'site-diary','asOf':'@%s','weather':'rain','crew':%d,'machines':1}";
        town.must(-1, "g-li", page.formatted("-2", 5));
        town.must(-1, "wang", page.formatted("-1", 8));
        town.must(0, "g-zhou", page.formatted("-2", 7));
        town.must(0, "g-li-2", page.formatted("-2", 6));
        Diary diary = town.road().diary();
        assertEquals(List.of(8, 6, 7), crews(diary.newest(9, author -> true)));
        assertEquals(List.of(8), crews(diary.newest(1, author -> true)));
        assertEquals(List.of(6), crews(diary.newest(9, Town.who("g-li").author()::sameSide)));
    }

    private static List<Integer> crews(List<Diary.Page> pages) {
        return pages.stream().map(page -> page.said().crew()).toList();
    }

    @Test
    void an_answer_is_an_acknowledgement_and_an_earlier_one_stays() {
        Town town = Town.withRoad();
        town.must(-2, "li", update(ISSUED, town));
        town.must(-2, "li", update(ISSUED, town));
        town.must(-1, "wang", "{'kind':'directive-acknowledged','directive':6}");
        town.must(0, "wang", "{'kind':'directive-answered','directive':6,'text':'已办'}");
        town.must(0, "wang", "{'kind':'directive-answered','directive':7,'text':'已办'}");
        var directives = town.road().directives().all();
        assertEquals(Town.at(-1), directives.get(6).acknowledged());
        assertEquals(Town.at(0), directives.get(7).acknowledged());
    }

    @Test
    void no_new_plan_before_there_is_a_first() {
        Town town = new Town();
        town.must(
                -1,
                "office",
                "{'kind':'project-opened','name':{'zh':'路','en':'R'},'sector':'transport.road','projectKind':'works','stage':'preparation'}");
        String plan = baseline("office", 60, 40);
        assertEquals(
                Refusal.Code.NO_BASELINE,
                town.say(0, "office", update(plan, town)).orElseThrow().code());
    }

    @Test
    void an_access_that_ended_tells_nothing() {
        Town town = Town.withRoad();
        Principal gone = new Principal(
                new Claims(new Subject.Contractor(new GrantId("g-gone")), Town.at(-9), Town.at(9)),
                Town.who("g-li").author(),
                List.of(Town.ROAD),
                List.of(),
                List.of(GrantAction.values()));
        StillTrue still = new StillTrue(null, null);
        assertEquals(
                Refusal.Code.ACCESS_ENDED,
                Rulebook.judge(town.state(), Command.of(gone, "k", "r", Town.at(0), Town.ROAD, still), still, Town.ZONE)
                        .orElseThrow()
                        .code());
    }

    @Test
    void a_photo_that_was_sent_can_be_named_by_who_sent_it() {
        Town town = Town.withRoad();
        String photo = "{'kind':'photo-received','photo':{'id':'0a1b','sha256':'00','likeness':'00ff00ff00ff00ff',"
                + "'width':9,'height':9}}";
        town.must(-1, "g-li", photo);
        String report = "{'kind':'progress-reported','milestone':'base','percent':60,'asOf':'@0','photos':['0a1b']}";
        assertEquals(
                Refusal.Code.UNKNOWN_PHOTO,
                town.say(0, "g-zhou", report).orElseThrow().code());
        town.must(0, "g-li", report);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "taken on the site today | 'taken':'2026-11-23T23:00:00Z','metres':20 | 1 | false",
                "without a place, as chats send it | 'taken':'2026-11-23T23:00:00Z' | 1 | false",
                "without a time, on the site | 'metres':20 | 1 | false",
                "without both | 'metres':null | 1 | true",
                "without a place, its clock ahead | 'taken':'2027-01-01T00:00:00Z' | 1 | true",
                "far away | 'taken':'2026-11-23T23:00:00Z','metres':1001 | 1 | true",
                "of last year | 'taken':'2025-11-23T23:00:00Z','metres':20 | 1 | true",
                "sent twice | 'taken':'2026-11-23T23:00:00Z','metres':20 | 2 | true",
            })
    void a_report_with_a_doubtful_photo_is_verified_with_words_only(
            String about, String photo, int times, boolean doubtful) {
        Town town = Town.withRoad();
        for (int i = 0; i < times; i++) {
            town.must(
                    0,
                    "g-li",
                    "{'kind':'photo-received','photo':{'id':'0a1b','sha256':'00','likeness':'00ff00ff00ff00ff','width':9,"
                            + "'height':9," + photo + "}}");
        }
        town.must(
                0,
                "g-li",
                "{'kind':'progress-reported','milestone':'base','percent':60,'asOf':'@0','photos':['0a1b']}");
        long report = town.last();
        Acts acts = Acts.of(town.state(), Town.who("wang"), Town.ROAD, Town.at(0), Town.ZONE);
        assertEquals(
                List.of("progress-verified", "progress-returned"), acts.items().get(report));
        assertEquals(doubtful ? List.of(report) : List.of(), acts.doubtful());
        String verified = "{'kind':'progress-verified','report':" + report;
        assertEquals(
                doubtful ? Refusal.Code.DOUBTFUL_PHOTO_WITHOUT_NOTE : null,
                town.say(0, "wang", verified + ",'note':' '}")
                        .map(Refusal::code)
                        .orElse(null));
        if (doubtful) {
            town.must(0, "wang", verified + ",'note':'电话问过监理'}");
        }
    }

    @Test
    void what_was_mistyped_is_corrected_while_the_first_plan_is_open() {
        Town town = Town.withPlanOf(
                "{'kind':'milestone-planned'," + line("base", 60, null).substring(1));
        town.must(
                0,
                "wang",
                "{'kind':'milestone-planned'," + line("base", 70, null).substring(1));
        assertEquals(
                Refusal.Code.WEIGHTS_OVER_100,
                town.say(
                                0,
                                "wang",
                                "{'kind':'milestone-planned',"
                                        + line("top", 40, "base").substring(1))
                        .orElseThrow()
                        .code());
        town.must(
                0,
                "wang",
                "{'kind':'milestone-planned'," + line("top", 20, "base").substring(1));
        assertEquals(
                Refusal.Code.DEPENDENCY_CYCLE,
                town.say(
                                0,
                                "wang",
                                "{'kind':'milestone-planned',"
                                        + line("base", 70, "top").substring(1))
                        .orElseThrow()
                        .code());
    }

    private static String update(String told, Town town) {
        return told.substring(told.indexOf('{')).replace("#", Long.toString(town.last()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'kind':'forecast-moved','milestone':'base','forecast':'@30','cause':'land'} | FORECAST_UNCHANGED",
                "{'kind':'forecast-moved','milestone':'base','forecast':'@20','cause':'land'} |",
                "{'kind':'progress-reported','milestone':'base','percent':60,'asOf':'@0','forecast':'@30'} |",
                "{'kind':'progress-reported','milestone':'base','percent':60,'asOf':'@0','forecast':'@20'} | CAUSE_MISSING",
            })
    void after_a_suspension_of_ten_days_a_date_moves_from_where_everybody_sees_it(String now, Refusal.Code refused) {
        Town town = Town.withRoad();
        town.must(-12, "wang", SUSPENDED.substring("wang: ".length()));
        town.must(
                -2,
                "wang",
                "{'kind':'project-resumed','reason':'汛期已过','approval':{'office':'镇党委会','document':'纪要7号'}}");
        assertEquals(refused, town.say(0, "wang", now).map(Refusal::code).orElse(null));
    }
}
