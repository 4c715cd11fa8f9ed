/**
 * The way in: pure rules judge what somebody wants to tell the board, and the writer appends what they allow. Knows the
 * ledger's turn and the facts folded from it; publishes nothing and never touches the board that is shown.
 */
package io.guatu.command;
