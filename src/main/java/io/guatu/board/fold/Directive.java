package io.guatu.board.fold;

import io.guatu.domain.Author;
import io.guatu.domain.DirectiveUpdate.DirectiveIssued;
import java.time.Instant;
import java.time.LocalDate;

/** A leader's order on a project. {@code said} is the last word on it: an answer, or why it was sent back or withdrawn. */
public record Directive(
        long seq,
        DirectiveIssued issued,
        Author by,
        Instant at,
        LocalDate deadline,
        Status status,
        String answer,
        Author answeredBy,
        String said,
        int sentBack,
        Instant closed) {

    public enum Status {
        ISSUED,
        ACKNOWLEDGED,
        ANSWERED,
        SENT_BACK,
        CLOSED,
        WITHDRAWN
    }

    public boolean open() {
        return closed == null;
    }

    /** Whether the project must still answer it. */
    public boolean waits() {
        return open() && status != Status.ANSWERED;
    }

    Directive acknowledged() {
        return new Directive(
                seq, issued, by, at, deadline, Status.ACKNOWLEDGED, answer, answeredBy, said, sentBack, closed);
    }

    Directive answered(String text, Author who) {
        return new Directive(seq, issued, by, at, deadline, Status.ANSWERED, text, who, said, sentBack, closed);
    }

    Directive sentBack(String reason, LocalDate until) {
        return new Directive(
                seq,
                issued,
                by,
                at,
                until == null ? deadline : until,
                Status.SENT_BACK,
                answer,
                answeredBy,
                reason,
                sentBack + 1,
                closed);
    }

    Directive closed(Status end, String note, Instant when) {
        return new Directive(seq, issued, by, at, deadline, end, answer, answeredBy, note, sentBack, when);
    }
}
