package io.guatu.board.fold;

import io.guatu.domain.Author;
import io.guatu.domain.DirectiveUpdate.DirectiveAnswered;
import io.guatu.domain.DirectiveUpdate.DirectiveIssued;
import io.guatu.domain.Entry;
import io.guatu.domain.Percent;
import io.guatu.domain.PhotoId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A leader's order on a project. {@code acknowledged} is when it was, or when it was first answered, which says as much;
 * {@code said} is the last word on it: an answer, or why it was sent back or
 * withdrawn.
 *
 * @param promised when it shall be done, as who is to do it said
 * @param percent as last answered
 * @param steps its way so far, from its being issued on
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
        Instant closed,
        LocalDate promised,
        Percent percent,
        List<PhotoId> photos,
        List<Step> steps)
        implements Items.Item {

    public enum Status {
        ISSUED,
        ACKNOWLEDGED,
        ANSWERED,
        SENT_BACK,
        CLOSED,
        WITHDRAWN
    }

    /** @param deadline from then on */
    public record Step(Status status, Instant at, Author by, LocalDate deadline) {}

    public Directive {
        photos = List.copyOf(photos);
        steps = List.copyOf(steps);
    }

    static Directive issued(Entry entry, DirectiveIssued issued) {
        return new Directive(
                entry.seq(),
                issued,
                entry.by(),
                entry.at(),
                issued.deadline(),
                Status.ISSUED,
                null,
                null,
                null,
                null,
                0,
                null,
                null,
                null,
                List.of(),
                List.of(new Step(Status.ISSUED, entry.at(), entry.by(), issued.deadline())));
    }

    @Override
    public boolean open() {
        return closed == null;
    }

    /** Whether the project must still answer it. */
    public boolean waits() {
        return open() && status != Status.ANSWERED;
    }

    Directive acknowledged(Entry entry, LocalDate promise) {
        return next(entry, deadline, Status.ACKNOWLEDGED, entry.at(), answer, answeredBy, said, sentBack, null)
                .with(promise, percent, photos);
    }

    Directive answered(Entry entry, DirectiveAnswered told) {
        Instant first = acknowledged == null ? entry.at() : acknowledged;
        List<PhotoId> all = new ArrayList<>(photos);
        all.addAll(told.photos() == null ? List.of() : told.photos());
        return next(entry, deadline, Status.ANSWERED, first, told.text(), entry.by(), said, sentBack, null)
                .with(promised, told.percent() == null ? percent : told.percent(), all);
    }

    Directive sentBack(Entry entry, String reason, LocalDate until) {
        LocalDate next = until == null ? deadline : until;
        return next(entry, next, Status.SENT_BACK, acknowledged, answer, answeredBy, reason, sentBack + 1, null);
    }

    Directive closed(Entry entry, Status end, String note) {
        return next(entry, deadline, end, acknowledged, answer, answeredBy, note, sentBack, entry.at());
    }

    private Directive next(
            Entry entry,
            LocalDate until,
            Status next,
            Instant known,
            String text,
            Author who,
            String word,
            int back,
            Instant when) {
        List<Step> way = new ArrayList<>(steps);
        way.add(new Step(next, entry.at(), entry.by(), until));
        return new Directive(
                seq, issued, by, at, until, next, known, text, who, word, back, when, promised, percent, photos, way);
    }

    private Directive with(LocalDate promise, Percent done, List<PhotoId> shown) {
        return new Directive(
                seq,
                issued,
                by,
                at,
                deadline,
                status,
                acknowledged,
                answer,
                answeredBy,
                said,
                sentBack,
                closed,
                promise,
                done,
                shown,
                steps);
    }
}
