/**
 * What the ledger leaves behind on a node: the one state, folded once, and the board that it makes. Pure, but for the bytes of
 * its snapshots. Knows no database and no clock; whoever follows the ledger owns the present one.
 */
package io.guatu.state;
