package io.guatu.command;

import io.guatu.access.Principal;
import io.guatu.board.figures.Schedule;
import io.guatu.board.fold.Milestone;
import io.guatu.board.fold.Project;
import io.guatu.domain.PhotoId;
import io.guatu.domain.Role;
import io.guatu.state.State;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What a rule may look at: all facts, the project that is spoken of (null: the whole board), who speaks, as the roster has
 * it now, and when, as an instant and as a day of the board's zone.
 */
record RuleContext(State state, Project project, Principal who, Instant now, ZoneId zone) {
    LocalDate today() {
        return dayOf(now);
    }

    LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** The day for which the milestone is promised, as everybody sees it: suspensions have moved it. */
    LocalDate due(Milestone milestone) {
        return new Schedule(project, today(), zone).due(milestone);
    }

    boolean contractor() {
        return who.role() == Role.CONTRACTOR;
    }

    /** The day of which something was said: the one it names, or today. */
    LocalDate said(LocalDate asOf) {
        return asOf == null ? today() : asOf;
    }

    /** A statement's day is not to come, and not so long ago that it is a slip of the finger. */
    Optional<Refusal> asOf(LocalDate asOf) {
        LocalDate day = said(asOf);
        return Refusal.when(day.isAfter(today()), Refusal.Code.AS_OF_IN_FUTURE)
                .or(() -> Refusal.when(day.isBefore(today().minusYears(1)), Refusal.Code.AS_OF_TOO_OLD));
    }

    /** Photos must have been received for this project; a contractor's by its company. */
    Optional<Refusal> photos(List<PhotoId> photos) {
        if (photos == null) {
            return Refusal.none();
        }
        return photos.stream()
                .filter(photo -> {
                    var received = project.photos().all().get(photo);
                    return received == null || contractor() && !received.isFrom(who.author());
                })
                .findFirst()
                .map(photo -> Refusal.of(Refusal.Code.UNKNOWN_PHOTO, "photo", photo));
    }

    static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
