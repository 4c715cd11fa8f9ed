package io.guatu.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * 隐患: found → notice 整改通知 → rectified → re-checked 复查 → closed 销号. Hazards and notices are named by their entries' seq. The day
 * {@code asOf} is when it was so on the site; null, as told before there were such days: when it was told.
 */
public sealed interface HazardUpdate extends Update {
    /** Found by the entry's author, or by {@code finder} where somebody from outside found it. */
    record HazardFound(
            Severity severity, String place, String text, String finder, List<PhotoId> photos, LocalDate asOf)
            implements HazardUpdate {
        public HazardFound {
            photos = photos == null || photos.isEmpty() ? null : List.copyOf(photos);
        }

        public HazardFound on(LocalDate day) {
            return new HazardFound(severity, place, text, finder, photos, day);
        }
    }

    /** Put right at once, without a notice: closed. */
    record HazardFixedOnSpot(long hazard, String text, List<PhotoId> photos, LocalDate asOf) implements HazardUpdate {
        public HazardFixedOnSpot {
            photos = photos == null || photos.isEmpty() ? null : List.copyOf(photos);
        }

        public HazardFixedOnSpot on(LocalDate day) {
            return new HazardFixedOnSpot(hazard, text, photos, day);
        }
    }

    /**
     * One notice, several hazards, to be rectified by the end of {@code deadline}.
     *
     * @param number the notice's number on paper, unique within the project
     * @param grant the contractor who must rectify; null: the project's manager sees to it
     */
    record NoticeIssued(String number, List<Long> hazards, LocalDate deadline, GrantId grant) implements HazardUpdate {
        public NoticeIssued {
            number = Visible.name(number);
            hazards = List.copyOf(hazards);
        }
    }

    record HazardRectified(long hazard, String text, List<PhotoId> photos, LocalDate asOf) implements HazardUpdate {
        public HazardRectified {
            photos = photos == null || photos.isEmpty() ? null : List.copyOf(photos);
        }

        public HazardRectified on(LocalDate day) {
            return new HazardRectified(hazard, text, photos, day);
        }
    }

    /**
     * Re-checked by somebody who never rectified it: closed when {@code passed}, else sent back, with a text and perhaps
     * a new {@code deadline}; null: the notice's stays.
     */
    record HazardRechecked(long hazard, boolean passed, String text, LocalDate deadline) implements HazardUpdate {
        @Override
        public Long answers() {
            return hazard;
        }
    }
}
