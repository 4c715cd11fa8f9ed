package io.guatu.board;

import java.util.Objects;

/** How one field is different: what was there and what is there now. A side that there was not is null. */
public record Difference<T>(T from, T to) {
    /** Null where nothing changed. */
    static <T> Difference<T> of(T from, T to) {
        return Objects.equals(from, to) ? null : new Difference<>(from, to);
    }
}
