package io.guatu.command;

import io.guatu.board.Board;
import io.guatu.board.fold.Project;
import io.guatu.board.fold.Projects;
import io.guatu.domain.Entry;
import io.guatu.domain.ProjectId;
import io.guatu.domain.RuleSet;
import io.guatu.domain.Update;
import io.guatu.ledger.Draft;
import io.guatu.ledger.Key;
import io.guatu.ledger.Known;
import io.guatu.ledger.Turn;
import io.guatu.ledger.Unit;
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
final class Session {
    private final Turn turn;
    private final ZoneId zone;
    private final RuleSet rules;
    private final List<Unit> units = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Key, Known> used;
    private final List<Outcome> outcomes = new ArrayList<>();
    private Facts facts;

    /** Either a verdict, or the fault of a rule that threw: its own proposal fails, its neighbours do not. */
    record Outcome(Verdict verdict, RuntimeException fault) {}

    /** @param rules of the lamps until the ledger adopts others */
    Session(Facts seen, Turn turn, ZoneId zone, RuleSet rules) {
        this.turn = turn;
        this.zone = zone;
        this.rules = rules;
        this.used = new HashMap<>(turn.known());
        this.facts = seen.after(turn.unseen());
    }

    void judge(Proposal proposal) {
        try {
            outcomes.add(new Outcome(verdict(proposal), null));
        } catch (RuntimeException fault) {
            outcomes.add(new Outcome(null, fault));
        }
    }

    List<Unit> units() {
        return units;
    }

    List<Outcome> outcomes() {
        return outcomes;
    }

    /** What is true once this turn is committed. */
    Facts facts() {
        return facts;
    }

    private Verdict verdict(Proposal proposal) {
        Known known = used.get(proposal.ledgerKey());
        if (known != null) {
            return known.fingerprint().equals(proposal.fingerprint())
                    ? new Verdict.Accepted(known.entries(), true)
                    : new Verdict.Refused(Refusal.of(Refusal.Code.KEY_REUSED), 0);
        }
        // Who may not tell it learns nothing of where the project is.
        Optional<Refusal> moved =
                Rulebook.admit(facts, proposal, proposal.updates().get(0)).or(() -> Rulebook.expected(facts, proposal));
        if (moved.isPresent()) {
            return new Verdict.Refused(moved.get(), 0);
        }
        // Aside until all of it is judged: what is refused in the middle leaves nothing behind.
        Facts next = facts;
        List<Entry> told = new ArrayList<>();
        for (Update update : proposal.updates()) {
            Optional<Refusal> refusal = Rulebook.judge(next, proposal, update, zone);
            if (refusal.isPresent()) {
                return new Verdict.Refused(refusal.get(), told.size());
            }
            Entry entry = entry(next, proposal, Rulebook.complete(next, proposal, update));
            next = next.after(List.of(entry));
            told.add(entry);
        }
        show(next, proposal);
        accept(proposal, told, next);
        return new Verdict.Accepted(told, false);
    }

    /** What the board cannot show is never accepted. @throws IllegalStateException when it cannot */
    private void show(Facts next, Proposal proposal) {
        Projects all = next.projects();
        // What was agreed for the whole board changes every card.
        boolean whole = all.charter().seq() != facts.projects().charter().seq();
        Map<ProjectId, Project> changed = new HashMap<>(whole ? all.byId() : Map.of());
        if (proposal.project() != null) {
            changed.put(proposal.project(), all.byId().get(proposal.project()));
        }
        LocalDate today = LocalDate.ofInstant(proposal.at(), zone);
        Board board =
                Board.of(turn.head().epoch(), today, zone, rules, new Projects(all.seq(), all.charter(), changed));
        board.totals();
        if (!board.unshown().isEmpty()) {
            throw new IllegalStateException("it could not be shown: " + board.unshown());
        }
    }

    private Entry entry(Facts before, Proposal proposal, Update update) {
        long projectSeq = proposal.project() == null
                ? 0
                : before.projects()
                                .find(proposal.project())
                                .map(Project::projectSeq)
                                .orElse(0L)
                        + 1;
        return new Entry(
                before.seq() + 1,
                proposal.project(),
                projectSeq,
                at(proposal),
                proposal.who().author(),
                update);
    }

    private void accept(Proposal proposal, List<Entry> told, Facts after) {
        List<Draft> drafts = told.stream()
                .map(entry -> new Draft(entry.project(), entry.projectSeq(), entry.at(), entry.by(), entry.update()))
                .toList();
        units.add(new Unit(proposal.ledgerKey(), proposal.fingerprint(), drafts));
        entries.addAll(told);
        used.put(proposal.ledgerKey(), new Known(proposal.fingerprint(), told));
        facts = after;
    }

    /** The ledger's time never goes back, whatever this node's clock says. */
    private Instant at(Proposal proposal) {
        Instant last = entries.isEmpty()
                ? turn.head().at()
                : entries.get(entries.size() - 1).at();
        return proposal.at().isBefore(last) ? last : proposal.at();
    }
}
