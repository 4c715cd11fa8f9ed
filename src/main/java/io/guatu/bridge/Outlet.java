package io.guatu.bridge;

/**
 * The way out of one socket. Its own queue has no bound: a line that is full takes nothing more until everything written has
 * left for the network.
 */
interface Outlet {
    /** What may wait for one socket before frames are skipped; one frame more may be on its way. */
    int FULL = 256 * 1024;

    /** Writes it, however full. */
    void write(Message message);

    /** From more than {@link #FULL} waiting bytes on until all have left. */
    boolean full();

    /** Called each time when one that was full has drained. */
    void drained(Runnable handler);
}
