package io.guatu.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing is offered that the rules would refuse after it was filled in. */
class ActsTest {
    private static final String FOUND = "{'kind':'hazard-found','severity':'%s','place':'基坑','text':'无护栏'}";

    private static Acts of(Town town, String who) {
        return Acts.of(town.state(), Town.who(who), Town.ROAD, Town.at(0), Town.ZONE);
    }

    private static List<String> of(Town town, String who, long item) {
        return of(town, who).items().getOrDefault(item, List.of());
    }

    @Test
    void who_rectified_is_not_offered_the_recheck_and_who_may_is() {
        Town town = Town.withRoad();
        town.must(-1, "office", FOUND.formatted("general"));
        long hazard = town.last();
        assertEquals(List.of("notice-issued", "hazard-fixed-on-spot"), of(town, "wang", hazard));
        town.must(-1, "wang", "{'kind':'notice-issued','number':'1号','hazards':[" + hazard + "],'deadline':'@7'}");
        assertEquals(List.of("hazard-rectified"), of(town, "wang", hazard));
        assertEquals(List.of(), of(town, "g-li", hazard), "the notice is not for this contractor");
        town.must(-1, "wang", "{'kind':'hazard-rectified','hazard':" + hazard + ",'text':'补好'}");
        assertEquals(List.of(), of(town, "wang", hazard));
        assertEquals(List.of("hazard-rechecked"), of(town, "office", hazard));
        assertEquals(List.of("hazard-rechecked"), of(town, "li", hazard));
    }

    @Test
    void who_gave_out_the_link_is_not_offered_the_recheck_of_what_was_rectified_with_it() {
        Town town = Town.withRoad();
        town.must(-1, "office", FOUND.formatted("general"));
        long hazard = town.last();
        town.must(
                -1,
                "wang",
                "{'kind':'notice-issued','number':'1号','hazards':[" + hazard + "],'deadline':'@7','grant':'g-li'}");
        town.must(-1, "g-li", "{'kind':'hazard-rectified','hazard':" + hazard + ",'text':'补好'}");
        assertEquals(List.of(), of(town, "wang", hazard));
        assertEquals(List.of("hazard-rechecked"), of(town, "office", hazard));
        assertEquals(List.of("hazard-rechecked"), of(town, "li", hazard));
    }

    @Test
    void a_major_hazard_is_not_offered_to_be_closed_on_the_spot() {
        Town town = Town.withRoad();
        town.must(0, "wang", FOUND.formatted("major"));
        assertEquals(List.of("notice-issued"), of(town, "wang", town.last()));
        assertEquals(List.of(), of(town, "g-li", town.last()));
    }

    @Test
    void what_a_leader_ordered_only_leaders_judge() {
        Town town = Town.withRoad();
        town.must(-1, "li", "{'kind':'directive-issued','text':'办','deadline':'@7'}");
        long directive = town.last();
        assertEquals(List.of("directive-acknowledged", "directive-answered"), of(town, "wang", directive));
        assertEquals(List.of("directive-withdrawn"), of(town, "li", directive));
        town.must(-1, "wang", "{'kind':'directive-answered','directive':" + directive + ",'text':'已办'}");
        assertEquals(
                List.of("directive-accepted", "directive-sent-back", "directive-withdrawn"), of(town, "li", directive));
        assertEquals(List.of(), of(town, "office", directive));
    }

    @Test
    void what_concerns_the_whole_project_fits_how_it_stands() {
        Town town = Town.withRoad();
        assertTrue(of(town, "office")
                .project()
                .containsAll(List.of("project-suspended", "baseline-set", "project-archived")));
        assertFalse(of(town, "office").project().contains("milestone-planned"), "the plan is whole");
        assertFalse(of(town, "office").project().contains("project-resumed"));
        assertFalse(of(town, "office").project().contains("notice-issued"), "nothing was found");
        assertFalse(of(town, "wang").project().contains("baseline-set"), "that is for the office");
        assertEquals(List.of(), of(town, "zhao").project(), "another's project");
        town.must(-1, "li", "{'kind':'directive-issued','text':'办','deadline':'@7'}");
        assertFalse(of(town, "office").project().contains("project-archived"), "an order is open");
        town.must(
                0, "wang", "{'kind':'project-suspended','reason':'汛期','approval':{'office':'镇党委会','document':'纪要7号'}}");
        assertTrue(of(town, "wang").project().contains("project-resumed"));
        assertFalse(of(town, "wang").project().contains("project-suspended"));
    }

    @Test
    void a_report_is_its_managers_to_judge_and_its_authors_to_take_back() {
        Town town = Town.withRoad();
        town.must(-1, "g-li", "{'kind':'progress-reported','milestone':'base','percent':60,'asOf':'@-1'}");
        long report = town.last();
        assertEquals(List.of("progress-verified", "progress-returned"), of(town, "wang", report));
        assertEquals(List.of("progress-withdrawn"), of(town, "g-li-2", report));
        assertEquals(List.of(), of(town, "g-zhou", report), "another company does not learn of it");
        assertEquals(List.of(), of(town, "li", report));
        assertEquals(List.of(), of(town, "wang").doubtful());
    }

    @Test
    void approvers_are_leaders_and_the_office_and_never_oneself() {
        Town town = Town.withRoad();
        for (String person : List.of("li leader", "office office", "office-2 office", "wang manager")) {
            String[] told = person.split(" ");
            town.must(
                    -1,
                    "office",
                    "{'kind':'person-added','person':'%s','name':'某人','role':'%s'}".formatted(told[0], told[1]));
        }
        assertEquals(
                List.of("li", "office-2"),
                of(town, "office").approvers().stream()
                        .map(approver -> approver.person().value())
                        .toList());
        assertEquals(3, of(town, "wang").approvers().size());
        assertEquals(List.of(), of(town, "g-li").approvers(), "names are not for contractors");
    }
}
