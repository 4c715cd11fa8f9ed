/**
 * The ledger in PostgreSQL: all SQL, the migrations, append and read, the hash chain, the embedded or external database,
 * and the one place where updates become JSON and back. Knows no rule of the board: what may be appended is decided by the
 * function that the caller passes in. Futures complete on the caller's context; nothing here blocks except where it says so.
 */
package io.guatu.ledger;
