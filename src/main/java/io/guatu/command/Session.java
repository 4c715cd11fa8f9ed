package io.guatu.command;

import io.guatu.domain.Entry;
import io.guatu.ledger.Draft;
import io.guatu.ledger.Key;
import io.guatu.ledger.Known;
import io.guatu.ledger.Turn;
import java.time.Instant;
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
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Key, Known> used;
    private final List<Outcome> outcomes = new ArrayList<>();
    private Facts facts;

    /** Either a verdict, or the fault of a rule that threw: its own proposal fails, its neighbours do not. */
    record Outcome(Verdict verdict, RuntimeException fault) {}

    Session(Facts seen, Turn turn, ZoneId zone) {
        this.turn = turn;
        this.zone = zone;
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

    List<Draft> drafts() {
        return drafts;
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
                    ? new Verdict.Accepted(known.entry(), true)
                    : new Verdict.Refused(Refusal.of(Refusal.Code.KEY_REUSED));
        }
        Optional<Refusal> refusal = Rulebook.judge(facts, proposal, zone);
        if (refusal.isPresent()) {
            return new Verdict.Refused(refusal.get());
        }
        return new Verdict.Accepted(append(proposal), false);
    }

    private Entry append(Proposal proposal) {
        long projectSeq = proposal.project() == null
                ? 0
                : facts.projects()
                                .find(proposal.project())
                                .map(project -> project.projectSeq())
                                .orElse(0L)
                        + 1;
        Draft draft = new Draft(
                proposal.ledgerKey(),
                proposal.fingerprint(),
                proposal.project(),
                projectSeq,
                at(proposal),
                proposal.who().author(),
                Rulebook.complete(facts, proposal));
        Entry entry = new Entry(facts.seq() + 1, draft.project(), projectSeq, draft.at(), draft.by(), draft.update());
        facts = facts.after(List.of(entry));
        drafts.add(draft);
        entries.add(entry);
        used.put(draft.key(), new Known(draft.fingerprint(), entry));
        return entry;
    }

    /** The ledger's time never goes back, whatever this node's clock says. */
    private Instant at(Proposal proposal) {
        Instant last = entries.isEmpty()
                ? turn.head().at()
                : entries.get(entries.size() - 1).at();
        return proposal.at().isBefore(last) ? last : proposal.at();
    }
}
