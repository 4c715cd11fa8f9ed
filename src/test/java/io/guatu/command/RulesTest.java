package io.guatu.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.guatu.access.Claims;
import io.guatu.access.Principal;
import io.guatu.access.Subject;
import io.guatu.board.fold.Hazards;
import io.guatu.domain.GrantAction;
import io.guatu.domain.GrantId;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.ProgressUpdate.StillTrue;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
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
    private static final String FIXED_BY_LI = "g-li: {'kind':'hazard-rectified','hazard':6,'text':'补好'}";
    private static final String PERSON = "office: {'kind':'person-added','person':'%s','name':'某人','role':'%s'}";
    private static final String ISSUED = "li: {'kind':'directive-issued','text':'办','deadline':'@7'}";
    private static final String SUSPENDED =
            "wang: {'kind':'project-suspended','reason':'汛期','approval':{'office':'镇党委会','document':'纪要7号'}}";

    private static Arguments when(String profile, List<String> before, String now, Refusal.Code refused) {
        return Arguments.of(profile, before, now, refused);
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
                when(
                        "a milestone that is not there has no date",
                        List.of(),
                        "wang: {'kind':'forecast-moved','milestone':'gone','forecast':'@30','cause':'land'}",
                        Refusal.Code.UNKNOWN_MILESTONE),
                when(
                        "what is finished moves no more",
                        List.of("wang: {'kind':'progress-reported','milestone':'base','percent':100,'asOf':'@-2'}"),
                        "wang: {'kind':'forecast-moved','milestone':'base','forecast':'@30','cause':'land'}",
                        Refusal.Code.MILESTONE_FINISHED),
                when(
                        "a report moves no date into the past either",
                        List.of(),
                        "g-li: {'kind':'progress-reported','milestone':'base','percent':60,'asOf':'@-2','forecast':'@-1','cause':'land'}",
                        Refusal.Code.FORECAST_IN_PAST),
                when(
                        "what is expected was not expected before it was seen",
                        List.of(),
                        "g-li: {'kind':'progress-reported','milestone':'base','percent':60,'asOf':'@0','forecast':'@-1','cause':'land'}",
                        Refusal.Code.FORECAST_BEFORE_AS_OF),
                when(
                        "a milestone is planned once",
                        List.of(),
                        "wang: {'kind':'milestone-planned','milestone':'base','name':{'zh':'一','en':'x'},'weight':1,'start':'@0','finish':'@9'}",
                        Refusal.Code.MILESTONE_EXISTS),
                when(
                        "no more than 100",
                        List.of(),
                        "wang: {'kind':'milestone-planned','milestone':'more','name':{'zh':'一','en':'x'},'weight':1,'start':'@0','finish':'@9'}",
                        Refusal.Code.WEIGHTS_OVER_100),
                when(
                        "nothing finishes before it starts",
                        List.of(),
                        "wang: {'kind':'milestone-planned','milestone':'more','name':{'zh':'一','en':'x'},'weight':1,'start':'@9','finish':'@0'}",
                        Refusal.Code.FINISH_BEFORE_START),
                when("a new baseline is the office's", List.of(), baseline("wang", 60, 40), Refusal.Code.NOT_IN_SCOPE),
                when("its weights sum to 100", List.of(), baseline("office", 60, 30), Refusal.Code.WEIGHTS_NOT_100),
                when("then it is set", List.of(), baseline("office", 50, 50), null),
                when(
                        "no circles",
                        List.of(),
                        "office: {'kind':'baseline-set','name':{'zh':'二','en':'2'},'cause':'scope-change','reason':'增','approval':{'office':'镇党委会','document':'纪要7号'},"
                                + "'milestones':[" + line("base", 60, "top") + "," + line("top", 40, "base") + "]}",
                        Refusal.Code.DEPENDENCY_CYCLE),
                when(
                        "a dependency must be in the plan",
                        List.of(),
                        "office: {'kind':'baseline-set','name':{'zh':'二','en':'2'},'cause':'scope-change','reason':'增','approval':{'office':'镇党委会','document':'纪要7号'},"
                                + "'milestones':[" + line("base", 100, "gone") + "]}",
                        Refusal.Code.UNKNOWN_DEPENDENCY),
                when(
                        "a baseline names a milestone once",
                        List.of(),
                        "office: {'kind':'baseline-set','name':{'zh':'二','en':'2'},'cause':'scope-change','reason':'增','approval':{'office':'镇党委会','document':'纪要7号'},'milestones':["
                                + line("base", 60, null) + "," + line("base", 40, null) + "]}",
                        Refusal.Code.MILESTONE_TWICE),
                when(
                        "and has a name of its own",
                        List.of(baseline("office", 60, 40)),
                        baseline("office", 50, 50),
                        Refusal.Code.NAME_USED),
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
                when(
                        "a contractor reports on what was granted",
                        List.of(),
                        "g-li: {'kind':'progress-reported','milestone':'top','percent':5,'asOf':'@0'}",
                        Refusal.Code.MILESTONE_NOT_GRANTED),
                when(
                        "nothing was seen tomorrow",
                        List.of(),
                        "g-li: {'kind':'progress-reported','milestone':'base','percent':60,'asOf':'@1'}",
                        Refusal.Code.AS_OF_IN_FUTURE),
                when(
                        "a year before the plan begins is a slip of the finger",
                        List.of(),
                        "wang: {'kind':'progress-reported','milestone':'base','percent':60,'asOf':'@-456'}",
                        Refusal.Code.AS_OF_TOO_EARLY),
                when(
                        "a little before it is not",
                        List.of(),
                        "wang: {'kind':'progress-reported','milestone':'base','percent':60,'asOf':'@-100'}",
                        null),
                when(
                        "finished on another day needs a note",
                        List.of("wang: {'kind':'progress-reported','milestone':'base','percent':100,'asOf':'@-2'}"),
                        "wang: {'kind':'progress-reported','milestone':'base','percent':100,'asOf':'@-1'}",
                        Refusal.Code.CORRECTION_WITHOUT_NOTE),
                when(
                        "with a note",
                        List.of("wang: {'kind':'progress-reported','milestone':'base','percent':100,'asOf':'@-2'}"),
                        "wang: {'kind':'progress-reported','milestone':'base','percent':100,'asOf':'@-1','note':'补签'}",
                        null),
                when(
                        "finished on the same day is no correction",
                        List.of("wang: {'kind':'progress-reported','milestone':'base','percent':100,'asOf':'@-2'}"),
                        "wang: {'kind':'progress-reported','milestone':'base','percent':100,'asOf':'@-2'}",
                        null),
                when(
                        "a report is verified",
                        List.of("g-li: {'kind':'progress-reported','milestone':'base','percent':60,'asOf':'@-1'}"),
                        "wang: {'kind':'progress-verified','report':#}",
                        null),
                when(
                        "once",
                        List.of(
                                "g-li: {'kind':'progress-reported','milestone':'base','percent':60,'asOf':'@-1'}",
                                "wang: {'kind':'progress-verified','report':#}"),
                        "wang: {'kind':'progress-returned','report':6,'reason':'再报'}",
                        Refusal.Code.REPORT_NOT_PENDING),
                when(
                        "a newer one by the same contractor takes its place",
                        List.of(
                                "g-li: {'kind':'progress-reported','milestone':'base','percent':60,'asOf':'@-1'}",
                                "g-li: {'kind':'progress-reported','milestone':'base','percent':61,'asOf':'@-1'}"),
                        "wang: {'kind':'progress-verified','report':6}",
                        Refusal.Code.REPORT_NOT_PENDING),
                when(
                        "one by another contractor does not",
                        List.of(
                                "g-li: {'kind':'progress-reported','milestone':'base','percent':60,'asOf':'@-1'}",
                                "g-zhou: {'kind':'progress-reported','milestone':'base','percent':61,'asOf':'@-1'}"),
                        "wang: {'kind':'progress-verified','report':6}",
                        null),
                when(
                        "nor does what the manager reports",
                        List.of(
                                "g-li: {'kind':'progress-reported','milestone':'base','percent':60,'asOf':'@-1'}",
                                "wang: {'kind':'progress-reported','milestone':'base','percent':55,'asOf':'@-1'}"),
                        "wang: {'kind':'progress-returned','report':6,'reason':'重复'}",
                        null),
                when(
                        "what was verified since is not undone by an older report",
                        List.of(
                                "g-li: {'kind':'progress-reported','milestone':'base','percent':60,'asOf':'@-1'}",
                                "wang: {'kind':'progress-reported','milestone':'base','percent':70,'asOf':'@-1'}"),
                        "wang: {'kind':'progress-verified','report':6}",
                        Refusal.Code.REPORT_OVERTAKEN),
                when(
                        "nor is what was finished since",
                        List.of(
                                "g-li: {'kind':'progress-reported','milestone':'base','percent':60,'asOf':'@-1'}",
                                "wang: {'kind':'progress-reported','milestone':'base','percent':100,'asOf':'@-1'}"),
                        "wang: {'kind':'progress-verified','report':6}",
                        Refusal.Code.REPORT_OVERTAKEN),
                when(
                        "nor the day it was finished",
                        List.of(
                                "g-li: {'kind':'progress-reported','milestone':'base','percent':100,'asOf':'@-2'}",
                                "wang: {'kind':'progress-reported','milestone':'base','percent':100,'asOf':'@-1'}"),
                        "wang: {'kind':'progress-verified','report':6}",
                        Refusal.Code.REPORT_OVERTAKEN),
                when(
                        "but by one that says why",
                        List.of(
                                "g-li: {'kind':'progress-reported','milestone':'base','percent':60,'asOf':'@-1','note':'返工'}",
                                "wang: {'kind':'progress-reported','milestone':'base','percent':70,'asOf':'@-1'}"),
                        "wang: {'kind':'progress-verified','report':6}",
                        null),
                when(
                        "the same day and as much undo nothing",
                        List.of(
                                "g-li: {'kind':'progress-reported','milestone':'base','percent':100,'asOf':'@-1'}",
                                "wang: {'kind':'progress-reported','milestone':'base','percent':100,'asOf':'@-1'}"),
                        "wang: {'kind':'progress-verified','report':6}",
                        null),
                when(
                        "what another contractor said is not what one goes down from",
                        List.of("g-zhou: {'kind':'progress-reported','milestone':'base','percent':90,'asOf':'@-1'}"),
                        "g-li: {'kind':'progress-reported','milestone':'base','percent':60,'asOf':'@0'}",
                        null),
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
                when(
                        "petitions are counted today, not tomorrow",
                        List.of(),
                        "wang: {'kind':'petitions-counted','level':'low','open':1,'asOf':'@1'}",
                        Refusal.Code.AS_OF_IN_FUTURE),
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
                        "fixed on the spot, as the town saw",
                        List.of(FOUND),
                        "wang: {'kind':'hazard-fixed-on-spot','hazard':#,'text':'补好'}",
                        null),
                when(
                        "what the town found no contractor closes on its word",
                        List.of(FOUND),
                        "g-li: {'kind':'hazard-fixed-on-spot','hazard':#,'text':'补好'}",
                        Refusal.Code.FIX_NOT_YOURS_TO_CLOSE),
                when(
                        "nor what it found itself, on another day",
                        List.of("g-li: {'kind':'hazard-found','severity':'serious','place':'坑','text':'无护栏'}"),
                        "g-li: {'kind':'hazard-fixed-on-spot','hazard':#,'text':'补好'}",
                        Refusal.Code.FIX_NOT_YOURS_TO_CLOSE),
                when(
                        "nor what another contractor found",
                        List.of("g-li: {'kind':'hazard-found','severity':'serious','place':'坑','text':'无护栏'}"),
                        "g-zhou: {'kind':'hazard-fixed-on-spot','hazard':#,'text':'补好'}",
                        Refusal.Code.FIX_NOT_YOURS_TO_CLOSE),
                when(
                        "what is major nobody closes on the spot",
                        List.of("wang: {'kind':'hazard-found','severity':'major','place':'塔吊','text':'无限位'}"),
                        "office: {'kind':'hazard-fixed-on-spot','hazard':#,'text':'补好'}",
                        Refusal.Code.MAJOR_NEEDS_NOTICE),
                when(
                        "not once there is a notice",
                        List.of(FOUND, NOTICE),
                        "wang: {'kind':'hazard-fixed-on-spot','hazard':6,'text':'补好'}",
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
                        "or by its company under the next grant",
                        List.of(FOUND, NOTICE),
                        "g-li-2: {'kind':'hazard-rectified','hazard':6,'text':'补好'}",
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
                        "nor by who had the contractor's link shown again",
                        List.of(FOUND, NOTICE, "wang: {'kind':'grant-shown','grant':'g-li'}", FIXED_BY_LI),
                        "wang: {'kind':'hazard-rechecked','hazard':6,'passed':true}",
                        Refusal.Code.LINK_HOLDER_RECHECKS),
                when(
                        "not even if that was afterwards",
                        List.of(FOUND, NOTICE, FIXED_BY_LI, "wang: {'kind':'grant-shown','grant':'g-li'}"),
                        "wang: {'kind':'hazard-rechecked','hazard':6,'passed':true}",
                        Refusal.Code.LINK_HOLDER_RECHECKS),
                when(
                        "somebody else does",
                        List.of(FOUND, NOTICE, "wang: {'kind':'grant-shown','grant':'g-li'}", FIXED_BY_LI),
                        "office: {'kind':'hazard-rechecked','hazard':6,'passed':true}",
                        null),
                when(
                        "a major one not by who gave the link",
                        List.of(FOUND.replace("general", "major"), NOTICE, FIXED_BY_LI),
                        "wang: {'kind':'hazard-rechecked','hazard':6,'passed':true}",
                        Refusal.Code.LINK_HOLDER_RECHECKS),
                when(
                        "but by a leader",
                        List.of(FOUND.replace("general", "major"), NOTICE, FIXED_BY_LI),
                        "li: {'kind':'hazard-rechecked','hazard':6,'passed':true}",
                        null),
                when(
                        "nobody is shown a link that is not there",
                        List.of(),
                        "wang: {'kind':'grant-shown','grant':'g-none'}",
                        Refusal.Code.UNKNOWN_GRANT),
                when(
                        "or that has ended",
                        List.of("wang: {'kind':'grant-revoked','grant':'g-li'}"),
                        "wang: {'kind':'grant-shown','grant':'g-li'}",
                        Refusal.Code.ALREADY_REVOKED),
                when(
                        "sent back with a reason",
                        List.of(FOUND, NOTICE, "g-li: {'kind':'hazard-rectified','hazard':6,'text':'补好'}"),
                        "wang: {'kind':'hazard-rechecked','hazard':6,'passed':false}",
                        Refusal.Code.REASON_MISSING),
                when(
                        "a notice names what is open",
                        List.of(FOUND, "wang: {'kind':'hazard-fixed-on-spot','hazard':6,'text':'补好'}"),
                        "wang: {'kind':'notice-issued','number':'1号','hazards':[6],'deadline':'@7'}",
                        Refusal.Code.HAZARD_NOT_OPEN),
                when(
                        "a hazard stands in a notice once",
                        List.of(FOUND),
                        "wang: {'kind':'notice-issued','number':'1号','hazards':[6,6],'deadline':'@7'}",
                        Refusal.Code.HAZARD_HAS_NOTICE),
                when(
                        "a notice has a number of its own",
                        List.of(FOUND, NOTICE, FOUND),
                        "wang: {'kind':'notice-issued','number':'1号','hazards':[#],'deadline':'@7'}",
                        Refusal.Code.NOTICE_NUMBER_USED),
                when(
                        "its deadline lies ahead",
                        List.of(FOUND),
                        "wang: {'kind':'notice-issued','number':'1号','hazards':[#],'deadline':'@-1'}",
                        Refusal.Code.DEADLINE_IN_PAST),
                when(
                        "it is sent to somebody who is there",
                        List.of(FOUND),
                        "wang: {'kind':'notice-issued','number':'1号','hazards':[#],'deadline':'@7','grant':'g-none'}",
                        Refusal.Code.UNKNOWN_GRANT),
                when(
                        "whoever once rectified never re-checks",
                        List.of(
                                FOUND,
                                NOTICE,
                                "office: {'kind':'hazard-rectified','hazard':6,'text':'补好'}",
                                "wang: {'kind':'hazard-rechecked','hazard':6,'passed':false,'text':'不行'}",
                                "g-li: {'kind':'hazard-rectified','hazard':6,'text':'补好'}"),
                        "office: {'kind':'hazard-rechecked','hazard':6,'passed':true}",
                        Refusal.Code.SAME_PERSON_RECHECKS),
                when(
                        "sent back, with a new deadline",
                        List.of(FOUND, NOTICE, "g-li: {'kind':'hazard-rectified','hazard':6,'text':'补好'}"),
                        "wang: {'kind':'hazard-rechecked','hazard':6,'passed':false,'text':'不行','deadline':'@3'}",
                        null),
                when(
                        "which lies ahead",
                        List.of(FOUND, NOTICE, "g-li: {'kind':'hazard-rectified','hazard':6,'text':'补好'}"),
                        "wang: {'kind':'hazard-rechecked','hazard':6,'passed':false,'text':'不行','deadline':'@-1'}",
                        Refusal.Code.DEADLINE_IN_PAST),
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
                when(
                        "its deadline lies ahead",
                        List.of(),
                        "li: {'kind':'directive-issued','text':'办','deadline':'@-1'}",
                        Refusal.Code.DEADLINE_IN_PAST),
                when(
                        "an answer says that it was read",
                        List.of(ISSUED, "wang: {'kind':'directive-answered','directive':6,'text':'已办'}"),
                        "wang: {'kind':'directive-acknowledged','directive':6}",
                        Refusal.Code.ALREADY_THERE),
                when(
                        "it is answered once, until it is sent back",
                        List.of(ISSUED, "wang: {'kind':'directive-answered','directive':6,'text':'已办'}"),
                        "wang: {'kind':'directive-answered','directive':6,'text':'又办'}",
                        Refusal.Code.ALREADY_THERE),
                when(
                        "another leader may accept it",
                        List.of(ISSUED, "wang: {'kind':'directive-answered','directive':6,'text':'已办'}"),
                        "li-2: {'kind':'directive-accepted','directive':6}",
                        null),
                when(
                        "the office may not",
                        List.of(ISSUED, "wang: {'kind':'directive-answered','directive':6,'text':'已办'}"),
                        "office: {'kind':'directive-accepted','directive':6}",
                        Refusal.Code.NOT_YOUR_DIRECTIVE),
                when(
                        "nor send it back",
                        List.of(ISSUED, "wang: {'kind':'directive-answered','directive':6,'text':'已办'}"),
                        "office: {'kind':'directive-sent-back','directive':6,'reason':'不够'}",
                        Refusal.Code.NOT_YOUR_DIRECTIVE),
                when(
                        "nor withdraw it",
                        List.of(ISSUED),
                        "office: {'kind':'directive-withdrawn','directive':6,'reason':'不用了'}",
                        Refusal.Code.NOT_YOUR_DIRECTIVE),
                when(
                        "the office accepts the answer to its own",
                        List.of(
                                "office: {'kind':'directive-issued','text':'办','deadline':'@7'}",
                                "wang: {'kind':'directive-answered','directive':6,'text':'已办'}"),
                        "office-2: {'kind':'directive-accepted','directive':6}",
                        null),
                when(
                        "sent back with a deadline that lies ahead",
                        List.of(ISSUED, "wang: {'kind':'directive-answered','directive':6,'text':'已办'}"),
                        "li: {'kind':'directive-sent-back','directive':6,'reason':'不够','deadline':'@-1'}",
                        Refusal.Code.DEADLINE_IN_PAST),
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
                when(
                        "no amount is beyond counting",
                        List.of(),
                        "wang: {'kind':'investment-completed','month':'2026-10','completed':6000000000}",
                        Refusal.Code.AMOUNT_TOO_LARGE),
                // --- the project
                when(
                        "cancelling needs a reason",
                        List.of(),
                        "wang: {'kind':'stage-changed','stage':'cancelled'}",
                        Refusal.Code.REASON_MISSING),
                when("suspended", List.of(), SUSPENDED, null),
                when(
                        "with an approval",
                        List.of(),
                        "wang: {'kind':'project-suspended','reason':'汛期'}",
                        Refusal.Code.APPROVAL_MISSING),
                when(
                        "an office approves by a document",
                        List.of(),
                        "wang: {'kind':'project-suspended','reason':'汛期','approval':{'office':'镇党委会'}}",
                        Refusal.Code.APPROVAL_MISSING),
                when(
                        "nobody speaks for an office by name",
                        List.of(PERSON.formatted("li", "leader")),
                        "wang: {'kind':'project-suspended','reason':'汛期','approval':{'person':'li','office':'镇党委会'}}",
                        Refusal.Code.APPROVAL_MISSING),
                when(
                        "a leader approves by name",
                        List.of(PERSON.formatted("li", "leader")),
                        "wang: {'kind':'project-suspended','reason':'汛期','approval':{'person':'li'}}",
                        null),
                when(
                        "a manager does not",
                        List.of(PERSON.formatted("zhao", "manager")),
                        "wang: {'kind':'project-suspended','reason':'汛期','approval':{'person':'zhao'}}",
                        Refusal.Code.APPROVER_UNKNOWN),
                when(
                        "nor somebody who is not there",
                        List.of(),
                        "wang: {'kind':'project-suspended','reason':'汛期','approval':{'person':'nobody'}}",
                        Refusal.Code.APPROVER_UNKNOWN),
                when(
                        "nor whose account is closed",
                        List.of(PERSON.formatted("li", "leader"), "office: {'kind':'person-disabled','person':'li'}"),
                        "wang: {'kind':'project-suspended','reason':'汛期','approval':{'person':'li'}}",
                        Refusal.Code.APPROVER_UNKNOWN),
                when(
                        "nobody approves an own act",
                        List.of(PERSON.formatted("office", "office")),
                        "office: {'kind':'project-suspended','reason':'汛期','approval':{'person':'office'}}",
                        Refusal.Code.OWN_APPROVAL),
                when("once", List.of(SUSPENDED), SUSPENDED, Refusal.Code.ALREADY_SUSPENDED),
                when(
                        "resumed",
                        List.of(SUSPENDED),
                        "wang: {'kind':'project-resumed','reason':'水退','approval':{'office':'镇党委会','document':'纪要7号'}}",
                        null),
                when(
                        "not what was not suspended",
                        List.of(),
                        "wang: {'kind':'project-resumed','reason':'水退','approval':{'office':'镇党委会','document':'纪要7号'}}",
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
                        "an order that is open holds it on the board",
                        List.of(ISSUED),
                        "office: {'kind':'project-archived','reason':'移交'}",
                        Refusal.Code.STILL_OPEN_IN_IT),
                when(
                        "and so does a hazard",
                        List.of(FOUND),
                        "office: {'kind':'project-archived','reason':'移交'}",
                        Refusal.Code.STILL_OPEN_IN_IT),
                when(
                        "begun tomorrow is not begun",
                        List.of(),
                        "wang: {'kind':'landmark-reached','landmark':'start','on':'@1'}",
                        Refusal.Code.AS_OF_IN_FUTURE),
                when(
                        "a project is opened once",
                        List.of(),
                        "office: {'kind':'project-opened','name':{'zh':'路','en':'R'},'sector':'transport.road','projectKind':'works','stage':'implementation'}",
                        Refusal.Code.PROJECT_EXISTS),
                when(
                        "what is on the board is not restored",
                        List.of(),
                        "office: {'kind':'project-restored'}",
                        Refusal.Code.PROJECT_NOT_ARCHIVED),
                when(
                        "a landmark is corrected with a note",
                        List.of("wang: {'kind':'landmark-reached','landmark':'start','on':'@-30'}"),
                        "wang: {'kind':'landmark-reached','landmark':'start','on':'@-31'}",
                        Refusal.Code.CORRECTION_WITHOUT_NOTE),
                when(
                        "nothing is completed before it was begun",
                        List.of("wang: {'kind':'landmark-reached','landmark':'start','on':'@-30'}"),
                        "wang: {'kind':'landmark-reached','landmark':'completion','on':'@-31'}",
                        Refusal.Code.LANDMARKS_UNORDERED),
                when(
                        "nor begun after it was completed",
                        List.of("wang: {'kind':'landmark-reached','landmark':'completion','on':'@-40'}"),
                        "wang: {'kind':'landmark-reached','landmark':'start','on':'@-30'}",
                        Refusal.Code.LANDMARKS_UNORDERED),
                when(
                        "a factory may produce before it is completed",
                        List.of(
                                "wang: {'kind':'landmark-reached','landmark':'start','on':'@-30'}",
                                "wang: {'kind':'landmark-reached','landmark':'completion','on':'@-3'}"),
                        "wang: {'kind':'landmark-reached','landmark':'production','on':'@-9'}",
                        null),
                when(
                        "a plan that is whole is changed by another baseline only",
                        List.of(),
                        "wang: {'kind':'milestone-planned',"
                                + line("top", 40, "base").substring(1),
                        Refusal.Code.MILESTONE_EXISTS),
                // --- the board
                when(
                        "minutes begin after an entry that is there",
                        List.of(),
                        "office: {'kind':'meeting-held','title':'调度会','began':999999}",
                        Refusal.Code.UNKNOWN_ENTRY),
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
                        "rules are adopted",
                        List.of(),
                        "office: {'kind':'rules-adopted','rules':{'id':'x','name':{'zh':'一','en':'x'},'late':{'yellow':1,'red':3}}}",
                        null),
                when(
                        "not the same again",
                        List.of(
                                "office: {'kind':'rules-adopted','rules':{'id':'x','name':{'zh':'一','en':'x'},'late':{'yellow':1,'red':3}}}"),
                        "office: {'kind':'rules-adopted','rules':{'id':'x','name':{'zh':'一','en':'x'},'late':{'yellow':1,'red':3}}}",
                        Refusal.Code.ALREADY_THERE),
                when(
                        "nor others under their id",
                        List.of(
                                "office: {'kind':'rules-adopted','rules':{'id':'x','name':{'zh':'一','en':'x'},'late':{'yellow':1,'red':3}}}"),
                        "office: {'kind':'rules-adopted','rules':{'id':'x','name':{'zh':'一','en':'x'},'late':{'yellow':1,'red':9}}}",
                        Refusal.Code.ID_USED),
                when(
                        "not even when a third set is in force",
                        List.of(
                                "office: {'kind':'rules-adopted','rules':{'id':'x','name':{'zh':'一','en':'x'},'late':{'yellow':1,'red':3}}}",
                                "office: {'kind':'rules-adopted','rules':{'id':'y','name':{'zh':'一','en':'x'},'late':{'yellow':1,'red':5}}}"),
                        "office: {'kind':'rules-adopted','rules':{'id':'x','name':{'zh':'一','en':'x'},'late':{'yellow':1,'red':9}}}",
                        Refusal.Code.ID_USED),
                when(
                        "back to the first ones is allowed",
                        List.of(
                                "office: {'kind':'rules-adopted','rules':{'id':'x','name':{'zh':'一','en':'x'},'late':{'yellow':1,'red':3}}}",
                                "office: {'kind':'rules-adopted','rules':{'id':'y','name':{'zh':'一','en':'x'},'late':{'yellow':1,'red':5}}}"),
                        "office: {'kind':'rules-adopted','rules':{'id':'x','name':{'zh':'一','en':'x'},'late':{'yellow':1,'red':3}}}",
                        null),
                when(
                        "days of a calendar are of its year",
                        List.of(),
                        "office: {'kind':'calendar-adopted','year':2027,'off':['2026-10-01'],'on':[]}",
                        Refusal.Code.WRONG_YEAR),
                when(
                        "no day is both off and worked",
                        List.of(),
                        "office: {'kind':'calendar-adopted','year':2027,'off':['2027-10-01'],'on':['2027-10-01']}",
                        Refusal.Code.DAY_BOTH_OFF_AND_ON),
                when(
                        "what ships is for a year that nobody arranged",
                        List.of(),
                        "system: {'kind':'calendar-adopted','year':2027,'off':['2027-10-01'],'on':[]}",
                        null),
                when(
                        "and leaves what the office arranged",
                        List.of(
                                "system: {'kind':'calendar-adopted','year':2027,'off':['2027-10-01'],'on':[]}",
                                "office: {'kind':'calendar-adopted','year':2027,'off':['2027-10-02'],'on':[]}"),
                        "system: {'kind':'calendar-adopted','year':2027,'off':['2027-10-01'],'on':[]}",
                        Refusal.Code.ALREADY_THERE),
                when(
                        "which the office may arrange anew",
                        List.of("office: {'kind':'calendar-adopted','year':2027,'off':['2027-10-02'],'on':[]}"),
                        "office: {'kind':'calendar-adopted','year':2027,'off':['2027-10-01'],'on':[]}",
                        null),
                // --- access
                when(
                        "access is given to milestones that are there",
                        List.of(),
                        "wang: {'kind':'grant-issued','grant':'g-new','contractor':'李工','company':'桐建','milestones':['gone'],'until':'2999-01-01T00:00:00Z'}",
                        Refusal.Code.UNKNOWN_MILESTONE),
                when(
                        "until a day to come",
                        List.of(),
                        "wang: {'kind':'grant-issued','grant':'g-new','contractor':'李工','company':'桐建','milestones':['base'],'until':'1999-01-01T00:00:00Z'}",
                        Refusal.Code.UNTIL_IN_PAST),
                when(
                        "under an id of its own",
                        List.of(
                                "wang: {'kind':'grant-issued','grant':'g-new','contractor':'李工','company':'桐建','milestones':['base'],'until':'2999-01-01T00:00:00Z'}"),
                        "wang: {'kind':'grant-issued','grant':'g-new','contractor':'李工','company':'桐建','milestones':['base'],'until':'2999-01-01T00:00:00Z'}",
                        Refusal.Code.ALREADY_ISSUED),
                when(
                        "what was given is taken back",
                        List.of(
                                "wang: {'kind':'grant-issued','grant':'g-new','contractor':'李工','company':'桐建','milestones':['base'],'until':'2999-01-01T00:00:00Z'}"),
                        "wang: {'kind':'grant-revoked','grant':'g-new'}",
                        null),
                when(
                        "once",
                        List.of(
                                "wang: {'kind':'grant-issued','grant':'g-new','contractor':'李工','company':'桐建','milestones':['base'],'until':'2999-01-01T00:00:00Z'}",
                                "wang: {'kind':'grant-revoked','grant':'g-new'}"),
                        "wang: {'kind':'grant-revoked','grant':'g-new'}",
                        Refusal.Code.ALREADY_REVOKED),
                when(
                        "not what was never given",
                        List.of(),
                        "wang: {'kind':'grant-revoked','grant':'g-new'}",
                        Refusal.Code.UNKNOWN_GRANT),
                when(
                        "a person has one of three roles",
                        List.of(),
                        "office: {'kind':'person-added','person':'sun','name':'孙','role':'screen','projects':['road']}",
                        Refusal.Code.ROLE_NOT_FOR_PEOPLE),
                when(
                        "and projects that are there",
                        List.of(),
                        "office: {'kind':'person-added','person':'sun','name':'孙','role':'manager','projects':['gone']}",
                        Refusal.Code.UNKNOWN_PROJECT),
                when(
                        "nobody is called as the program is",
                        List.of(),
                        "office: {'kind':'person-added','person':'system','name':'孙','role':'manager','projects':['road']}",
                        Refusal.Code.NAME_RESERVED),
                when(
                        "nor in another spelling",
                        List.of(),
                        "office: {'kind':'person-added','person':'sys-tem','name':'孙','role':'manager','projects':['road']}",
                        Refusal.Code.NAME_RESERVED),
                when(
                        "nor by name",
                        List.of(),
                        "office: {'kind':'person-added','person':'sun','name':' Ｓystem','role':'manager','projects':['road']}",
                        Refusal.Code.NAME_RESERVED),
                when(
                        "nor as a contractor",
                        List.of(),
                        "wang: {'kind':'grant-issued','grant':'g-new','contractor':'系 统','company':'公司','milestones':['earthworks'],'actions':['progress'],'until':'2999-01-01T00:00:00Z'}",
                        Refusal.Code.NAME_RESERVED),
                when(
                        "who is not there is not disabled",
                        List.of(),
                        "office: {'kind':'person-disabled','person':'sun'}",
                        Refusal.Code.UNKNOWN_PERSON),
                when(
                        "disabled once",
                        List.of(
                                "office: {'kind':'person-added','person':'sun','name':'孙','role':'manager','projects':['road']}",
                                "office: {'kind':'person-disabled','person':'sun'}"),
                        "office: {'kind':'person-disabled','person':'sun'}",
                        Refusal.Code.ALREADY_DISABLED),
                when(
                        "enabled only then",
                        List.of(
                                "office: {'kind':'person-added','person':'sun','name':'孙','role':'manager','projects':['road']}"),
                        "office: {'kind':'person-enabled','person':'sun'}",
                        Refusal.Code.NOT_DISABLED),
                when(
                        "nobody shuts out himself",
                        List.of(
                                "office: {'kind':'person-added','person':'office','name':'孙','role':'office','projects':['road']}"),
                        "office: {'kind':'person-disabled','person':'office'}",
                        Refusal.Code.OWN_ACCOUNT),
                when(
                        "a password is the person's own to change",
                        List.of(
                                "office: {'kind':'person-added','person':'sun','name':'孙','role':'manager','projects':['road']}"),
                        "wang: {'kind':'password-changed','person':'sun'}",
                        Refusal.Code.NOT_IN_SCOPE),
                when(
                        "a screen that is not there has no name",
                        List.of(),
                        "office: {'kind':'screen-named','screen':'hall','name':'一楼'}",
                        Refusal.Code.UNKNOWN_SCREEN),
                when(
                        "nor access to take",
                        List.of(
                                "office: {'kind':'screen-issued','screen':'hall','name':'会议室','until':'2999-01-01T00:00:00Z'}",
                                "office: {'kind':'screen-revoked','screen':'hall'}"),
                        "office: {'kind':'screen-revoked','screen':'hall'}",
                        Refusal.Code.ALREADY_REVOKED));
    }

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

    @ParameterizedTest(name = "{0}: {2} → {3}")
    @MethodSource("cases")
    void what_may_be_told(String profile, List<String> before, String now, Refusal.Code refused) {
        Town town = Town.withRoad();
        for (String told : before) {
            town.must(-1, who(told), update(told, town));
        }
        assertEquals(
                refused,
                town.say(0, who(now), update(now, town)).map(Refusal::code).orElse(null),
                profile);
    }

    /** What no update alone can show; see the tests below and {@link SessionTest}. */
    private static final Set<Refusal.Code> ELSEWHERE = EnumSet.of(
            Refusal.Code.ACCESS_ENDED,
            Refusal.Code.KEY_REUSED,
            Refusal.Code.MOVED_MEANWHILE,
            Refusal.Code.NO_BASELINE,
            Refusal.Code.PERSON_EXISTS);

    @Test
    void every_refusal_has_a_case() {
        Set<Refusal.Code> without = EnumSet.allOf(Refusal.Code.class);
        cases().forEach(line -> without.remove(line.get()[3]));
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
        Hazards hazards = town.road().hazards();
        assertEquals(Town.TODAY.plusDays(5), hazards.deadline(hazards.all().get(6L)));
        assertEquals(Town.TODAY.plusDays(2), hazards.deadline(hazards.all().get(7L)));
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
        assertEquals(Town.at(-1), directives.get(6L).acknowledged());
        assertEquals(Town.at(0), directives.get(7L).acknowledged());
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
        StillTrue still = new StillTrue(null);
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

    private static String who(String told) {
        return told.substring(0, told.indexOf(':'));
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
