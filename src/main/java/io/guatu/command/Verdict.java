package io.guatu.command;

import io.guatu.domain.Entry;

/** What became of a proposal. */
public sealed interface Verdict {
    /** It is in the ledger and on disk; {@code repeated} when it already was, by the same key. */
    record Accepted(Entry entry, boolean repeated) implements Verdict {}

    record Refused(Refusal refusal) implements Verdict {}
}
