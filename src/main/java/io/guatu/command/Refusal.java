package io.guatu.command;

import io.guatu.domain.Update;
import java.util.Arrays;
import java.util.List;
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
        MILESTONE_NOT_GRANTED(403, "milestone", "milestones"),
        SAME_PERSON_RECHECKS(403, "passed"),
        LINK_HOLDER_RECHECKS(403, "passed"),
        NOT_YOUR_NOTICE(403),
        NOT_YOUR_DIRECTIVE(403),
        FIX_NOT_YOURS_TO_CLOSE(403),
        IMPORT_IS_FOR_THE_OFFICE(403),
        DUTIES_APART(403),
        UNKNOWN_PROJECT(404),
        UNKNOWN_GRANT(404),
        UNKNOWN_SCREEN(404),
        UNKNOWN_PERSON(404),
        PROJECT_EXISTS(409),
        PERSON_EXISTS(409, "person"),
        PROJECT_ARCHIVED(409),
        PROJECT_NOT_ARCHIVED(409),
        ALREADY_SUSPENDED(409),
        NOT_SUSPENDED(409),
        ALREADY_THERE(409, "stage", "weighting", "year", "address", "hash"),
        NOTHING_NEW(409, "percent"),
        ID_USED(409),
        NAME_USED(409),
        TEMPLATE_NAME_USED(409),
        FORM_NAME_USED(409, "name"),
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
        NOTICE_NUMBER_USED(409, "number"),
        DIRECTIVE_NOT_OPEN(409),
        DIRECTIVE_NOT_ANSWERED(409),
        ALREADY_REVOKED(409),
        ALREADY_ISSUED(409),
        ALREADY_DISABLED(409),
        NOT_DISABLED(409),
        OWN_ACCOUNT(409),
        KEY_REUSED(422),
        UNKNOWN_MILESTONE(422, "milestone", "milestones"),
        QUANTITY_UNPLANNED(422, "done"),
        PERCENT_OR_QUANTITY(422, "percent"),
        UNKNOWN_PHOTO(422, "photos"),
        UNKNOWN_ENTRY(422),
        WEIGHTS_OVER_100(422),
        WEIGHTS_NOT_100(422),
        MILESTONE_TWICE(422),
        SHARES_UNORDERED(422),
        SPAN_NOT_FILLED(422),
        NO_BASELINE(422),
        UNKNOWN_DEPENDENCY(422),
        DEPENDENCY_CYCLE(422),
        FINISH_BEFORE_START(422, "finish"),
        DOWN_WITHOUT_NOTE(422, "note"),
        AS_OF_IN_FUTURE(422, "asOf", "on"),
        AS_OF_TOO_EARLY(422, "asOf"),
        AS_OF_TOO_OLD(422, "asOf"),
        AS_OF_OVERTAKEN(422, "note"),
        LANDMARKS_UNORDERED(422),
        FORECAST_BEFORE_AS_OF(422, "forecast"),
        FORECAST_IN_PAST(422, "forecast"),
        FORECAST_UNCHANGED(422, "forecast"),
        FORECAST_OF_DONE(422, "forecast"),
        MILESTONE_FINISHED(422, "milestone"),
        HISTORY_OVERTAKEN(422, "asOf"),
        CAUSE_MISSING(422, "cause"),
        CAUSE_NEEDS_NOTE(422, "note", "reason"),
        REASON_MISSING(422, "reason", "text"),
        APPROVAL_MISSING(422, "approval/document"),
        APPROVER_UNKNOWN(422, "approval/person"),
        OWN_APPROVAL(422, "approval/person"),
        DAY_BOTH_OFF_AND_ON(422, "on"),
        PROMISE_IN_PAST(422, "promised"),
        LEVEL_NOT_HIGHER(422, "level"),
        RELOCATION_UNORDERED(422),
        DEADLINE_IN_PAST(422, "deadline"),
        CORRECTION_WITHOUT_NOTE(422, "note"),
        MONTH_NOT_COMPLETED(422, "month"),
        PART_EXCEEDS_WHOLE(422),
        UNKNOWN_CONTRACT(422, "number"),
        DOUBTFUL_PHOTO_WITHOUT_NOTE(422, "note"),
        COMPOSITION_UNEQUAL(422, "composition"),
        MONTH_IN_FUTURE(422, "month"),
        AMOUNT_TOO_LARGE(422),
        NOTHING_TOLD(422),
        THRESHOLDS_UNORDERED(422),
        WRONG_YEAR(422, "off"),
        ADDRESS_GOES_NOWHERE(422, "address"),
        UNTIL_IN_PAST(422),
        UNKNOWN_FORM_FILE(422, "file"),
        FORM_SHEET_UNKNOWN(422, "sheets"),
        FORM_FILLS_NOTHING(422, "sheets"),
        FORM_LINES_UNEVEN(422),
        FORM_CELL_TWICE(422, "sheets"),
        FILL_TOO_LONG(422, "sheets"),
        FILL_UNFINISHED(422, "sheets"),
        FILL_UNEXPECTED(422, "sheets"),
        FILL_UNKNOWN_WORD(422, "sheets"),
        FILL_ARGUMENTS(422, "sheets"),
        FILL_WRONG_SORT(422, "sheets"),
        FILL_NESTED(422, "sheets"),
        FILL_NO_VALUE(422, "sheets"),
        ROLE_NOT_FOR_PEOPLE(422);

        private final int status;
        private final List<String> fields;

        /** @param fields what in the update is at fault: the first of these that it has; within a member, after a slash */
        Code(int status, String... fields) {
            this.status = status;
            this.fields = List.of(fields);
        }

        public int status() {
            return status;
        }

        /** The member of this update that is at fault, where the refusal is about one. */
        public Optional<String> field(Update update) {
            return fields.stream()
                    .filter(field -> Arrays.stream(update.getClass().getRecordComponents())
                            .anyMatch(component -> component.getName().equals(field.split("/")[0])))
                    .findFirst();
        }
    }
}
