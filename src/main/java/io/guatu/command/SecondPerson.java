package io.guatu.command;

import static io.guatu.command.Refusal.Code.LINK_HOLDER_RECHECKS;
import static io.guatu.command.Refusal.Code.SAME_PERSON_RECHECKS;

import io.guatu.access.Roster;
import io.guatu.domain.Author;
import io.guatu.domain.GrantId;
import java.util.Optional;
import java.util.Set;

/**
 * Whoever holds the means to act as another is no second person beside it. A contractor's link is shown to who gives it out, and
 * again to who asks for it: either may have spoken with it, and nobody could tell. So what was done with a link is judged by
 * somebody else, whatever the link's end, and whenever it was shown: what was sent back is done again.
 *
 * <p>It is the link that counts, not its company: who holds another of the company's links cannot have written this entry.
 * Passwords are no such means: a first one or one that the office set anew is good for one log-in, and has to be changed in it;
 * who takes it locks its owner out, and both stand in the ledger.
 *
 * <p>Progress asks for no second person: a manager may report it alone, in the own name, and then it counts at once; with a
 * contractor's link nothing is gained that the manager could not say without it. Verifying stays with who gave out the link.
 */
final class SecondPerson {
    private SecondPerson() {}

    /** @param doers the ids of all who had a hand in what is to be judged: people, or grants */
    static Optional<Refusal> judge(Roster roster, Author judge, Set<String> doers) {
        if (doers.contains(judge.id())) {
            return Refusal.because(SAME_PERSON_RECHECKS);
        }
        return Refusal.when(
                doers.stream()
                        .map(id -> roster.grants().get(new GrantId(id)))
                        .anyMatch(grant -> grant != null && grant.heldBy(judge)),
                LINK_HOLDER_RECHECKS);
    }
}
