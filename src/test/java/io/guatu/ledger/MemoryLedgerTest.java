package io.guatu.ledger;

/** The contract, kept in a list. */
class MemoryLedgerTest extends LedgerContract {
    private final MemoryLedger ledger = new MemoryLedger();

    @Override
    protected Ledger empty() {
        return ledger;
    }

    @Override
    protected EntrySearch search() {
        return ledger;
    }
}
