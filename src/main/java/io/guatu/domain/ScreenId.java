package io.guatu.domain;

/** The id of a wall display (大屏); also the {@code jti} of its token. */
public record ScreenId(String value) {
    /** @throws IllegalArgumentException when the value is not lower-case words joined by hyphens */
    public ScreenId {
        Slug.check("screen id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
