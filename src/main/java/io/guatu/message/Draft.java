package io.guatu.message;

import io.guatu.domain.MilestoneId;
import io.guatu.domain.Percent;
import io.guatu.domain.ProjectId;
import java.time.LocalDate;
import java.util.List;

/**
 * A report as a message seems to mean it. Nothing of it is told before a person has seen it.
 *
 * @param text the part of the message that it is about
 * @param project that is clearly meant; null: none is, or several may be
 * @param projects that may be meant, the likeliest first
 * @param milestone of the project that is clearly meant; null: none is, or several may be
 * @param milestones of it that may be meant, the likeliest first
 * @param percent null: it says none, or several
 * @param forecast the day by which it is to be finished; null: none
 * @param asOf the day of which it speaks; null: none
 * @param unread days and percentages in it that were not used
 */
public record Draft(
        String text,
        ProjectId project,
        List<ProjectId> projects,
        MilestoneId milestone,
        List<MilestoneId> milestones,
        Percent percent,
        LocalDate forecast,
        LocalDate asOf,
        List<String> unread) {
    public Draft {
        projects = List.copyOf(projects);
        milestones = List.copyOf(milestones);
        unread = List.copyOf(unread);
    }
}
