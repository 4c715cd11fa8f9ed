package io.guatu.schedule;

import io.guatu.domain.PlanLine;
import io.guatu.domain.PlanUpdate.MilestonePlanned;
import java.util.List;
import java.util.Set;

/**
 * A schedule, read beside a project's plan: what may be chosen, what was, the plan that it makes, what that changes, and what was
 * left out. A pure function of the bytes, the choice and the plan.
 *
 * @param schedule the place of the one that was read
 * @param levels those of its outline that can be chosen
 * @param milestones how many it has
 * @param baselines those that it has
 * @param costs whether any task costs anything
 * @param questions {@code level}: what was chosen is nothing, or more than a plan may have; {@code cost}: nothing costs anything, and
 *     the weights are by duration; {@code baseline}: it has none of that number; {@code full}: the plan that was begun leaves no
 *     weight
 * @param lines in an order in which they can be told; empty while {@code level} or {@code full} is open
 * @param gone milestones of the plan that the file does not have
 * @param again whether the plan is promised: then there are no updates, and the lines are those of a new baseline
 * @param updates all of them or none, in this order; empty: there is nothing to tell
 * @param expected the position of the project that this was compared with
 */
public record Reading(
        Source file,
        List<Named> schedules,
        int schedule,
        List<Level> levels,
        int milestones,
        List<Integer> baselines,
        boolean costs,
        Choice choice,
        Set<String> questions,
        List<Line> lines,
        List<PlanLine> gone,
        List<Left> left,
        boolean again,
        List<MilestonePlanned> updates,
        long expected) {
    /** @param guessed whether the code page was found, not said */
    public record Source(Format format, String program, String charset, boolean guessed) {}

    public record Named(String name, int tasks) {}

    /** @param lines as many milestones would it be */
    public record Level(int level, int lines) {}

    /** @throws NotASchedule when the bytes are none */
    static Reading of(byte[] bytes, Choice choice, Present present) throws NotASchedule {
        FileReader file = FileReader.read(bytes, choice.charset());
        return new Proposing(file, choice, present).read();
    }
}
