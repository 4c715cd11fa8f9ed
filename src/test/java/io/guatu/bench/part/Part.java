package io.guatu.bench.part;

import io.guatu.bench.peer.Workshop;

/** One question that the bench answers by measuring. It fails if anything was lost on the way: a figure is of what arrived. */
public interface Part {
    Found measure(Workshop workshop) throws Exception;

    /** How much of the bench's time it should get, beside the other parts. */
    default int share() {
        return 2;
    }
}
