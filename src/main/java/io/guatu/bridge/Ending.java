package io.guatu.bridge;

/** Why a line is closed; the reason of its close frame. */
enum Ending {
    NO_TOKEN,
    TOKEN_EXPIRED,
    TOKEN_REVOKED,
    PROJECT_ARCHIVED;

    /** No access, or no more. */
    static final int CODE = 4401;
}
