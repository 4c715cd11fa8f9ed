package io.guatu.command;

import io.guatu.board.Board;
import io.guatu.board.fold.Project;
import io.guatu.domain.BoardUpdate.CalendarAdopted;
import io.guatu.domain.BoardUpdate.RulesAdopted;
import io.guatu.domain.Entry;
import io.guatu.domain.Update;
import io.guatu.ledger.Batch;
import io.guatu.ledger.IdempotencyKey;
import io.guatu.ledger.IdempotencyRecord;
import io.guatu.ledger.LockedLedger;
import io.guatu.ledger.NewEntry;
import io.guatu.state.Present;
import io.guatu.state.State;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Judges a batch of commands in order, each on the state that the ones before it leave behind, so that many share one
 * transaction and each still has its own verdict. The cards of what was told are drawn here, once for all of them: they are
 * the ones that are shown. Pure.
 */
final class Decider {
    private final ZoneId zone;
    private final LockedLedger ledger;
    private final Batch batch;
    private final Present base;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<IdempotencyKey, IdempotencyRecord> used = new HashMap<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private State state;
    private Present present;

    /** Either a verdict, or the fault of a rule that threw: its own command fails, its neighbours do not. */
    record Outcome(Verdict verdict, RuntimeException fault) {
        boolean accepted() {
            return verdict instanceof Verdict.Accepted;
        }
    }

    /** @param base where this node stands; the ledger may hold more, which it says */
    Decider(Present base, LockedLedger ledger) {
        this.zone = base.board().zone();
        this.base = base;
        this.ledger = ledger;
        this.batch = ledger.batch();
    }

    static Decider judged(Present base, LockedLedger ledger, List<Command> commands) {
        Decider decider = new Decider(base, ledger);
        decider.judge(commands);
        return decider;
    }

    /** Whether one of them changes every card, so that judging takes long. */
    static boolean redrawsAll(Collection<Command> commands) {
        return commands.stream()
                .flatMap(command -> command.updates().stream())
                .anyMatch(update -> update instanceof RulesAdopted || update instanceof CalendarAdopted);
    }

    void judge(Collection<Command> commands) {
        begin();
        commands.forEach(command -> judge(command, told -> {}));
        try {
            present = shown(state, batch.entries());
        } catch (RuntimeException fault) {
            // Which of them is it? Each is drawn by itself, and that one alone fails.
            begin();
            commands.forEach(command -> judge(command, told -> present = shown(state, told)));
        }
    }

    private void begin() {
        batch.clear();
        outcomes.clear();
        entries.clear();
        entries.addAll(ledger.unseen());
        used.clear();
        used.putAll(ledger.known());
        present = base.after(ledger.unseen(), batch.base());
        state = present.state();
    }

    private void judge(Command command, Consumer<List<Entry>> accepted) {
        State before = state;
        try {
            outcomes.add(new Outcome(verdict(command, accepted), null));
        } catch (RuntimeException fault) {
            state = before;
            batch.drop();
            outcomes.add(new Outcome(null, fault));
        }
    }

    /** Whether all of them were. */
    boolean accepted() {
        return outcomes.stream().allMatch(Outcome::accepted);
    }

    List<Outcome> outcomes() {
        return outcomes;
    }

    Batch batch() {
        return batch;
    }

    /** What was decided on. */
    Present base() {
        return base;
    }

    /** What is so once the batch is committed. */
    Present present() {
        return present;
    }

    /** From the base to the present: what others told, then what was accepted. */
    List<Entry> entries() {
        return entries;
    }

    private Verdict verdict(Command command, Consumer<List<Entry>> accepted) {
        IdempotencyRecord known = used.get(command.ledgerKey());
        if (known != null) {
            return known.fingerprint().equals(command.fingerprint())
                    ? new Verdict.Accepted(known.entries(), true)
                    : new Verdict.Refused(Refusal.of(Refusal.Code.KEY_REUSED), 0);
        }
        // Who may not tell it learns nothing of where the project is.
        Optional<Refusal> moved =
                Rulebook.admit(state, command, command.updates().get(0)).or(() -> Rulebook.expected(state, command));
        if (moved.isPresent()) {
            return new Verdict.Refused(moved.get(), 0);
        }
        // Aside until all of it is judged: what is refused in the middle leaves nothing behind.
        State next = state;
        List<Entry> told = new ArrayList<>();
        for (Update update : command.updates()) {
            Optional<Refusal> refusal = Rulebook.judge(next, command, update, zone);
            if (refusal.isPresent()) {
                batch.drop();
                return new Verdict.Refused(refusal.get(), told.size());
            }
            Entry entry = batch.add(told(next, command, Rulebook.complete(next, command, update, zone)));
            next = next.after(List.of(entry), batch.head());
            told.add(entry);
        }
        state = next;
        accepted.accept(told);
        batch.take(command.ledgerKey(), command.fingerprint());
        used.put(command.ledgerKey(), new IdempotencyRecord(command.fingerprint(), told));
        entries.addAll(told);
        return new Verdict.Accepted(told, false);
    }

    /** What the board cannot show is never accepted. @throws IllegalStateException when it cannot */
    private Present shown(State next, List<Entry> told) {
        Present after = present.with(next, told);
        Board board = after.board();
        board.totals();
        if (!present.board().unshown().keySet().containsAll(board.unshown().keySet())) {
            throw new IllegalStateException("it could not be shown: " + board.unshown());
        }
        return after;
    }

    private static NewEntry told(State before, Command command, Update update) {
        long position = command.project() == null
                ? 0
                : before.projects()
                                .find(command.project())
                                .map(Project::projectSeq)
                                .orElse(0L)
                        + 1;
        return new NewEntry(
                command.project(), position, command.at(), command.who().author(), update);
    }
}
