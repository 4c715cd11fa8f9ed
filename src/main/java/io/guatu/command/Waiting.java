package io.guatu.command;

import io.vertx.core.Promise;

/** A command, and who waits for its verdict. */
record Waiting(Command command, Promise<Verdict> promise) {
    /** Nobody waits any more: it was told that the outcome is unknown. */
    boolean over() {
        return promise.future().isComplete();
    }
}
