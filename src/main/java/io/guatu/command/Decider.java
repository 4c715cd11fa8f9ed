package io.guatu.command;

import io.guatu.board.Board;
import io.guatu.board.fold.Project;
import io.guatu.board.fold.Projects;
import io.guatu.domain.Entry;
import io.guatu.domain.ProjectId;
import io.guatu.domain.RuleSet;
import io.guatu.domain.Update;
import io.guatu.ledger.Append;
import io.guatu.ledger.IdempotencyKey;
import io.guatu.ledger.IdempotencyRecord;
import io.guatu.ledger.LockedLedger;
import io.guatu.ledger.NewEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One turn at the ledger: judges a batch in order, each proposal on the facts that the ones before it leave behind, so
 * that many appends share one transaction and each still has its own verdict. Pure.
 */
final class Decider {
    private final LockedLedger turn;
    private final ZoneId zone;
    private final RuleSet rules;
    private final List<Append> units = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<IdempotencyKey, IdempotencyRecord> used;
    private final List<Outcome> outcomes = new ArrayList<>();
    private State state;

    /** Either a verdict, or the fault of a rule that threw: its own proposal fails, its neighbours do not. */
    record Outcome(Verdict verdict, RuntimeException fault) {}

    /** @param rules of the lamps until the ledger adopts others */
    Decider(State seen, LockedLedger turn, ZoneId zone, RuleSet rules) {
        this.turn = turn;
        this.zone = zone;
        this.rules = rules;
        this.used = new HashMap<>(turn.known());
        this.state = seen.after(turn.unseen());
    }

    void judge(Command command) {
        try {
            outcomes.add(new Outcome(verdict(command), null));
        } catch (RuntimeException fault) {
            outcomes.add(new Outcome(null, fault));
        }
    }

    List<Append> units() {
        return units;
    }

    List<Outcome> outcomes() {
        return outcomes;
    }

    /** What is true once this turn is committed. */
    State state() {
        return state;
    }

    private Verdict verdict(Command command) {
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
                return new Verdict.Refused(refusal.get(), told.size());
            }
            Entry entry = entry(next, command, Rulebook.complete(next, command, update, zone));
            next = next.after(List.of(entry));
            told.add(entry);
        }
        show(next, command);
        accept(command, told, next);
        return new Verdict.Accepted(told, false);
    }

    /** What the board cannot show is never accepted. @throws IllegalStateException when it cannot */
    private void show(State next, Command command) {
        Projects all = next.projects();
        // What was agreed for the whole board changes every card.
        boolean whole = all.settings().seq() != state.projects().settings().seq();
        Map<ProjectId, Project> changed = new HashMap<>(whole ? all.byId() : Map.of());
        if (command.project() != null) {
            changed.put(command.project(), all.byId().get(command.project()));
        }
        LocalDate today = LocalDate.ofInstant(command.at(), zone);
        Board board =
                Board.of(turn.head().epoch(), today, zone, rules, new Projects(all.seq(), all.settings(), changed));
        board.totals();
        if (!board.unshown().isEmpty()) {
            throw new IllegalStateException("it could not be shown: " + board.unshown());
        }
    }

    private Entry entry(State before, Command command, Update update) {
        long projectSeq = command.project() == null
                ? 0
                : before.projects()
                                .find(command.project())
                                .map(Project::projectSeq)
                                .orElse(0L)
                        + 1;
        return new Entry(
                before.seq() + 1,
                command.project(),
                projectSeq,
                at(command),
                command.who().author(),
                update);
    }

    private void accept(Command command, List<Entry> told, State after) {
        List<NewEntry> drafts = told.stream()
                .map(entry -> new NewEntry(entry.project(), entry.projectSeq(), entry.at(), entry.by(), entry.update()))
                .toList();
        units.add(new Append(command.ledgerKey(), command.fingerprint(), drafts));
        entries.addAll(told);
        used.put(command.ledgerKey(), new IdempotencyRecord(command.fingerprint(), told));
        state = after;
    }

    /** The ledger's time never goes back, whatever this node's clock says. */
    private Instant at(Command command) {
        Instant last = entries.isEmpty()
                ? turn.head().at()
                : entries.get(entries.size() - 1).at();
        return command.at().isBefore(last) ? last : command.at();
    }
}
