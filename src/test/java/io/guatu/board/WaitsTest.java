package io.guatu.board;

import static io.guatu.board.Entries.MANAGER;
import static io.guatu.board.Entries.OFFICE;
import static io.guatu.board.Entries.ROAD;
import static io.guatu.board.Entries.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.guatu.board.Wait.Party;
import io.guatu.board.Wait.Step;
import io.guatu.board.Waits.OfParty;
import io.guatu.domain.Author;
import io.guatu.domain.BlockerUpdate.BlockerEscalated;
import io.guatu.domain.BlockerUpdate.BlockerRaised;
import io.guatu.domain.DirectiveUpdate.DirectiveAnswered;
import io.guatu.domain.DirectiveUpdate.DirectiveIssued;
import io.guatu.domain.Factor;
import io.guatu.domain.HazardUpdate.HazardFound;
import io.guatu.domain.HazardUpdate.HazardRectified;
import io.guatu.domain.HazardUpdate.NoticeIssued;
import io.guatu.domain.Level;
import io.guatu.domain.Role;
import io.guatu.domain.Severity;
import io.guatu.domain.Stage;
import io.guatu.domain.Update;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whose turn it is, as things go from one to the next. */
class WaitsTest {
    private static final Author LEADER = new Author("li", Role.LEADER, "李书记", null);

    private final Entries entries =
            Entries.road(Stage.IMPLEMENTATION).plan("all", 100, -50, 50).report(-1, MANAGER, "all", 50, null);

    private Map<Party, OfParty> waits() {
        return Board.empty(new UUID(0, 1), TODAY, Entries.ZONE, Sets.named("daguan-1"))
                .after(entries.all())
                .totals()
                .waits();
    }

    private void only(Step step, long overdue) {
        Map<Party, OfParty> waits = waits();
        assertEquals(List.of(Party.values()), List.copyOf(waits.keySet()));
        waits.forEach((party, of) -> assertEquals(
                party == step.party() ? new OfParty(1, overdue, Map.of(step, 1L)) : new OfParty(0, 0, Map.of()), of));
    }

    private long told(int day, Author who, Update update) {
        entries.add(day, who, ROAD, update);
        return entries.all().size();
    }

    @Test
    void a_finding_goes_from_the_manager_to_the_contractor_and_back() {
        long hazard = told(-9, MANAGER, new HazardFound(Severity.MAJOR, "塔吊", "无限位", null, null, null));
        only(Step.NOTICE, 0);
        told(-8, MANAGER, new NoticeIssued("1号", List.of(hazard), TODAY.plusDays(1), null));
        only(Step.RECTIFY, 0);
        told(-7, MANAGER, new HazardRectified(hazard, "装好了", null, null));
        only(Step.RECHECK, 0);
    }

    @Test
    void an_order_waits_for_its_answer_and_the_answer_for_who_ordered_it() {
        long order = told(-20, LEADER, new DirectiveIssued("办", TODAY.minusDays(5), null, null));
        only(Step.ANSWER, 1);
        told(0, MANAGER, new DirectiveAnswered(order, "已办", null, null));
        only(Step.DECIDE, 0);
    }

    @Test
    void an_answer_to_the_office_waits_for_the_office() {
        long order = told(-2, OFFICE, new DirectiveIssued("办", TODAY.plusDays(5), null, null));
        told(0, MANAGER, new DirectiveAnswered(order, "已办", null, null));
        only(Step.ACCEPT, 0);
    }

    @Test
    void what_is_in_the_way_waits_for_whoever_it_was_taken_to() {
        long blocker = told(-9, MANAGER, new BlockerRaised(Factor.LAND, "未签约", null, null, null, null, null));
        only(Step.CLEAR, 0);
        told(-8, MANAGER, new BlockerEscalated(blocker, Level.TOWN, null));
        only(Step.COORDINATE, 0);
        told(-7, MANAGER, new BlockerEscalated(blocker, Level.COUNTY, null));
        only(Step.SUPPORT, 0);
    }
}
