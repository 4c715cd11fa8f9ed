package io.guatu.sheet;

import io.guatu.domain.ProjectId;
import io.guatu.domain.Update;
import java.util.List;

/**
 * What a row would tell the board of its project. Nothing is told before a person has seen it.
 *
 * @param row its number in the sheet
 * @param name as the sheet has it
 * @param id of the project; of a new one the id that it would get; null while nobody said which it is
 * @param changes what would be different, field by field
 * @param faults what was not understood: the rest can be told without it
 * @param candidates projects that may be meant
 * @param updates all of them or none, in this order; empty: there is nothing to tell
 * @param expected the position of the project that this was compared with; null for a new one
 * @param key by which telling it twice is telling it once
 */
public record Proposal(
        int row,
        String name,
        ProjectId id,
        State state,
        List<Change> changes,
        List<Fault> faults,
        List<Candidate> candidates,
        List<Update> updates,
        Long expected,
        String key) {
    public enum State {
        NEW,
        CHANGED,
        SAME,
        /** A person must say something first: {@code faults} says what. */
        UNCLEAR
    }

    /**
     * Values as the updates have them.
     *
     * @param before null: nobody knew
     * @param of the milestone or the month that it speaks of; null: the project
     */
    public record Change(Field field, Object before, Object after, String place, String of) {}

    public record Candidate(ProjectId id, String name) {}

    public Proposal {
        changes = List.copyOf(changes);
        faults = List.copyOf(faults);
        candidates = List.copyOf(candidates);
        updates = List.copyOf(updates);
    }
}
