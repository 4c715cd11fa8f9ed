package io.guatu.report;

/** There is nothing of which the paper could be made: no such directive, no notice for the hazard. */
public final class Unwritten extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unwritten() {
        super("no such item", null, false, false);
    }
}
