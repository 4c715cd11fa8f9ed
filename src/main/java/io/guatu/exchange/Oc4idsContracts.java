package io.guatu.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guatu.board.fold.Contracts.Contract;
import io.guatu.domain.InvestmentUpdate.ContractSigned;
import io.guatu.domain.InvestmentUpdate.ContractVaried;
import io.guatu.domain.Money;
import io.guatu.sheet.Oc4idsWords;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * A project's contracts as contracting processes. The standard has no day of a contract's signing: it is a milestone of the
 * process that was met. No OCDS releases are published, so none are linked.
 */
record Oc4idsContracts(ZoneId zone, Function<Money, ObjectNode> value) {

    /** With their suppliers among the parties, as who is named must be. */
    void into(ObjectNode project, Collection<Contract> contracts) {
        List<String> suppliers = new ArrayList<>();
        ArrayNode processes = project.putArray("contractingProcesses");
        for (Contract contract : contracts) {
            String party = contract.signed().party();
            if (!suppliers.contains(party)) {
                suppliers.add(party);
                project.withArray("/parties")
                        .addObject()
                        .put("id", id(suppliers, party))
                        .put("name", party)
                        .putArray("roles")
                        .add(Oc4idsWords.SUPPLIER);
            }
            process(processes.addObject(), contract, id(suppliers, party));
        }
    }

    private static String id(List<String> suppliers, String party) {
        return "supplier-" + (suppliers.indexOf(party) + 1);
    }

    private void process(ObjectNode process, Contract contract, String supplier) {
        ContractSigned signed = contract.signed();
        ObjectNode summary = process.put("id", signed.number()).putObject("summary");
        summary.put("externalReference", signed.number());
        summary.put("title", signed.title());
        summary.putArray("suppliers").addObject().put("id", supplier).put("name", signed.party());
        summary.set("contractValue", value.apply(signed.amount()));
        summary.putArray("milestones")
                .addObject()
                .put("id", Oc4idsWords.SIGNED)
                .put("title", "Contract signed")
                .put("status", "met")
                .put("dateMet", Oc4idsWords.begin(signed.on(), zone));
        ArrayNode modifications = summary.putArray("modifications");
        for (int i = 0; i < contract.varied().size(); i++) {
            ContractVaried varied = contract.varied().get(i);
            ObjectNode modification = modifications.addObject();
            modification.put("id", String.valueOf(i + 1));
            modification.put("date", Oc4idsWords.begin(varied.on(), zone));
            modification.put("rationale", varied.reason());
            modification.set("oldContractValue", value.apply(contract.amountBefore(i)));
            modification.set("newContractValue", value.apply(varied.amount()));
        }
        if (modifications.isEmpty()) {
            summary.remove("modifications");
        }
    }
}
