package io.guatu.schedule;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.guatu.domain.PlanLine;

/**
 * A task as the milestone that it would be.
 *
 * @param code by which people of its program call it; may be null
 * @param under the name of what it is part of; null at the top
 * @param before what the plan says of it now; null: nothing
 * @param cut whether its name was longer than a name may be
 * @param done what the file says was done: nobody tells that
 */
public record Line(
        @JsonUnwrapped PlanLine line,
        String code,
        String under,
        State state,
        PlanLine before,
        boolean cut,
        Task.Done done) {
    public enum State {
        NEW,
        CHANGED,
        SAME
    }
}
