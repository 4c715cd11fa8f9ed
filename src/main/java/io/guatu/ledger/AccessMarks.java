package io.guatu.ledger;

import java.util.Optional;

/** Marks what is written into the access log by a key that the database does not know. */
public interface AccessMarks {
    /** The name of the key that marks now. */
    String kid();

    /** Empty when there is no such key any more. */
    Optional<String> mark(String kid, String text);
}
