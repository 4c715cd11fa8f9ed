package io.guatu.sheet;

import io.guatu.domain.Coordinates;
import io.guatu.domain.ProjectId;
import java.util.List;

/**
 * What a line of cells cannot say of a project, and a file of another kind may.
 *
 * @param id of the board's own; null: the file has none
 * @param site WGS-84; null: not said
 */
record Beyond(ProjectId id, Coordinates site, List<Step> steps, List<ListedContract> contracts) {
    static final Beyond NOTHING = new Beyond(null, null, List.of(), List.of());

    Beyond {
        steps = List.copyOf(steps);
        contracts = List.copyOf(contracts);
    }
}
