package io.guatu.sheet;

import io.guatu.domain.Cause;
import io.guatu.domain.Stage;
import java.time.YearMonth;
import java.util.Map;

/**
 * What a person said of a sheet that it does not say itself. Nothing of it is needed to read it a first time.
 *
 * @param sheet its name; null: the one that looks most like a list of projects
 * @param header the first row of its headings, from 1; null: found
 * @param columns letters of a column → what it means, as texts of the contract; {@code -}: it is not wanted
 * @param units letters of a column → the unit of its money
 * @param unit of all money that names none; null: asked
 * @param year of what is planned; null: as the sheet says
 * @param month of what was completed; null: as the sheet says
 * @param sector of new projects of which the sheet says none; null: asked
 * @param stage of new projects of which the sheet says none; null: asked
 * @param same number of a row, or {@code *} for those not named → the project that it is, or {@code new}
 * @param reason why days and amounts are others than they were; null: none was given
 * @param cause why milestones move; null: none was given
 * @param plan whether projects without a plan get one of the milestones that a file names; null: asked
 */
public record Answers(
        String sheet,
        Integer header,
        Map<String, String> columns,
        Map<String, Unit> units,
        Unit unit,
        Integer year,
        YearMonth month,
        String sector,
        Stage stage,
        Map<String, String> same,
        String reason,
        Cause cause,
        Plan plan) {
    public enum Plan {
        /** Weights are equal, and each begins after the one before it. */
        EVEN,
        NONE
    }

    public static final Answers NONE =
            new Answers(null, null, Map.of(), Map.of(), null, null, null, null, null, Map.of(), null, null, null);

    public Answers {
        columns = Map.copyOf(columns);
        units = Map.copyOf(units);
        same = Map.copyOf(same);
    }
}
