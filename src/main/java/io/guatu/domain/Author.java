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

    /** For whom it speaks, within one project: a person, or a company, whose every extension is another grant. */
    public String side() {
        return role == Role.CONTRACTOR ? "company " + company : id;
    }

    public boolean sameSide(Author other) {
        return side().equals(other.side());
    }
}
