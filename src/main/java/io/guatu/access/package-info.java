/**
 * Who may do what: the roster of people, grants and screens folded from the ledger, the one table of scopes, tokens and
 * passwords. Deny by default. Decides; never routes, never writes to the ledger.
 */
package io.guatu.access;
