package io.guatu.domain;

/** The id of a contractor's access (授权); also the {@code jti} of its token. */
public record GrantId(String value) {
    /** @throws IllegalArgumentException when the value is not lower-case words joined by hyphens */
    public GrantId {
        Slug.check("grant id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
