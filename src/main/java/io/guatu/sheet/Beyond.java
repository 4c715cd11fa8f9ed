package io.guatu.sheet;

import io.guatu.domain.Coordinates;
import io.guatu.domain.Money;
import io.guatu.domain.ProjectId;
import java.time.YearMonth;
import java.util.List;

/**
 * What a line of cells cannot say of a project, and a file of another kind may.
 *
 * @param id of the board's own; null: the file has none
 * @param site WGS-84; null: not said
 * @param months investment completed
 */
record Beyond(ProjectId id, Coordinates site, List<Month> months, List<Step> steps) {
    static final Beyond NOTHING = new Beyond(null, null, List.of(), List.of());

    Beyond {
        months = List.copyOf(months);
        steps = List.copyOf(steps);
    }

    /** @param place where it stands */
    record Month(YearMonth month, Money completed, String place) {}
}
