package io.guatu.sheet;

/**
 * A row that is no project's.
 *
 * @param why {@code sum}, {@code part}, {@code category}, {@code heading}, {@code note}, {@code repeated} or {@code other-table}
 */
public record Skipped(int row, String why, String text) {}
