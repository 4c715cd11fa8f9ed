package io.guatu.ledger.archive;

import java.io.IOException;

/** What the archive says cannot be taken in here; its message is a sentence. Nothing was changed. */
public final class Refused extends IOException {
    private static final long serialVersionUID = 1;

    public Refused(String sentence) {
        super(sentence);
    }
}
