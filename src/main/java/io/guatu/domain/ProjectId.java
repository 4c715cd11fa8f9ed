package io.guatu.domain;

/** The id of a project (项目), as {@code hefan-underpass}. */
public record ProjectId(String value) {
    /** @throws IllegalArgumentException when the value is not lower-case words joined by hyphens */
    public ProjectId {
        Slug.check("project id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
