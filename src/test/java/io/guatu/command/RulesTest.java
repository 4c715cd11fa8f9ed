package io.guatu.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What may be told, line by line. Each case: what it is about, what was told before (who: update), who tells what now, and
 * why not (null: it enters the ledger). {@code #} is the seq of the entry told last before.
 */
class RulesTest {
    private static final String RAISED = "wang: {'kind':'blocker-raised','factor':'land','text':'未签约','promised':'@5'}";
    private static final String FOUND =
            "office: {'kind':'hazard-found','severity':'general','place':'基坑','text':'无护栏'}";
    private static final String NOTICE =
            "wang: {'kind':'notice-issued','number':'1号','hazards':[#],'deadline':'@7','grant':'g-li'}";
    private static final String ISSUED = "li: {'kind':'directive-issued','text':'办','deadline':'@7'}";
    private static final String SUSPENDED = "wang: {'kind':'project-suspended','reason':'汛期','approver':'镇长'}";

    private static Arguments when(String about, List<String> before, String now, Refusal.Code refused) {
        return Arguments.of(about, before, now, refused);
    }

    static Stream<Arguments> cases() {
        return Stream.of(
                // --- dates
                when(
                        "a date moves with a cause",
                        List.of(),
                        "wang: {'kind':'forecast-moved','milestone':'base','forecast':'@30','cause':'land'}",
                        null),
                when(
                        "and not without",
                        List.of(),
                        "wang: {'kind':'forecast-moved','milestone':'base','forecast':'@30'}",
                        Refusal.Code.CAUSE_MISSING),
                when(
                        "other needs a sentence",
                        List.of(),
                        "wang: {'kind':'forecast-moved','milestone':'base','forecast':'@30','cause':'other'}",
                        Refusal.Code.CAUSE_NEEDS_NOTE),
                when(
                        "not to where it is",
                        List.of(),
                        "wang: {'kind':'forecast-moved','milestone':'base','forecast':'@20','cause':'land'}",
                        Refusal.Code.FORECAST_UNCHANGED),
                when(
                        "not into the past",
                        List.of(),
                        "wang: {'kind':'forecast-moved','milestone':'base','forecast':'@-1','cause':'land'}",
                        Refusal.Code.FORECAST_IN_PAST),
                when(
                        "the office brings in history without causes",
                        List.of(),
                        "office: {'kind':'forecast-moved','milestone':'base','forecast':'@-1','imported':true}",
                        null),
                when(
                        "a manager does not",
                        List.of(),
                        "wang: {'kind':'forecast-moved','milestone':'base','forecast':'@-1','imported':true}",
                        Refusal.Code.IMPORT_IS_FOR_THE_OFFICE),
                when(
                        "a report that moves the date needs the cause as well",
                        List.of(),
                        "g-li: {'kind':'progress-reported','milestone':'base','percent':60,'asOf':'@0','forecast':'@30'}",
                        Refusal.Code.CAUSE_MISSING),
                when(
                        "one that repeats it does not",
                        List.of(),
                        "g-li: {'kind':'progress-reported','milestone':'base','percent':60,'asOf':'@0','forecast':'@20'}",
                        null),
                when("a new baseline is the office's", List.of(), baseline("wang", 60, 40), Refusal.Code.NOT_IN_SCOPE),
                when("its weights sum to 100", List.of(), baseline("office", 60, 30), Refusal.Code.WEIGHTS_NOT_100),
                when("then it is set", List.of(), baseline("office", 50, 50), null),
                when(
                        "no circles",
                        List.of(),
                        "office: {'kind':'baseline-set','name':{'zh':'二','en':'2'},'cause':'scope-change','reason':'增','approver':'会',"
                                + "'milestones':[" + line("base", 60, "top") + "," + line("top", 40, "base") + "]}",
                        Refusal.Code.DEPENDENCY_CYCLE),
                when(
                        "a dependency must be in the plan",
                        List.of(),
                        "office: {'kind':'baseline-set','name':{'zh':'二','en':'2'},'cause':'scope-change','reason':'增','approver':'会',"
                                + "'milestones':[" + line("base", 100, "gone") + "]}",
                        Refusal.Code.UNKNOWN_DEPENDENCY),
                // --- progress
                when(
                        "down needs a note",
                        List.of(),
                        "wang: {'kind':'progress-reported','milestone':'base','percent':40,'asOf':'@0'}",
                        Refusal.Code.DOWN_WITHOUT_NOTE),
                when(
                        "down with a note",
                        List.of(),
                        "wang: {'kind':'progress-reported','milestone':'base','percent':40,'asOf':'@0','note':'返工'}",
                        null),
                when(
                        "a photo that nobody sent",
                        List.of(),
                        "wang: {'kind':'progress-reported','milestone':'base','percent':60,'asOf':'@0','photos':['0a1b']}",
                        Refusal.Code.UNKNOWN_PHOTO),
                when(
                        "what is done has no forecast",
                        List.of(),
                        "wang: {'kind':'progress-reported','milestone':'base','percent':100,'asOf':'@0','forecast':'@30','cause':'land'}",
                        Refusal.Code.FORECAST_OF_DONE),
                // --- blockers
                when(
                        "a contractor may raise one",
                        List.of(),
                        "g-li: {'kind':'blocker-raised','factor':'weather','text':'下雨'}",
                        null),
                when(
                        "on its own milestones only",
                        List.of(),
                        "g-li: {'kind':'blocker-raised','factor':'weather','text':'下雨','milestones':['top']}",
                        Refusal.Code.MILESTONE_NOT_GRANTED),
                when(
                        "a promise lies ahead",
                        List.of(),
                        "wang: {'kind':'blocker-raised','factor':'land','text':'未签','promised':'@-1'}",
                        Refusal.Code.PROMISE_IN_PAST),
                when(
                        "it can be promised anew",
                        List.of(RAISED),
                        "wang: {'kind':'blocker-promised','blocker':#,'promised':'@9'}",
                        null),
                when(
                        "escalated upward",
                        List.of(RAISED),
                        "li: {'kind':'blocker-escalated','blocker':#,'level':'county'}",
                        null),
                when(
                        "never back down",
                        List.of(RAISED, "wang: {'kind':'blocker-escalated','blocker':#,'level':'county'}"),
                        "wang: {'kind':'blocker-escalated','blocker':6,'level':'town'}",
                        Refusal.Code.LEVEL_NOT_HIGHER),
                when(
                        "cleared with a sentence",
                        List.of(RAISED),
                        "wang: {'kind':'blocker-cleared','blocker':#,'how':'已交地'}",
                        null),
                when(
                        "what is no blocker cannot be cleared",
                        List.of(),
                        "wang: {'kind':'blocker-cleared','blocker':1,'how':'已交地'}",
                        Refusal.Code.BLOCKER_NOT_OPEN),
                when(
                        "relocation counts go down step by step",
                        List.of(),
                        "wang: {'kind':'relocation-counted','asOf':'@0','households':{'due':9,'signed':5,'vacated':6,'cleared':0,'handedOver':0}}",
                        Refusal.Code.RELOCATION_UNORDERED),
                when(
                        "a count of nothing",
                        List.of(),
                        "wang: {'kind':'relocation-counted','asOf':'@0'}",
                        Refusal.Code.NOTHING_TOLD),
                when(
                        "petitions are not a contractor's to count",
                        List.of(),
                        "g-li: {'kind':'petitions-counted','level':'low','open':1,'asOf':'@0'}",
                        Refusal.Code.NOT_IN_SCOPE),
                // --- hazards
                when(
                        "anyone may find one",
                        List.of(),
                        "li: {'kind':'hazard-found','severity':'major','place':'塔吊','text':'无限位'}",
                        null),
                when("a notice names it", List.of(FOUND), NOTICE, null),
                when(
                        "it has one notice",
                        List.of(FOUND, NOTICE),
                        "wang: {'kind':'notice-issued','number':'2号','hazards':[6],'deadline':'@7'}",
                        Refusal.Code.HAZARD_HAS_NOTICE),
                when(
                        "fixed on the spot",
                        List.of(FOUND),
                        "g-li: {'kind':'hazard-fixed-on-spot','hazard':#,'text':'补好'}",
                        null),
                when(
                        "not once there is a notice",
                        List.of(FOUND, NOTICE),
                        "g-li: {'kind':'hazard-fixed-on-spot','hazard':6,'text':'补好'}",
                        Refusal.Code.HAZARD_HAS_NOTICE),
                when(
                        "nothing to rectify without a notice",
                        List.of(FOUND),
                        "g-li: {'kind':'hazard-rectified','hazard':#,'text':'补好'}",
                        Refusal.Code.HAZARD_NOT_WAITING),
                when(
                        "rectified by whom the notice names",
                        List.of(FOUND, NOTICE),
                        "g-li: {'kind':'hazard-rectified','hazard':6,'text':'补好'}",
                        null),
                when(
                        "not by another contractor",
                        List.of(FOUND, NOTICE),
                        "g-zhou: {'kind':'hazard-rectified','hazard':6,'text':'补好'}",
                        Refusal.Code.NOT_YOUR_NOTICE),
                when(
                        "no re-check before",
                        List.of(FOUND, NOTICE),
                        "wang: {'kind':'hazard-rechecked','hazard':6,'passed':true}",
                        Refusal.Code.HAZARD_NOT_RECTIFIED),
                when(
                        "re-checked by another",
                        List.of(FOUND, NOTICE, "g-li: {'kind':'hazard-rectified','hazard':6,'text':'补好'}"),
                        "wang: {'kind':'hazard-rechecked','hazard':6,'passed':true}",
                        null),
                when(
                        "never by who rectified",
                        List.of(FOUND, NOTICE, "wang: {'kind':'hazard-rectified','hazard':6,'text':'补好'}"),
                        "wang: {'kind':'hazard-rechecked','hazard':6,'passed':true}",
                        Refusal.Code.SAME_PERSON_RECHECKS),
                when(
                        "sent back with a reason",
                        List.of(FOUND, NOTICE, "g-li: {'kind':'hazard-rectified','hazard':6,'text':'补好'}"),
                        "wang: {'kind':'hazard-rechecked','hazard':6,'passed':false}",
                        Refusal.Code.REASON_MISSING),
                // --- directives
                when("leaders issue them", List.of(), ISSUED, null),
                when(
                        "managers do not",
                        List.of(),
                        "wang: {'kind':'directive-issued','text':'办','deadline':'@7'}",
                        Refusal.Code.NOT_IN_SCOPE),
                when("acknowledged", List.of(ISSUED), "wang: {'kind':'directive-acknowledged','directive':#}", null),
                when(
                        "once",
                        List.of(ISSUED, "wang: {'kind':'directive-acknowledged','directive':#}"),
                        "wang: {'kind':'directive-acknowledged','directive':6}",
                        Refusal.Code.ALREADY_THERE),
                when(
                        "accepted only when answered",
                        List.of(ISSUED),
                        "li: {'kind':'directive-accepted','directive':#}",
                        Refusal.Code.DIRECTIVE_NOT_ANSWERED),
                when(
                        "answered, then accepted",
                        List.of(ISSUED, "wang: {'kind':'directive-answered','directive':#,'text':'已办'}"),
                        "li: {'kind':'directive-accepted','directive':6}",
                        null),
                when(
                        "sent back, it is open again",
                        List.of(
                                ISSUED,
                                "wang: {'kind':'directive-answered','directive':#,'text':'已办'}",
                                "li: {'kind':'directive-sent-back','directive':6,'reason':'不够'}"),
                        "wang: {'kind':'directive-answered','directive':6,'text':'再办'}",
                        null),
                when(
                        "withdrawn, it is closed",
                        List.of(ISSUED, "li: {'kind':'directive-withdrawn','directive':#,'reason':'不用了'}"),
                        "wang: {'kind':'directive-answered','directive':6,'text':'已办'}",
                        Refusal.Code.DIRECTIVE_NOT_OPEN),
                // --- money
                when(
                        "a month completed",
                        List.of(),
                        "wang: {'kind':'investment-completed','month':'2026-10','completed':12.5}",
                        null),
                when(
                        "corrected with a note",
                        List.of("wang: {'kind':'investment-completed','month':'2026-10','completed':12.5}"),
                        "wang: {'kind':'investment-completed','month':'2026-10','completed':13}",
                        Refusal.Code.CORRECTION_WITHOUT_NOTE),
                when(
                        "not a month to come",
                        List.of(),
                        "wang: {'kind':'investment-completed','month':'2026-12','completed':1}",
                        Refusal.Code.MONTH_IN_FUTURE),
                when(
                        "a year's plan names the year",
                        List.of(),
                        "wang: {'kind':'investment-planned','planned':100}",
                        Refusal.Code.NOTHING_TOLD),
                // --- the project
                when(
                        "cancelling needs a reason",
                        List.of(),
                        "wang: {'kind':'stage-changed','stage':'cancelled'}",
                        Refusal.Code.REASON_MISSING),
                when("suspended", List.of(), SUSPENDED, null),
                when("once", List.of(SUSPENDED), SUSPENDED, Refusal.Code.ALREADY_SUSPENDED),
                when(
                        "resumed",
                        List.of(SUSPENDED),
                        "wang: {'kind':'project-resumed','reason':'水退','approver':'镇长'}",
                        null),
                when(
                        "not what was not suspended",
                        List.of(),
                        "wang: {'kind':'project-resumed','reason':'水退','approver':'镇长'}",
                        Refusal.Code.NOT_SUSPENDED),
                when(
                        "an archived project hears nothing",
                        List.of("office: {'kind':'project-archived','reason':'移交'}"),
                        "wang: {'kind':'still-true'}",
                        Refusal.Code.PROJECT_ARCHIVED),
                when(
                        "until it is restored",
                        List.of(
                                "office: {'kind':'project-archived','reason':'移交'}",
                                "office: {'kind':'project-restored'}"),
                        "wang: {'kind':'still-true'}",
                        null),
                when(
                        "begun tomorrow is not begun",
                        List.of(),
                        "wang: {'kind':'landmark-reached','landmark':'start','on':'@1'}",
                        Refusal.Code.AS_OF_IN_FUTURE),
                // --- the board
                when(
                        "red never begins before yellow",
                        List.of(),
                        "office: {'kind':'rules-adopted','rules':{'id':'x','name':{'zh':'一','en':'x'},'late':{'yellow':9,'red':3}}}",
                        Refusal.Code.THRESHOLDS_UNORDERED),
                when(
                        "rules are the office's to adopt",
                        List.of(),
                        "li: {'kind':'rules-adopted','rules':{'id':'x','name':{'zh':'一','en':'x'},'late':{'yellow':1,'red':3}}}",
                        Refusal.Code.NOT_IN_SCOPE),
                when(
                        "days of a calendar are of its year",
                        List.of(),
                        "office: {'kind':'calendar-adopted','year':2027,'off':['2026-10-01'],'on':[]}",
                        Refusal.Code.WRONG_YEAR));
    }

    private static String line(String id, int weight, String after) {
        return "{'milestone':'" + id + "','name':{'zh':'一','en':'x'},'weight':" + weight + ",'start':'@0','finish':'@9'"
                + (after == null ? "" : ",'after':['" + after + "']") + "}";
    }

    private static String baseline(String who, int first, int second) {
        return who + ": {'kind':'baseline-set','name':{'zh':'2号计划','en':'Plan 2'},'cause':'scope-change','reason':'增项',"
                + "'approver':'党委会','milestones':[" + line("base", first, null) + "," + line("top", second, "base")
                + "]}";
    }

    @ParameterizedTest(name = "{0}: {2} → {3}")
    @MethodSource("cases")
    void what_may_be_told(String about, List<String> before, String now, Refusal.Code refused) {
        Town town = Town.withRoad();
        for (String told : before) {
            town.must(-1, who(told), update(told, town));
        }
        assertEquals(
                refused,
                town.say(0, who(now), update(now, town)).map(Refusal::code).orElse(null),
                about);
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

    private static String who(String told) {
        return told.substring(0, told.indexOf(':'));
    }

    private static String update(String told, Town town) {
        return told.substring(told.indexOf('{')).replace("#", Long.toString(town.last()));
    }
}
