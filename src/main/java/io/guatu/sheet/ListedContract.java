package io.guatu.sheet;

import io.guatu.domain.InvestmentUpdate.ContractSigned;
import io.guatu.domain.InvestmentUpdate.ContractVaried;
import java.util.List;

/**
 * A contract as a file has it.
 *
 * @param varied in the order of the file
 * @param place where it stands
 */
record ListedContract(ContractSigned signed, List<ContractVaried> varied, String place) {
    ListedContract {
        varied = List.copyOf(varied);
    }
}
