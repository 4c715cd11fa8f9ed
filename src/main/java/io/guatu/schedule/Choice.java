package io.guatu.schedule;

/**
 * What a person chose of a file. Null: the first that fits.
 *
 * @param schedule of a file with several: its place, from 0; null: the one with most tasks
 * @param charset of a file that does not say; null: found
 * @param level of the outline, from 1: its tasks become milestones, and those above it that have none below
 * @param baseline whose days are taken, 0–10; null: the days that the schedule has now
 */
public record Choice(Integer schedule, Charsets charset, By by, Integer level, Worth weights, Integer baseline) {
    public static final Choice NONE = new Choice(null, null, null, null, null, null);

    public enum By {
        LEVEL,
        MILESTONES
    }

    /** What weights are shared out by. */
    public enum Worth {
        DURATION,
        COST
    }
}
