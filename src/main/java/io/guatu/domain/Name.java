package io.guatu.domain;

import java.util.Objects;

/** A name in the board's two languages. @param en null: it has none, and the Chinese one stands for it */
public record Name(String zh, String en) {
    public Name {
        zh = Visible.name(Objects.requireNonNull(zh));
        en = en == null ? null : Visible.name(en);
    }
}
