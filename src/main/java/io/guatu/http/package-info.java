/**
 * HTTP. {@code contract} measures requests, {@code route} answers them, {@code request} knows who asks from where, {@code
 * answer} what an answer looks like, {@code problem} is what is said instead of one (RFC 9457), {@code page} serves the pages.
 * Reads the board from the relay, tells the ledger through the writer, holds no state of its own.
 */
package io.guatu.http;
