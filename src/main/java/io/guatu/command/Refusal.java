package io.guatu.command;

import java.util.Map;
import java.util.Optional;

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

    /** No objection. */
    static Optional<Refusal> none() {
        return Optional.empty();
    }

    static Optional<Refusal> because(Code code) {
        return Optional.of(of(code));
    }

    static Optional<Refusal> because(Code code, String name, Object value) {
        return Optional.of(of(code, name, value));
    }

    static Optional<Refusal> when(boolean bad, Code code) {
        return bad ? because(code) : none();
    }

    /** Each with the HTTP status that says the same. */
    public enum Code {
        ACCESS_ENDED(401),
        NOT_IN_SCOPE(403),
        MILESTONE_NOT_GRANTED(403),
        SAME_PERSON_RECHECKS(403),
        LINK_HOLDER_RECHECKS(403),
        NOT_YOUR_NOTICE(403),
        NOT_YOUR_DIRECTIVE(403),
        FIX_NOT_YOURS_TO_CLOSE(403),
        IMPORT_IS_FOR_THE_OFFICE(403),
        UNKNOWN_PROJECT(404),
        UNKNOWN_GRANT(404),
        UNKNOWN_SCREEN(404),
        UNKNOWN_PERSON(404),
        PROJECT_EXISTS(409),
        PERSON_EXISTS(409),
        PROJECT_ARCHIVED(409),
        PROJECT_NOT_ARCHIVED(409),
        ALREADY_SUSPENDED(409),
        NOT_SUSPENDED(409),
        ALREADY_THERE(409),
        ID_USED(409),
        NAME_USED(409),
        NAME_RESERVED(422),
        MOVED_MEANWHILE(409),
        MILESTONE_EXISTS(409),
        REPORT_NOT_PENDING(409),
        REPORT_OVERTAKEN(409),
        BLOCKER_NOT_OPEN(409),
        HAZARD_NOT_OPEN(409),
        HAZARD_HAS_NOTICE(409),
        MAJOR_NEEDS_NOTICE(409),
        STILL_OPEN_IN_IT(409),
        HAZARD_NOT_WAITING(409),
        HAZARD_NOT_RECTIFIED(409),
        NOTICE_NUMBER_USED(409),
        DIRECTIVE_NOT_OPEN(409),
        DIRECTIVE_NOT_ANSWERED(409),
        ALREADY_REVOKED(409),
        ALREADY_ISSUED(409),
        ALREADY_DISABLED(409),
        NOT_DISABLED(409),
        OWN_ACCOUNT(409),
        KEY_REUSED(422),
        UNKNOWN_MILESTONE(422),
        UNKNOWN_PHOTO(422),
        UNKNOWN_ENTRY(422),
        WEIGHTS_OVER_100(422),
        WEIGHTS_NOT_100(422),
        MILESTONE_TWICE(422),
        NO_BASELINE(422),
        UNKNOWN_DEPENDENCY(422),
        DEPENDENCY_CYCLE(422),
        FINISH_BEFORE_START(422),
        DOWN_WITHOUT_NOTE(422),
        AS_OF_IN_FUTURE(422),
        AS_OF_TOO_EARLY(422),
        LANDMARKS_UNORDERED(422),
        FORECAST_BEFORE_AS_OF(422),
        FORECAST_IN_PAST(422),
        FORECAST_UNCHANGED(422),
        FORECAST_OF_DONE(422),
        MILESTONE_FINISHED(422),
        CAUSE_MISSING(422),
        CAUSE_NEEDS_NOTE(422),
        REASON_MISSING(422),
        APPROVAL_MISSING(422),
        APPROVER_UNKNOWN(422),
        OWN_APPROVAL(422),
        DAY_BOTH_OFF_AND_ON(422),
        PROMISE_IN_PAST(422),
        LEVEL_NOT_HIGHER(422),
        RELOCATION_UNORDERED(422),
        DEADLINE_IN_PAST(422),
        CORRECTION_WITHOUT_NOTE(422),
        MONTH_IN_FUTURE(422),
        AMOUNT_TOO_LARGE(422),
        NOTHING_TOLD(422),
        THRESHOLDS_UNORDERED(422),
        WRONG_YEAR(422),
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
