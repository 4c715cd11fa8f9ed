package io.guatu.command;

import java.util.Map;

/** Why the board was not told: a code, whose sentences are in the text files, with the sentence's parameters. */
public record Refusal(Code code, Map<String, String> parameters) {
    public Refusal {
        parameters = Map.copyOf(parameters);
    }

    static Refusal of(Code code) {
        return new Refusal(code, Map.of());
    }

    static Refusal of(Code code, String name, Object value) {
        return new Refusal(code, Map.of(name, String.valueOf(value)));
    }

    /** Each with the HTTP status that says the same. */
    public enum Code {
        ACCESS_ENDED(401),
        NOT_IN_SCOPE(403),
        MILESTONE_NOT_GRANTED(403),
        UNKNOWN_PROJECT(404),
        UNKNOWN_GRANT(404),
        UNKNOWN_SCREEN(404),
        PROJECT_EXISTS(409),
        MILESTONE_EXISTS(409),
        REPORT_NOT_PENDING(409),
        ALREADY_REVOKED(409),
        ALREADY_ISSUED(409),
        KEY_REUSED(422),
        UNKNOWN_MILESTONE(422),
        WEIGHTS_OVER_100(422),
        FINISH_BEFORE_START(422),
        DOWN_WITHOUT_NOTE(422),
        AS_OF_IN_FUTURE(422),
        FORECAST_BEFORE_AS_OF(422),
        UNTIL_IN_PAST(422),
        ROLE_NOT_FOR_PEOPLE(422);

        private final int status;

        Code(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }
}
