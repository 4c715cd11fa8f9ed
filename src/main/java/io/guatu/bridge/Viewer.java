package io.guatu.bridge;

/** Where the frames of an address go: a line that may be full. */
interface Viewer {
    /** Too much waits to go out, until all of it has left. */
    boolean full();

    /** Writes a message that stays its maker's. */
    void pass(Message message);

    /** Takes the message over: whoever gets it releases it. */
    void write(Message message);
}
