package io.guatu.sheet;

import java.math.BigDecimal;
import java.text.Normalizer;

/**
 * One cell.
 *
 * @param place as a person finds it: {@code C7}
 * @param text as it reads, without blanks at its ends: of a number its digits, of a day as much of it as is shown
 *     ({@code 2026-03}); empty: nothing stands there
 * @param number what it holds where it is a plain number; null: it is a text
 * @param broken whether a formula in it has failed, or was never worked out
 * @param covered whether it is part of a merged area and shows what another cell of it holds
 * @param shared whether what it shows is also that of another row or column
 */
record Cell(String place, String text, BigDecimal number, boolean broken, boolean covered, boolean shared) {
    Cell {
        text = text == null ? "" : text.strip();
    }

    static Cell none(String place) {
        return text(place, "");
    }

    static Cell text(String place, String text) {
        return new Cell(place, text, null, false, false, false);
    }

    static Cell number(String place, BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return new Cell(place, plain.toPlainString(), plain, false, false, false);
    }

    static Cell broken(String place, String text) {
        return new Cell(place, text, null, true, false, false);
    }

    /** What the whole merged area shows, seen from here. */
    Cell at(String other) {
        return new Cell(other, text, number, broken, true, true);
    }

    Cell sharing() {
        return new Cell(place, text, number, broken, covered, true);
    }

    boolean blank() {
        return text.isEmpty() && !broken;
    }

    /** The text as it is compared and read. */
    String plain() {
        return plain(text);
    }

    /** Full-width signs as half-width ones, traditional ones as simplified, and no blanks. */
    static String plain(String text) {
        String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return Traditional.simplified(narrow.replaceAll("[\\s\\p{Z}\\p{Cf}]+", ""));
    }

    /** Of a column from 0: {@code A}, {@code B}, … {@code AA}. */
    static String letters(int column) {
        return column < 26 ? String.valueOf((char) ('A' + column)) : letters(column / 26 - 1) + letters(column % 26);
    }

    /** @param row from 1 */
    static String place(int column, int row) {
        return letters(column) + row;
    }
}
