package io.guatu.sheet;

/**
 * What could not be understood, and where.
 *
 * @param place a cell, or the number of a row
 * @param code which has a sentence in the texts
 * @param text what stands there
 */
public record Fault(String place, String code, String text) {
    static Fault at(Cell cell, String code) {
        return new Fault(cell.place(), code, cell.text());
    }
}
