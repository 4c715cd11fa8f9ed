package io.guatu.domain;

import java.util.Objects;

/** A name in the board's two languages. */
public record Name(String zh, String en) {
    public Name {
        zh = Visible.name(Objects.requireNonNull(zh));
        en = Visible.name(Objects.requireNonNull(en));
    }
}
