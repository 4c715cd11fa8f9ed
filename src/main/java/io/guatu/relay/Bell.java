package io.guatu.relay;

/** What tells a node that the ledger has news; it may be late, ring twice, or not at all. */
public interface Bell {
    /** From now on; rings at once, because what was said before is not repeated. */
    void listen();

    /** Whether it heard nothing for so long that it hears nothing any more. */
    boolean deaf();

    /** Milliseconds since it last heard anything, its own voice included; 0 where that is not known. */
    default long age() {
        return 0;
    }

    void close();
}
