package io.guatu.domain;

/** The login name of a person (office, manager or leader). */
public record PersonId(String value) {
    /** @throws IllegalArgumentException when the value is not lower-case words joined by hyphens */
    public PersonId {
        Slug.check("person id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
