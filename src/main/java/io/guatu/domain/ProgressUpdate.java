package io.guatu.domain;

import java.time.LocalDate;
import java.util.List;

/** How far the work is, and how it went. */
public sealed interface ProgressUpdate extends Update {
    /**
     * How far a milestone was on the day {@code asOf}. From the project's manager or the office it counts at once; from a
     * contractor it is pending until verified. Of a milestone that is counted it says how much is {@code done}, and the
     * command room fills in the percent that follows from it; of another it says the percent. {@code from} is what the board knew before, filled in by the command room so
     * that the entry reads as a sentence. The others may be null; {@code forecast} (expected finish) needs a {@code cause}
     * when it moves the date.
     */
    record ProgressReported(
            MilestoneId milestone,
            Percent percent,
            Quantity done,
            LocalDate asOf,
            String note,
            LocalDate forecast,
            Cause cause,
            List<PhotoId> photos,
            Percent from)
            implements ProgressUpdate {
        public ProgressReported {
            photos = photos == null || photos.isEmpty() ? null : List.copyOf(photos);
        }

        /** Of a milestone of which nothing is counted. */
        public ProgressReported(
                MilestoneId milestone,
                Percent percent,
                LocalDate asOf,
                String note,
                LocalDate forecast,
                Cause cause,
                List<PhotoId> photos,
                Percent from) {
            this(milestone, percent, null, asOf, note, forecast, cause, photos, from);
        }

        public ProgressReported from(Percent known) {
            return new ProgressReported(milestone, percent, done, asOf, note, forecast, cause, photos, known);
        }

        public ProgressReported counting(Percent counted) {
            return new ProgressReported(milestone, counted, done, asOf, note, forecast, cause, photos, from);
        }
    }

    /** The pending report with this {@code seq} is true; {@code note}: how it was checked, null where nothing raised a question. */
    record ProgressVerified(long report, String note) implements ProgressUpdate {
        @Override
        public Long answers() {
            return report;
        }
    }

    /** The pending report with this {@code seq} goes back to its author, with the reason. */
    record ProgressReturned(long report, String reason) implements ProgressUpdate {
        @Override
        public Long answers() {
            return report;
        }
    }

    /** Its author takes back the pending report with this {@code seq}: nobody has judged it yet. */
    record ProgressWithdrawn(long report) implements ProgressUpdate {}

    /**
     * 无变化: nothing changed, what the board shows was still true on the day {@code asOf}; null, as told before there were
     * such days: on the day it arrived.
     */
    record StillTrue(String note, LocalDate asOf) implements ProgressUpdate {
        public StillTrue on(LocalDate day) {
            return new StillTrue(note, day);
        }
    }

    /**
     * 施工日志: the site on the day {@code asOf}: its weather, how many people and machines worked there, and what else there
     * is to say of it, or null. One a day from each side: a newer one takes the place of the one before.
     */
    record SiteDiary(LocalDate asOf, Weather weather, int crew, int machines, String note) implements ProgressUpdate {
        /** The worst of the day that the work had to do with. */
        public enum Weather {
            CLEAR,
            CLOUDY,
            RAIN,
            HEAVY_RAIN,
            WIND,
            FOG,
            SNOW,
            HEAT,
            FROST
        }
    }
}
