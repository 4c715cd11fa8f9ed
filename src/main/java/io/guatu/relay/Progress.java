package io.guatu.relay;

/** How much of the ledger is folded by now. @param of how many entries it had when that began; 0: not known yet */
public record Progress(long folded, long of) {
    static final Progress NONE = new Progress(0, 0);
}
