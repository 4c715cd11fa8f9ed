/**
 * What the board shows, as a pure function of entries, day and rules: {@code fold} (what the entries leave behind) →
 * {@code figures} (arithmetic) → {@code lamp} → cards, totals, frames. Knows no clock, no I/O, no Vert.x; everything is
 * immutable and safe to share between threads. Days are days of the board's time zone, percentages 0–100, money 万元.
 */
package io.guatu.board;
