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

    /**
     * Whether both speak for the same, within one project: the same person, or the same company, whose every extension is
     * another grant.
     */
    public boolean sameSide(Author other) {
        return role == other.role
                && (role == Role.CONTRACTOR ? Objects.equals(company, other.company) : id.equals(other.id));
    }
}
