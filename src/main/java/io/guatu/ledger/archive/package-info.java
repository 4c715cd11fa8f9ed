/**
 * A board as one file: all that is in its database, or its ledger and photos alone. Written in one look at the database, which
 * goes on serving; read back in one transaction, so that it is there whole or not at all. Everything here blocks, and needs
 * the memory of one photo, however large the board is.
 */
package io.guatu.ledger.archive;
