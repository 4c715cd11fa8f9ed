package io.guatu.domain;

import java.util.Objects;

/**
 * Who said it, as it was then. {@code id} is a person's login name or a grant's id; {@code company} is set for
 * contractors only.
 *
 * @param companyId who the company is; null where nobody looked it up: then it is the first of its name
 */
public record Author(String id, Role role, String name, String company, CompanyId companyId) {
    /** The program itself: it opens the board and adds the first account. */
    public static final Author SYSTEM = new Author("system", Role.SYSTEM, "挂图", null);

    public Author {
        Objects.requireNonNull(id);
        Objects.requireNonNull(role);
        Objects.requireNonNull(name);
    }

    /** As an entry holds it: whose company it is, its grant says. */
    public Author(String id, Role role, String name, String company) {
        this(id, role, name, company, null);
    }

    public Author of(CompanyId known) {
        return new Author(id, role, name, company, known);
    }

    /** For whom it speaks, within one project: a person, or a company, whose every extension is another grant. */
    public String side() {
        return role == Role.CONTRACTOR ? "company " + whose() : id;
    }

    /** Who a contractor's company is. */
    public CompanyId whose() {
        return companyId == null ? CompanyId.named(company) : companyId;
    }

    public boolean sameSide(Author other) {
        boolean both = (role == Role.CONTRACTOR) == (other.role == Role.CONTRACTOR);
        return both && (role == Role.CONTRACTOR ? whose().equals(other.whose()) : id.equals(other.id));
    }
}
