package io.guatu.domain;

/** The id of a photo: the first half of the SHA-256 of the bytes as they were sent, in hex. */
public record PhotoId(String value) {
    /** @throws IllegalArgumentException when the value is not lower-case words joined by hyphens */
    public PhotoId {
        Slug.check("photo id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
