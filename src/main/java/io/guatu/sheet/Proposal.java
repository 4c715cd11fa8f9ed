package io.guatu.sheet;

import io.guatu.domain.ProjectId;
import io.guatu.domain.Update;
import io.guatu.ledger.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

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
     * @param of the milestone, the year or the month that it speaks of; null: the project
     */
    public record Change(Field field, Object before, Object after, String place, String of) {}

    public record Candidate(ProjectId id, String name) {}

    /** A batch takes no more; the contract's. What is left is proposed when it is read again. */
    private static final int MOST_UPDATES = 100;

    /** All of it, under a key that what is told makes. @param place of the project in the file */
    static Proposal telling(
            int row,
            String name,
            String place,
            ProjectId id,
            State state,
            List<Change> changes,
            List<Fault> faults,
            List<Update> updates,
            Long expected) {
        List<Fault> all = new ArrayList<>(faults);
        List<Update> first = updates;
        if (updates.size() > MOST_UPDATES) {
            all.add(new Fault(place, "many", String.valueOf(updates.size())));
            first = updates.subList(0, MOST_UPDATES);
        }
        String told = first.stream().map(Json::write).collect(Collectors.joining("\n", id + " " + expected + "\n", ""));
        String key = "sheet-" + UUID.nameUUIDFromBytes(told.getBytes(StandardCharsets.UTF_8));
        return new Proposal(row, name, id, state, changes, all, List.of(), first, expected, key);
    }

    public Proposal {
        changes = List.copyOf(changes);
        faults = List.copyOf(faults);
        candidates = List.copyOf(candidates);
        updates = List.copyOf(updates);
    }
}
