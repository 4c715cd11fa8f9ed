package io.guatu.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * Something the board is told. Sealed, by topic; the README's recipe says what a new kind needs. The kind's name on the
 * wire is the record's name in kebab-case ({@code progress-reported}). What an update refers to (a report, a blocker, a
 * hazard, a notice, a directive) is named by the {@code seq} of the entry that brought it.
 */
public sealed interface Update
        permits BoardUpdate,
                AccessUpdate,
                ProjectUpdate,
                PlanUpdate,
                ProgressUpdate,
                BlockerUpdate,
                HazardUpdate,
                DirectiveUpdate,
                InvestmentUpdate {
    /** Whether it is told of the whole board, and of no project. */
    default boolean ofBoard() {
        return false;
    }

    /** The photos it shows, each received before; null: none. */
    default List<PhotoId> photos() {
        return null;
    }

    /** The day of which it says something; null: the day on which it is told, or none. */
    default LocalDate asOf() {
        return null;
    }

    /**
     * The entry that this is the answer to, by its {@code seq}: whoever told that one learns of it, a contractor too; null:
     * it answers nobody.
     */
    default Long answers() {
        return null;
    }

    /** The photo whose bytes wait to be kept with this entry; null: it brings none. */
    default PhotoId brings() {
        return null;
    }
}
