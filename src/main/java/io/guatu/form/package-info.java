/**
 * The language in which a cell of a foreign form says what belongs into it: a short list of figures, five functions, arithmetic.
 * Read and worked out, never run; what each figure is of the board is another room's.
 */
package io.guatu.form;
