/** Arithmetic on what was folded: schedule, earned schedule, slips, working days, curves. Pure; formulas name their source. */
package io.guatu.board.figures;
