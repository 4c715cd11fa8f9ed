package io.guatu.board;

import io.guatu.domain.RuleSet;
import io.guatu.ledger.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The rule sets that ship. */
public final class Sets {
    private Sets() {}

    public static RuleSet named(String id) {
        try {
            return Json.read(Files.readString(Path.of("seeds/rules/" + id + ".json")), RuleSet.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
