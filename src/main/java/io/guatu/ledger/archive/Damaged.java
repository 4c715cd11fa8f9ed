package io.guatu.ledger.archive;

import java.io.IOException;

/** A file that is no archive, or not the one that was written; its message is a sentence for the person at the terminal. */
public final class Damaged extends IOException {
    private static final long serialVersionUID = 1;

    Damaged(String sentence) {
        super(sentence);
    }

    Damaged(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
