package io.guatu.command;

import static io.guatu.command.Refusal.Code.DEADLINE_IN_PAST;
import static io.guatu.command.Refusal.Code.FIX_NOT_YOURS_TO_CLOSE;
import static io.guatu.command.Refusal.Code.HAZARD_HAS_NOTICE;
import static io.guatu.command.Refusal.Code.HAZARD_NOT_OPEN;
import static io.guatu.command.Refusal.Code.HAZARD_NOT_RECTIFIED;
import static io.guatu.command.Refusal.Code.HAZARD_NOT_WAITING;
import static io.guatu.command.Refusal.Code.MAJOR_NEEDS_NOTICE;
import static io.guatu.command.Refusal.Code.NOTICE_NUMBER_USED;
import static io.guatu.command.Refusal.Code.NOT_YOUR_NOTICE;
import static io.guatu.command.Refusal.Code.REASON_MISSING;
import static io.guatu.command.Refusal.Code.UNKNOWN_GRANT;

import io.guatu.access.Grant;
import io.guatu.board.fold.Hazard;
import io.guatu.board.fold.Hazards;
import io.guatu.domain.HazardUpdate;
import io.guatu.domain.HazardUpdate.HazardFixedOnSpot;
import io.guatu.domain.HazardUpdate.HazardFound;
import io.guatu.domain.HazardUpdate.HazardRechecked;
import io.guatu.domain.HazardUpdate.HazardRectified;
import io.guatu.domain.HazardUpdate.NoticeIssued;
import io.guatu.domain.Severity;
import java.util.HashSet;
import java.util.Optional;

/** The safety loop: found → notice → rectified → re-checked by somebody else → closed; or, what is not major, fixed on the spot. */
final class HazardRules {
    /** So many days a photo may need from a site without a network. */
    private static final int OFFLINE_DAYS = 3;

    private HazardRules() {}

    static Optional<Refusal> judge(RuleContext now, HazardUpdate update) {
        if (update instanceof HazardFound found) {
            return now.asOf(found.asOf()).or(() -> now.photos(found.photos()));
        }
        if (update instanceof NoticeIssued issued) {
            return issued(now, issued);
        }
        if (update instanceof HazardFixedOnSpot fixed) {
            return fixed(now, fixed);
        }
        return update instanceof HazardRectified rectified
                ? rectified(now, rectified)
                : rechecked(now, (HazardRechecked) update);
    }

    private static Optional<Refusal> issued(RuleContext now, NoticeIssued issued) {
        Hazards hazards = now.project().hazards();
        if (new HashSet<>(issued.hazards()).size() < issued.hazards().size()) {
            return Refusal.because(HAZARD_HAS_NOTICE);
        }
        for (long seq : issued.hazards()) {
            Hazard hazard = hazards.all().get(seq);
            if (hazard == null || !hazard.open()) {
                return Refusal.because(HAZARD_NOT_OPEN);
            }
            if (hazard.notice() != null) {
                return Refusal.because(HAZARD_HAS_NOTICE);
            }
        }
        if (hazards.notices().get().values().stream()
                .anyMatch(notice -> notice.issued().number().equals(issued.number()))) {
            return Refusal.because(NOTICE_NUMBER_USED, "number", issued.number());
        }
        if (issued.grant() != null) {
            Grant grant = now.state().roster().grants().get(issued.grant());
            if (grant == null || !grant.project().equals(now.project().id())) {
                return Refusal.because(UNKNOWN_GRANT);
            }
        }
        return Refusal.when(issued.deadline().isBefore(now.today()), DEADLINE_IN_PAST);
    }

    /**
     * Fixed on the spot is fixed on the day it was found, however late a site without a network says so; but what the town has
     * known for days is for the town to close.
     */
    private static Optional<Refusal> fixed(RuleContext now, HazardFixedOnSpot fixed) {
        Hazard hazard = now.project().hazards().all().get(fixed.hazard());
        if (hazard == null || !hazard.open() || unseen(now, hazard)) {
            return Refusal.because(HAZARD_NOT_OPEN);
        }
        boolean major = hazard.found().severity() == Severity.MAJOR;
        boolean notItsOwn = !hazard.by().sameSide(now.who().author())
                || !now.said(fixed.asOf()).equals(hazard.since(now.zone()))
                || now.dayOf(hazard.at()).isBefore(now.today().minusDays(OFFLINE_DAYS))
                || major;
        if (now.contractor() && notItsOwn) {
            return Refusal.because(FIX_NOT_YOURS_TO_CLOSE);
        }
        if (major) {
            return Refusal.because(MAJOR_NEEDS_NOTICE);
        }
        // Once there is a notice, the loop is walked to its end.
        return Refusal.when(hazard.notice() != null, HAZARD_HAS_NOTICE)
                .or(() -> now.asOf(fixed.asOf()))
                .or(() -> now.photos(fixed.photos()));
    }

    /** Which hazards others have is not a contractor's to find out: what is not shown to it is not there. */
    private static boolean unseen(RuleContext now, Hazard hazard) {
        return now.contractor()
                && !now.project().hazards().concerns(hazard, now.who().author(), grant -> now.state()
                        .roster()
                        .isOf(grant, now.who().author()));
    }

    private static Optional<Refusal> rectified(RuleContext now, HazardRectified rectified) {
        Hazard hazard = now.project().hazards().all().get(rectified.hazard());
        if (hazard == null || !hazard.waits() || unseen(now, hazard)) {
            return Refusal.because(HAZARD_NOT_WAITING);
        }
        var grant = hazard.notice().issued().grant();
        boolean others =
                now.contractor() && !now.state().roster().isOf(grant, now.who().author());
        return Refusal.when(others, NOT_YOUR_NOTICE)
                .or(() -> now.asOf(rectified.asOf()))
                .or(() -> now.photos(rectified.photos()));
    }

    private static Optional<Refusal> rechecked(RuleContext now, HazardRechecked rechecked) {
        Hazard hazard = now.project().hazards().all().get(rechecked.hazard());
        if (hazard == null || hazard.status() != Hazard.Status.RECTIFIED) {
            return Refusal.because(HAZARD_NOT_RECTIFIED);
        }
        boolean late = rechecked.deadline() != null && rechecked.deadline().isBefore(now.today());
        // All who ever put it right, whatever their role since, and whoever did it last.
        return SecondPerson.judge(now.state().roster(), now.who().author(), hazard.rectifiers())
                .or(() -> Refusal.when(!rechecked.passed() && RuleContext.blank(rechecked.text()), REASON_MISSING))
                .or(() -> Refusal.when(!rechecked.passed() && late, DEADLINE_IN_PAST));
    }
}
