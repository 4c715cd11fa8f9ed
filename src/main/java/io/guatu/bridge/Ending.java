package io.guatu.bridge;

/** Why a line is closed; the reason of its close frame, whose code says what to do: the contract of the bridge lists both. */
enum Ending {
    NO_TOKEN(Ending.NO_ACCESS),
    TOKEN_EXPIRED(Ending.NO_ACCESS),
    TOKEN_REVOKED(Ending.NO_ACCESS),
    PROJECT_ARCHIVED(Ending.NO_ACCESS),
    /** Nothing that was sent has arrived, or nobody says that it has. */
    TAKES_NOTHING(4408),
    /** It says far more than a viewer has to. */
    FLOODING(4429),
    /** Its address has too many lines without a token. */
    TOO_MANY(4429);

    /** Or no more. */
    private static final int NO_ACCESS = 4401;

    private final int code;

    Ending(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
