package io.guatu.sheet;

import io.guatu.domain.InvestmentUpdate.ContractSigned;
import io.guatu.domain.InvestmentUpdate.ContractVaried;
import io.guatu.domain.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The contracts of a project in OC4IDS: those of which all is said that the board asks of a contract, and the day on which it was
 * signed, which the standard has no member for. Of another process nothing is taken, so that it is named as left.
 */
record Oc4idsContracts(Taking json, Oc4idsValues values) {
    private static final int LONGEST_NUMBER = 60;
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_PARTY = 80;
    private static final int LONGEST_REASON = 2000;

    List<ListedContract> all() {
        List<ListedContract> all = new ArrayList<>();
        for (int i = 0; i < json.size("/contractingProcesses"); i++) {
            contract("/contractingProcesses/" + i).ifPresent(all::add);
        }
        return all;
    }

    private Optional<ListedContract> contract(String at) {
        String summary = at + "/summary";
        int signed = signed(summary);
        if (signed < 0
                || json.size(summary + "/suppliers") != 1
                || !said(summary + "/externalReference", LONGEST_NUMBER)
                || !said(summary + "/title", LONGEST_TITLE)
                || !said(summary + "/suppliers/0/name", LONGEST_PARTY)) {
            return Optional.empty();
        }
        String milestone = summary + "/milestones/" + signed;
        json.take(milestone + "/id");
        json.take(milestone + "/title");
        json.take(milestone + "/status");
        Optional<LocalDate> on = happened(milestone + "/dateMet");
        Optional<Money> amount = values.money(summary + "/contractValue");
        if (on.isEmpty() || amount.isEmpty()) {
            return Optional.empty();
        }
        json.take(at + "/id");
        json.take(summary + "/suppliers/0/id");
        String number = line(summary + "/externalReference");
        String party = line(summary + "/suppliers/0/name");
        supplier(party);
        return Optional.of(new ListedContract(
                new ContractSigned(number, line(summary + "/title"), party, amount.get(), on.get(), null),
                varied(summary, number),
                json.place(at)));
    }

    private List<ContractVaried> varied(String summary, String number) {
        List<ContractVaried> varied = new ArrayList<>();
        for (int i = 0; i < json.size(summary + "/modifications"); i++) {
            String at = summary + "/modifications/" + i;
            json.take(at + "/id");
            json.take(at + "/oldContractValue/amount");
            json.take(at + "/oldContractValue/currency");
            Optional<LocalDate> on = happened(at + "/date");
            Optional<Money> amount = values.money(at + "/newContractValue");
            if (on.isPresent() && amount.isPresent() && said(at + "/rationale", LONGEST_REASON)) {
                varied.add(new ContractVaried(number, amount.get(), on.get(), line(at + "/rationale")));
            }
        }
        return varied;
    }

    private int signed(String summary) {
        for (int i = 0; i < json.size(summary + "/milestones"); i++) {
            if (json.look(summary + "/milestones/" + i + "/id").asText().equals(Oc4idsWords.SIGNED)) {
                return i;
            }
        }
        return -1;
    }

    private Optional<LocalDate> happened(String pointer) {
        Optional<LocalDate> day = values.day(pointer);
        if (day.isPresent() && day.get().isAfter(values.present().today())) {
            json.fault(pointer, "future");
            return Optional.empty();
        }
        return day;
    }

    private boolean said(String pointer, int most) {
        String text = json.look(pointer).asText().strip();
        return json.look(pointer).isTextual() && !text.isEmpty() && text.length() <= most;
    }

    private String line(String pointer) {
        return json.text(pointer).orElseThrow().replaceAll("\\s*\\R\\s*", " ").replaceAll("\\p{Cf}", "");
    }

    /** Who is named here is named among the parties too. */
    private void supplier(String name) {
        for (int i = 0; i < json.size("/parties"); i++) {
            String at = "/parties/" + i;
            if (json.look(at + "/name").asText().equals(name)
                    && json.size(at + "/roles") == 1
                    && json.look(at + "/roles/0").asText().equals(Oc4idsWords.SUPPLIER)) {
                json.take(at + "/id");
                json.take(at + "/name");
                json.take(at + "/roles/0");
            }
        }
    }
}
