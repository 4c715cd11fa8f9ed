/**
 * What the entries of the ledger leave behind, topic by topic: each record folds the entries of its own topic and lets the
 * others pass. Knows no day and no rule: instants become days only where a day is asked. Everything is immutable.
 */
package io.guatu.board.fold;
