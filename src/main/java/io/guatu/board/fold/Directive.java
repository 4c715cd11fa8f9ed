package io.guatu.board.fold;

import io.guatu.domain.Author;
import io.guatu.domain.DirectiveUpdate.DirectiveIssued;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A leader's order on a project. {@code acknowledged} is when it was, or when it was first answered, which says as much;
 * {@code said} is the last word on it: an answer, or why it was sent back or
 * withdrawn.
 */
public record Directive(
        long seq,
        DirectiveIssued issued,
        Author by,
        Instant at,
        LocalDate deadline,
        Status status,
        Instant acknowledged,
        String answer,
        Author answeredBy,
        String said,
        int sentBack,
        Instant closed)
        implements Items.Item {

    public enum Status {
        ISSUED,
        ACKNOWLEDGED,
        ANSWERED,
        SENT_BACK,
        CLOSED,
        WITHDRAWN
    }

    @Override
    public boolean open() {
        return closed == null;
    }

    /** Whether the project must still answer it. */
    public boolean waits() {
        return open() && status != Status.ANSWERED;
    }

    Directive acknowledged(Instant when) {
        return with(deadline, Status.ACKNOWLEDGED, when, answer, answeredBy, said, sentBack, closed);
    }

    Directive answered(String text, Author who, Instant when) {
        Instant first = acknowledged == null ? when : acknowledged;
        return with(deadline, Status.ANSWERED, first, text, who, said, sentBack, closed);
    }

    Directive sentBack(String reason, LocalDate until) {
        LocalDate next = until == null ? deadline : until;
        return with(next, Status.SENT_BACK, acknowledged, answer, answeredBy, reason, sentBack + 1, closed);
    }

    Directive closed(Status end, String note, Instant when) {
        return with(deadline, end, acknowledged, answer, answeredBy, note, sentBack, when);
    }

    private Directive with(
            LocalDate until, Status next, Instant known, String text, Author who, String word, int back, Instant when) {
        return new Directive(seq, issued, by, at, until, next, known, text, who, word, back, when);
    }
}
