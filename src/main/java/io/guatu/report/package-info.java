/**
 * The tables that offices upward ask for, made of what the ledger holds on a day. Pure: the same day gives the same rows, and
 * the same file to the byte. What the ledger does not hold is an empty cell and a named gap, never a guess. Money in 万元.
 */
package io.guatu.report;
