package io.guatu.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.guatu.domain.AccessUpdate.PersonAdded;
import io.guatu.domain.PersonId;
import io.guatu.domain.ProgressUpdate.ProgressVerified;
import io.guatu.domain.ProgressUpdate.StillTrue;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Role;
import io.guatu.domain.Update;
import io.guatu.ledger.Batch;
import io.guatu.ledger.Head;
import io.guatu.ledger.LockedLedger;
import io.guatu.ledger.Seal;
import io.guatu.state.Present;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One batch: what is looked at first, and that one command's fault is not its neighbours'. */
class DeciderTest {
    private final Town town = Town.withRoad();
    private final List<Command> batch = new ArrayList<>();
    private Decider session;

    private Decider.Outcome told(String who, String key, Long expected, ProjectId project, Update... updates) {
        return told(Command.of(Town.who(who), key, key, Town.at(0), project, List.of(updates), expected));
    }

    /** What becomes of it as the last of all that were told so far, in one batch. */
    private Decider.Outcome told(Command command) {
        batch.add(command);
        Head head = new Head(Town.EPOCH, town.last(), Seal.NONE, Town.at(-1));
        session = new Decider(
                Present.begin(Town.EPOCH, Town.TODAY, Town.ZONE, HistoryTest.RULES),
                new LockedLedger(town.entries(), Map.of(), new Batch(head)));
        session.judge(batch);
        return session.outcomes().get(batch.size() - 1);
    }

    private Refusal.Code refused(String who, Long expected, ProjectId project, Update... updates) {
        Decider.Outcome outcome = told(who, "key " + batch.size(), expected, project, updates);
        return assertInstanceOf(Verdict.Refused.class, outcome.verdict())
                .refusal()
                .code();
    }

    @Test
    void what_the_board_cannot_show_is_not_accepted_and_its_neighbours_are() {
        // Pushed beyond the last day that there is.
        Update endless =
                Town.read("{'kind':'baseline-set','name':{'zh':'二','en':'2'},'cause':'scope-change','reason':'增',"
                        + "'approval':{'office':'镇党委会','document':'纪要7号'},'milestones':[{'milestone':'base','name':{'zh':'一','en':'x'},'weight':60,'start':'@0',"
                        + "'finish':'+999999999-12-31'},{'milestone':'top','name':{'zh':'一','en':'x'},'weight':40,'start':'@0',"
                        + "'finish':'+999999999-12-31','after':['base']}]}");
        var bad = told("office", "bad", null, Town.ROAD, endless);
        var good = told("wang", "good", null, Town.ROAD, new StillTrue(null, null));
        assertNotNull(bad.fault());
        assertInstanceOf(Verdict.Accepted.class, good.verdict());
        assertEquals(1, session.batch().entries().size());
        assertEquals(
                town.last() + 1,
                session.present().board().cards().get(Town.ROAD).seq(),
                "the neighbour is shown");
        assertEquals(
                session.present().state(),
                session.base().state().after(session.entries(), session.batch().head()));
    }

    @Test
    void where_a_project_is_only_those_learn_who_may_tell() {
        Update still = new StillTrue(null, null);
        assertEquals(Refusal.Code.MOVED_MEANWHILE, refused("wang", 1L, Town.ROAD, still));
        assertEquals(Refusal.Code.MOVED_MEANWHILE, refused("g-li", 1L, Town.ROAD, still));
        assertEquals(Refusal.Code.NOT_IN_SCOPE, refused("zhao", 1L, Town.ROAD, still));
        assertEquals(Refusal.Code.UNKNOWN_PROJECT, refused("office", 1L, new ProjectId("none"), still));
        assertEquals(0, session.batch().entries().size());
    }

    @Test
    void a_key_is_good_for_one_request() {
        told("wang", "key", null, Town.ROAD, new StillTrue(null, null));
        var again = told(Command.of(
                        Town.who("wang"), "key", "another", Town.at(0), Town.ROAD, new StillTrue("另", null)))
                .verdict();
        assertEquals(
                Refusal.Code.KEY_REUSED,
                assertInstanceOf(Verdict.Refused.class, again).refusal().code());
    }

    @Test
    void a_first_password_is_for_whom_nobody_knew_and_its_resend_is_answered() {
        PersonAdded sun = new PersonAdded(new PersonId("sun"), "孙站长", Role.LEADER, List.of());
        assertInstanceOf(
                Verdict.Accepted.class,
                told("office", "key", Command.UNKNOWN, null, sun).verdict());
        assertInstanceOf(
                Verdict.Accepted.class,
                told("office", "key", Command.UNKNOWN, null, sun).verdict());
        assertEquals(Refusal.Code.PERSON_EXISTS, refused("office", Command.UNKNOWN, null, sun));
        assertEquals(1, session.batch().entries().size());
    }

    @Test
    void what_was_accepted_is_what_will_be_committed_and_shown() {
        told("wang", "good", null, Town.ROAD, new StillTrue(null, null));
        told("wang", "bad", null, Town.ROAD, new StillTrue(null, null), new ProgressVerified(1, null));
        told("office", "good", null, Town.ROAD, new StillTrue("好", null));
        Batch batch = session.batch();
        assertEquals(2, batch.entries().size(), "what was refused in the middle left nothing behind");
        assertEquals(town.last() + 2, batch.head().seq());
        assertEquals(batch.head(), session.present().head());
        assertEquals(town.last() + 2, session.present().board().seq());
        assertEquals(
                town.last() + 2,
                session.present().board().cards().get(Town.ROAD).seq());
        assertEquals(session.present().state(), session.base().state().after(session.entries(), batch.head()));
    }
}
