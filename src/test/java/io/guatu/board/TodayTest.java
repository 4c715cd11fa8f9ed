package io.guatu.board;

import static io.guatu.board.Entries.MANAGER;
import static io.guatu.board.Entries.OFFICE;
import static io.guatu.board.Entries.ROAD;
import static io.guatu.board.Entries.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.board.Today.What;
import io.guatu.board.lamp.Lamp;
import io.guatu.domain.BlockerUpdate.BlockerRaised;
import io.guatu.domain.DirectiveUpdate.DirectiveAnswered;
import io.guatu.domain.DirectiveUpdate.DirectiveIssued;
import io.guatu.domain.Factor;
import io.guatu.domain.HazardUpdate.HazardFound;
import io.guatu.domain.HazardUpdate.NoticeIssued;
import io.guatu.domain.Role;
import io.guatu.domain.Severity;
import io.guatu.domain.Stage;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What waits for whom: the list of the day and the wall agree on what is red. */
class TodayTest {
    private static final List<Role> PEOPLE = List.of(Role.LEADER, Role.OFFICE, Role.MANAGER);

    private static Entries onTime() {
        return Entries.road(Stage.IMPLEMENTATION).plan("all", 100, -50, 50).report(-1, MANAGER, "all", 50, null);
    }

    private static Board board(Entries entries) {
        return Board.empty(new UUID(0, 1), TODAY, Entries.ZONE, Sets.named("daguan-1"))
                .after(entries.all());
    }

    private static List<What> what(Board board, Role role) {
        return Today.of(board, role, project -> true).items().stream()
                .map(Today.Item::what)
                .toList();
    }

    @Test
    void an_order_that_is_overdue_stands_in_everybodys_list() {
        Board board = board(onTime().add(-20, OFFICE, ROAD, new DirectiveIssued("办", TODAY.minusDays(5), null, null)));
        assertEquals(Lamp.Colour.RED, board.cards().get(ROAD).lamp().colour());
        for (Role role : PEOPLE) {
            assertEquals(List.of(What.DIRECTIVE), what(board, role), role.name());
        }
    }

    @Test
    void one_in_time_waits_for_its_manager_and_its_answer_for_those_above() {
        Entries entries = onTime().add(-2, OFFICE, ROAD, new DirectiveIssued("办", TODAY.plusDays(5), null, null));
        long directive = entries.all().size();
        assertEquals(List.of(What.DIRECTIVE), what(board(entries), Role.MANAGER));
        assertEquals(List.of(), what(board(entries), Role.LEADER));
        entries.add(0, MANAGER, ROAD, new DirectiveAnswered(directive, "已办", null, null));
        assertEquals(List.of(), what(board(entries), Role.MANAGER));
        assertEquals(List.of(What.DIRECTIVE), what(board(entries), Role.LEADER));
    }

    @Test
    void an_overdue_rectification_stands_in_a_leaders_list_and_one_in_time_does_not() {
        Entries entries =
                onTime().add(-20, OFFICE, ROAD, new HazardFound(Severity.MAJOR, "塔吊", "无限位", null, null, null));
        long hazard = entries.all().size();
        entries.add(-19, MANAGER, ROAD, new NoticeIssued("1号", List.of(hazard), TODAY.plusDays(1), null));
        assertEquals(List.of(), what(board(entries), Role.LEADER));
        assertEquals(List.of(What.HAZARD), what(board(entries).on(TODAY.plusDays(4)), Role.LEADER));
        assertEquals(List.of(What.HAZARD), what(board(entries), Role.OFFICE));
    }

    @Test
    void whatever_is_red_is_in_the_list_of_everyone_who_looks_after_it() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            Entries entries = Entries.road(Stage.IMPLEMENTATION)
                    .plan("all", 100, -50 - random.nextInt(60), random.nextInt(60) - 30)
                    .report(-1, MANAGER, "all", random.nextInt(100), null);
            if (random.nextBoolean()) {
                entries.add(
                        -70,
                        MANAGER,
                        ROAD,
                        new BlockerRaised(
                                Factor.LAND,
                                "堵",
                                null,
                                null,
                                random.nextBoolean() ? null : TODAY.minusDays(random.nextInt(60)),
                                null,
                                null));
            }
            Board board = board(entries);
            if (board.cards().get(ROAD).lamp().colour() == Lamp.Colour.RED) {
                PEOPLE.forEach(role -> assertTrue(
                        !what(board, role).isEmpty(),
                        role + " " + board.cards().get(ROAD).lamp()));
            }
        }
    }

    @Test
    void a_manager_reads_of_own_projects_and_of_a_project_without_a_plan() {
        Board board = board(Entries.road(Stage.IMPLEMENTATION));
        assertEquals(List.of(What.PLAN), what(board, Role.MANAGER));
        assertEquals(List.of(What.PLAN), what(board, Role.OFFICE));
        assertEquals(List.of(), what(board, Role.LEADER));
        assertEquals(List.of(), Today.of(board, Role.MANAGER, project -> false).items());
    }
}
