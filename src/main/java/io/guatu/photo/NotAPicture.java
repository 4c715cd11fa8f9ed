package io.guatu.photo;

/** The bytes are no picture that the board takes. */
public final class NotAPicture extends Exception {
    private static final long serialVersionUID = 1;

    private final Why why;

    public enum Why {
        /** Neither JPEG nor PNG nor WebP, or broken. */
        PHOTO_UNREADABLE,
        /** More pixels than any camera needs. */
        PHOTO_TOO_MANY_PIXELS
    }

    NotAPicture(Why why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
