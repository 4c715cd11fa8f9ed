package io.guatu.ledger.archive;

import java.util.Map;

/** The last member of an archive. @param sha256 of all before it @param rows of each table */
record End(String sha256, Map<String, Long> rows) {
    static final String NAME = "end.json";

    End {
        rows = Map.copyOf(rows);
    }
}
