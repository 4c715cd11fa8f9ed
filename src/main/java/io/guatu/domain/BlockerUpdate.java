package io.guatu.domain;

import java.time.LocalDate;
import java.util.List;

/** 堵点: what holds a project up. A blocker is named by the {@code seq} of the entry that raised it. */
public sealed interface BlockerUpdate extends Update {
    /**
     * @param need what is needed to clear it; null while nobody knows
     * @param from from whom it is needed; null while nobody knows
     * @param promised the day by which it shall be cleared; null: nobody promised
     * @param asOf since when it is in the way; null, as told before there were such days: since it was told
     * @param milestones what it holds up; null or empty: the whole project, or all of a contractor's own milestones
     */
    record BlockerRaised(
            Factor factor,
            String text,
            String need,
            String from,
            LocalDate promised,
            List<MilestoneId> milestones,
            LocalDate asOf)
            implements BlockerUpdate {
        public BlockerRaised {
            milestones = milestones == null || milestones.isEmpty() ? null : List.copyOf(milestones);
        }

        public BlockerRaised holding(List<MilestoneId> held) {
            return new BlockerRaised(factor, text, need, from, promised, held, asOf);
        }

        public BlockerRaised on(LocalDate day) {
            return new BlockerRaised(factor, text, need, from, promised, milestones, day);
        }
    }

    /** A day by which it shall be cleared is promised, or promised anew. */
    record BlockerPromised(long blocker, LocalDate promised, String note) implements BlockerUpdate {}

    /** It is now for this level to clear. */
    record BlockerEscalated(long blocker, Level level, String note) implements BlockerUpdate {}

    /** It is gone; {@code how} in a sentence. */
    record BlockerCleared(long blocker, String how) implements BlockerUpdate {
        @Override
        public Long answers() {
            return blocker;
        }
    }

    /** 征迁 on the day {@code asOf}: counts only, never a name. */
    record RelocationCounted(Relocation households, Relocation mu, LocalDate asOf) implements BlockerUpdate {}

    /** 信访 on the day {@code asOf}: for the office, leaders and the project's manager only. */
    record PetitionsCounted(PetitionLevel level, int open, LocalDate asOf) implements BlockerUpdate {}
}
