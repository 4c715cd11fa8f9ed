package io.guatu.sheet;

import java.time.LocalDate;

/**
 * What a file says of a milestone.
 *
 * @param place where it stands
 * @param id as the file has it
 * @param due null: not said, or not understood
 * @param met when it was finished; null: it was not, or nobody said when
 * @param open whether it says that it is not finished
 */
record Step(String place, String id, String name, LocalDate due, LocalDate met, boolean open) {}
