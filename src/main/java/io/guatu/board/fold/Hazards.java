package io.guatu.board.fold;

import io.guatu.domain.Author;
import io.guatu.domain.Entry;
import io.guatu.domain.GrantId;
import io.guatu.domain.HazardUpdate;
import io.guatu.domain.HazardUpdate.HazardFixedOnSpot;
import io.guatu.domain.HazardUpdate.HazardFound;
import io.guatu.domain.HazardUpdate.HazardRechecked;
import io.guatu.domain.HazardUpdate.HazardRectified;
import io.guatu.domain.HazardUpdate.NoticeIssued;
import io.guatu.domain.PhotoId;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A project's hazards, and the notices by the seq of the entries that brought them, oldest first: of an open hazard its notice
 * is known by itself.
 */
public record Hazards(Items<Hazard> all, Lazy<Map<Long, Notice>> notices) {
    static final Hazards NONE = new Hazards(Items.none(), Lazy.of(Ordered.none()));

    /** Whether this contractor found it or must rectify it. @param own whether a grant is one of its own */
    public boolean concerns(Hazard hazard, Author contractor, Predicate<GrantId> own) {
        return hazard.by().sameSide(contractor)
                || hazard.notice() != null && own.test(hazard.notice().issued().grant());
    }

    /** Whether the photo shows a hazard that is this contractor's to know, as it was found or as it was put right. */
    public boolean showsTo(Author contractor, Predicate<GrantId> own, PhotoId photo) {
        return all.values().stream().anyMatch(hazard -> hazard.shows(photo) && concerns(hazard, contractor, own));
    }

    Hazards after(Entry entry) {
        if (!(entry.update() instanceof HazardUpdate update)) {
            return this;
        }
        if (update instanceof HazardFound found) {
            return new Hazards(all.with(Hazard.found(entry.seq(), found, entry.by(), entry.at())), notices);
        }
        if (update instanceof NoticeIssued issued) {
            return noticed(entry, issued);
        }
        if (update instanceof HazardFixedOnSpot fixed) {
            Hazard.Fix fix = new Hazard.Fix(fixed.text(), fixed.photos(), entry.by(), entry.at(), fixed.asOf());
            return change(fixed.hazard(), hazard -> hazard.fixed(fix).closed(entry.at(), null));
        }
        if (update instanceof HazardRectified rectified) {
            Hazard.Fix fix =
                    new Hazard.Fix(rectified.text(), rectified.photos(), entry.by(), entry.at(), rectified.asOf());
            return change(rectified.hazard(), hazard -> hazard.fixed(fix));
        }
        HazardRechecked rechecked = (HazardRechecked) update;
        return change(
                rechecked.hazard(),
                hazard -> rechecked.passed()
                        ? hazard.closed(entry.at(), rechecked.text())
                        : hazard.sentBack(rechecked.text(), rechecked.deadline()));
    }

    private Hazards noticed(Entry entry, NoticeIssued issued) {
        Notice notice = new Notice(entry.seq(), issued, entry.by(), entry.at());
        Hazards next = new Hazards(all, notices.then(map -> Ordered.copyOf(map).with(notice.seq(), notice)));
        for (long hazard : issued.hazards()) {
            next = next.change(hazard, found -> found.noticed(notice));
        }
        return next;
    }

    private Hazards change(long seq, UnaryOperator<Hazard> change) {
        return new Hazards(all.with(seq, change), notices);
    }
}
