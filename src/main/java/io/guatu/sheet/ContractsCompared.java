package io.guatu.sheet;

import io.guatu.board.fold.Contracts;
import io.guatu.board.fold.Contracts.Contract;
import io.guatu.domain.InvestmentUpdate.ContractSigned;
import io.guatu.domain.InvestmentUpdate.ContractVaried;
import io.guatu.domain.Money;
import io.guatu.domain.Update;
import io.guatu.sheet.Proposal.Change;
import java.util.ArrayList;
import java.util.List;

/** Contracts beside those that the board knows: what is new of them. */
final class ContractsCompared {
    private final Contracts known;
    private final String reason;
    private final List<Change> changes = new ArrayList<>();
    private final List<Update> updates = new ArrayList<>();
    private boolean needsReason;

    /** @param known null: of a project that is new */
    ContractsCompared(List<ListedContract> listed, Contracts known, String reason) {
        this.known = known;
        this.reason = reason;
        listed.forEach(this::compare);
    }

    List<Change> changes() {
        return changes;
    }

    List<Update> updates() {
        return updates;
    }

    boolean needsReason() {
        return needsReason;
    }

    private void compare(ListedContract listed) {
        ContractSigned is = listed.signed();
        Contract was = known == null ? null : known.byNumber().get(is.number());
        if (was == null || !is.equals(plain(was.signed()))) {
            needsReason |= was != null;
            Money before = was == null ? null : was.signed().amount();
            changes.add(new Change(Field.CONTRACT, before, is.amount(), listed.place(), is.number()));
            updates.add(new ContractSigned(
                    is.number(), is.title(), is.party(), is.amount(), is.on(), was == null ? null : reason));
        }
        varied(listed, was == null ? List.of() : was.varied(), was == null ? is.amount() : was.amount());
    }

    /** Variations follow one another: a file that tells those that are known otherwise goes on from none of them. */
    private void varied(ListedContract listed, List<ContractVaried> told, Money amount) {
        List<ContractVaried> all = listed.varied();
        if (told.size() > all.size() || !told.equals(all.subList(0, told.size()))) {
            return;
        }
        Money worth = amount;
        for (ContractVaried each : all.subList(told.size(), all.size())) {
            if (!each.amount().equals(worth)) {
                changes.add(new Change(Field.CONTRACT, worth, each.amount(), listed.place(), each.number()));
                updates.add(each);
                worth = each.amount();
            }
        }
    }

    /** Without why it was corrected, which no file says. */
    private static ContractSigned plain(ContractSigned signed) {
        return new ContractSigned(signed.number(), signed.title(), signed.party(), signed.amount(), signed.on(), null);
    }
}
