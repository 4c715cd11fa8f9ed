package io.guatu.board;

import io.guatu.board.fold.Photos;
import io.guatu.domain.Author;
import io.guatu.domain.Photo;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A photo as it is shown, with what a person should look at before believing it. Flags decide nothing; but a photo that
 * could not be checked must not look like one that was, so what is not known is a flag too.
 *
 * @param takenOn the day, of the board's zone, on which the camera says it was taken; null when it does not say
 */
public record PhotoView(
        Photo photo,
        Author by,
        Instant at,
        Set<String> senders,
        int sent,
        int named,
        LocalDate takenOn,
        Set<Flag> flags) {
    private static final long FAR_METRES = 1_000;
    private static final Duration OLD = Duration.ofDays(3);
    /** A camera's clock may be that much ahead, or in the neighbouring zone. */
    private static final Duration FAST = Duration.ofHours(2);

    public enum Flag {
        /** Taken more than a kilometre from the site. */
        FAR,
        /** Nobody knows how far from the site: the photo has no place, or the project none. */
        UNPLACED,
        /** Taken more than three days before it was sent. */
        OLD,
        /** Taken after it was sent, by its camera's clock: nothing can be concluded from that. */
        AHEAD,
        /** Nobody knows when. */
        UNDATED,
        /** Nearly the same as an earlier photo, or sent before. */
        SEEN
    }

    /** What speaks against it. */
    private static final Set<Flag> AGAINST = EnumSet.of(Flag.FAR, Flag.OLD, Flag.SEEN);

    private static final Set<Flag> NO_TIME = EnumSet.of(Flag.UNDATED, Flag.AHEAD);

    /**
     * Whether a report with it is verified with words only: something speaks against it, or, without a usable time and without a
     * place, nothing speaks for it. A photo that lacks one of the two is not held up: chats take the place from every photo.
     */
    public static boolean doubtful(Photos.Received received) {
        Set<Flag> flags = flags(received.photo(), received.at());
        return !Collections.disjoint(flags, AGAINST)
                || flags.contains(Flag.UNPLACED) && !Collections.disjoint(flags, NO_TIME);
    }

    static List<PhotoView> of(Collection<Photos.Received> received, ZoneId zone) {
        return received.stream().map(each -> of(each, zone)).toList();
    }

    private static PhotoView of(Photos.Received received, ZoneId zone) {
        Photo photo = received.photo();
        return new PhotoView(
                photo,
                received.by(),
                received.at(),
                received.senders(),
                received.sent(),
                received.named(),
                photo.taken() == null ? null : LocalDate.ofInstant(photo.taken(), zone),
                flags(photo, received.at()));
    }

    private static Set<Flag> flags(Photo photo, Instant at) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (photo.metres() == null) {
            flags.add(Flag.UNPLACED);
        } else if (photo.metres() > FAR_METRES) {
            flags.add(Flag.FAR);
        }
        if (photo.taken() == null) {
            flags.add(Flag.UNDATED);
        } else if (photo.taken().isBefore(at.minus(OLD))) {
            flags.add(Flag.OLD);
        } else if (photo.taken().isAfter(at.plus(FAST))) {
            flags.add(Flag.AHEAD);
        }
        if (photo.seen() != null) {
            flags.add(Flag.SEEN);
        }
        return flags;
    }
}
