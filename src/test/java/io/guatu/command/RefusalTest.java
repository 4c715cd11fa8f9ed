package io.guatu.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.guatu.command.Refusal.Code;
import io.guatu.domain.Update;
import io.guatu.ledger.Json;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A refusal names the member that is at fault: forms know no rules, and say it there. */
class RefusalTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SAME_PERSON_RECHECKS | {'kind':'hazard-rechecked','hazard':1,'passed':true} | passed
            LINK_HOLDER_RECHECKS | {'kind':'hazard-rechecked','hazard':1,'passed':true} | passed
            ALREADY_THERE        | {'kind':'stage-changed','stage':'implementation'} | stage
            ALREADY_THERE        | {'kind':'weighting-chosen','weighting':'equal'} | weighting
            ALREADY_THERE        | {'kind':'calendar-adopted','year':2027,'off':[],'on':[]} | year
            ALREADY_THERE        | {'kind':'directive-acknowledged','directive':1} |
            WRONG_YEAR           | {'kind':'calendar-adopted','year':2027,'off':[],'on':[]} | off
            DAY_BOTH_OFF_AND_ON  | {'kind':'calendar-adopted','year':2027,'off':[],'on':[]} | on
            PERSON_EXISTS        | {'kind':'person-added','person':'li','name':'李','role':'manager','projects':[]} | person
            APPROVAL_MISSING     | {'kind':'project-suspended','reason':'x'} | approval/document
            APPROVER_UNKNOWN     | {'kind':'project-resumed','reason':'x','approval':{'person':'li'}} | approval/person
            OWN_APPROVAL         | {'kind':'project-resumed','reason':'x','approval':{'person':'li'}} | approval/person
            CAUSE_NEEDS_NOTE     | {'kind':'directive-acknowledged','directive':1} |
            """)
    void it_is_about_the_member_that_the_update_has(Code code, String update, String field) {
        assertEquals(Optional.ofNullable(field), code.field(Json.read(update.replace('\'', '"'), Update.class)));
    }
}
