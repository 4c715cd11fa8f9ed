package io.guatu.bridge;

/** Why a message is refused. Its word and its code, as HTTP says it, travel; the contract of the bridge lists them. */
enum Denial {
    BAD_REQUEST(400),
    TOKEN_INVALID(401),
    PROJECT_ARCHIVED(401),
    NOT_IN_SCOPE(403),
    /** A line speaks for one subject. */
    LINE_OF_ANOTHER(403),
    UNKNOWN_PROJECT(404),
    /** What this node shows may be long over. */
    UNAVAILABLE(503);

    private final int code;

    Denial(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
