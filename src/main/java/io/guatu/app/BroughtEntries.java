package io.guatu.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import io.guatu.domain.Entry;
import io.guatu.domain.Role;
import io.guatu.http.contract.Contract;
import io.guatu.http.contract.Schemas;
import io.guatu.ledger.ChainLinks.Sealed;
import io.guatu.ledger.Json;
import io.guatu.ledger.Page;
import io.guatu.ledger.Seal;
import io.guatu.ledger.archive.Measure;
import io.guatu.ledger.archive.Refused;
import io.guatu.state.State;
import io.guatu.state.Understood;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What another board wrote, before this one takes it in: each update has what the contract requires of its kind, and all of them
 * can be folded. Sealed is not sensible: who seals need not be a program of ours.
 */
final class BroughtEntries implements Measure {
    private static final int PAGE = 1_000;
    private static final String REQUIRED = "required";
    /** People give one; the program that begins a board has none to give. */
    private static final String REASON = "reason";

    private final Map<String, Schema> kinds = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Seal> seals = new ArrayList<>();
    private State state = State.begin(new UUID(0, 0));

    BroughtEntries() {
        JsonNode contract = Contract.json(new Contract().text());
        Schemas schemas = new Schemas(contract);
        for (String family : List.of("Update", "BoardUpdate")) {
            contract.at("/components/schemas/" + family + "/discriminator/mapping")
                    .fieldNames()
                    .forEachRemaining(kind -> kinds.put(kind, schemas.at("components", "schemas", family)));
        }
    }

    @Override
    public void take(Sealed row, Entry entry) throws Refused {
        // As it is stored: a number that is not there is read as zero.
        JsonNode update = Json.read(row.body(), JsonNode.class);
        Schema schema = kinds.get(row.kind());
        for (Error fault : schema == null ? List.<Error>of() : schema.validate(update)) {
            boolean unreasoned = entry.by().role() == Role.SYSTEM && REASON.equals(fault.getProperty());
            if (REQUIRED.equals(fault.getKeyword()) && !unreasoned) {
                throw new Refused("The ledger in it is broken: entry " + row.seq() + " is of the kind " + row.kind()
                        + " and has no \"" + fault.getProperty() + "\".");
            }
        }
        entries.add(entry);
        seals.add(new Seal(row.seal()));
        if (entries.size() == PAGE) {
            end();
        }
    }

    /** Folds what came since. */
    @Override
    public void end() throws Refused {
        Understood after = Understood.of(state, new Page(state.head().seal(), entries, seals), state.head());
        if (after.end() != null) {
            throw new Refused("The ledger in it is broken: " + after.end().getMessage() + " ("
                    + after.end().why() + ").");
        }
        state = after.state();
        entries.clear();
        seals.clear();
    }
}
