package io.guatu.photo;

/** The bytes are no picture that the board takes. */
public final class NotAPicture extends Exception {
    private static final long serialVersionUID = 1;

    private final Why why;

    public enum Why {
        /** Neither JPEG nor PNG nor WebP, or broken. */
        PHOTO_UNREADABLE,
        /** More pixels than any camera needs, or more memory than a decoder gets. */
        PHOTO_TOO_MANY_PIXELS,
        /** Decoding it takes longer than any camera's picture does. */
        PHOTO_TOO_COMPLEX
    }

    NotAPicture(Why why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    static NotAPicture unreadable() {
        return new NotAPicture(Why.PHOTO_UNREADABLE);
    }

    public Why why() {
        return why;
    }
}
