package io.guatu.domain;

/** The id of a form that an office upward asks for. */
public record FormId(String value) {
    /** @throws IllegalArgumentException when the value is not lower-case words joined by hyphens */
    public FormId {
        Slug.check("form id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
