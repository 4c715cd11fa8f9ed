package io.guatu.domain;

import java.util.Objects;

/**
 * Who said it, as it was then. {@code id} is a person's login name or a grant's id; {@code company} is set for
 * contractors only.
 */
public record Author(String id, Role role, String name, String company) {
    /** The program itself: it opens the board and adds the first account. */
    public static final Author SYSTEM = new Author("system", Role.SYSTEM, "挂图", null);

    public Author {
        Objects.requireNonNull(id);
        Objects.requireNonNull(role);
        Objects.requireNonNull(name);
    }
}
