package io.guatu.board.fold;

import io.guatu.domain.Entry;
import io.guatu.domain.InvestmentUpdate.ContractSigned;
import io.guatu.domain.InvestmentUpdate.ContractVaried;
import io.guatu.domain.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A project's contracts by their numbers, the one told first before the others. */
public record Contracts(Map<String, Contract> byNumber) {
    static final Contracts NONE = new Contracts(Map.of());

    public Contracts {
        byNumber = Collections.unmodifiableMap(byNumber);
    }

    /** @param varied in the order in which it was told */
    public record Contract(ContractSigned signed, List<ContractVaried> varied) {
        public Contract {
            varied = List.copyOf(varied);
        }

        /** What it is worth now. */
        public Money amount() {
            return amountBefore(varied.size());
        }

        /** What it was worth before so many of its variations. */
        public Money amountBefore(int variation) {
            return variation == 0 ? signed.amount() : varied.get(variation - 1).amount();
        }

        private Contract with(ContractVaried more) {
            List<ContractVaried> all = new ArrayList<>(varied);
            all.add(more);
            return new Contract(signed, all);
        }
    }

    Contracts after(Entry entry) {
        if (entry.update() instanceof ContractSigned signed) {
            Contract known = byNumber.get(signed.number());
            return with(signed.number(), new Contract(signed, known == null ? List.of() : known.varied()));
        }
        if (entry.update() instanceof ContractVaried varied) {
            return with(varied.number(), byNumber.get(varied.number()).with(varied));
        }
        return this;
    }

    private Contracts with(String number, Contract contract) {
        Map<String, Contract> next = new LinkedHashMap<>(byNumber);
        next.put(number, contract);
        return new Contracts(next);
    }
}
